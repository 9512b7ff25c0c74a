"""Reads canonical archives with Python's reader and both of libarchive's (by the directory, and as a stream), for the tests of
ours. One archive a line in base64 on standard input, one JSON line each on standard output.
"""

import base64
import ctypes
import hashlib
import io
import json
import sys
import zipfile

REGULAR = 0o100000
END = 1


def open_libarchive():
    try:
        lib = ctypes.CDLL("libarchive.so.13")
    except OSError:
        return None
    lib.archive_read_new.restype = ctypes.c_void_p
    lib.archive_entry_pathname_utf8.restype = ctypes.c_char_p
    lib.archive_error_string.restype = ctypes.c_char_p
    lib.archive_read_data.restype = ctypes.c_ssize_t
    return lib


LIB = open_libarchive()


def add(files, name, content):
    if name in files:
        raise ValueError("twice: " + name)
    files[name] = hashlib.sha256(content).hexdigest()


def by_python(data):
    files = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            add(files, info.filename, archive.read(info))
    return files


def data_of(reader):
    content, buffer = b"", ctypes.create_string_buffer(65536)
    while True:
        count = LIB.archive_read_data(reader, buffer, ctypes.c_size_t(len(buffer)))
        if count < 0:
            raise ValueError(LIB.archive_error_string(reader))
        if count == 0:
            return content
        content += buffer.raw[:count]


def by_libarchive(data, form):
    reader = ctypes.c_void_p(LIB.archive_read_new())
    try:
        form(reader)
        if LIB.archive_read_open_memory(reader, data, ctypes.c_size_t(len(data))) != 0:
            raise ValueError(LIB.archive_error_string(reader))
        files, entry = {}, ctypes.c_void_p()
        while True:
            status = LIB.archive_read_next_header(reader, ctypes.byref(entry))
            if status == END:
                return files
            if status != 0 or LIB.archive_entry_filetype(entry) != REGULAR:
                raise ValueError(str(LIB.archive_error_string(reader)))
            add(files, LIB.archive_entry_pathname_utf8(entry).decode(), data_of(reader))
    finally:
        LIB.archive_read_free(reader)


def read(data):
    readings = [by_python(data)]
    if LIB is not None:
        forms = (LIB.archive_read_support_format_zip_seekable, LIB.archive_read_support_format_zip_streamable)
        readings += [by_libarchive(data, form) for form in forms]
    if any(reading != readings[0] for reading in readings):
        raise ValueError(f"read in several ways: {readings}")
    return {"files": readings[0], "readers": len(readings)}


for line in sys.stdin:
    try:
        answer = read(base64.b64decode(line))
    except Exception as cause:
        answer = {"error": f"{type(cause).__name__}: {cause}"}
    print(json.dumps(answer))
