"""Reads archives with Python's own readers, for the tests of ours. Paths on standard input, one JSON line each on standard output.

A zip is read twice: by its directory (zipfile), and as a stream, header by header, as a reader does that cannot seek.
"""

import hashlib
import json
import struct
import sys
import tarfile
import zipfile
import zlib


def plain(name):
    while name.startswith("./"):
        name = name[2:]
    return name.rstrip("/")


def digest(content):
    return hashlib.sha256(content).hexdigest()


def add(files, name, content):
    if plain(name) in files:
        raise ValueError("twice: " + name)
    files[plain(name)] = digest(content)


def zip_by_directory(path):
    files = {}
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            content = archive.read(info)
            if info.is_dir():
                continue
            add(files, info.filename, content)
    return files


def streamed_content(data, at, method, packed, size, later):
    if method == 0:
        return data[at : at + size], at + size
    inflate = zlib.decompressobj(-15)
    content = inflate.decompress(data[at:])
    if not inflate.eof:
        raise ValueError("no end")
    end = len(data) - len(inflate.unused_data)
    if not later and end != at + packed:
        raise ValueError("another length")
    return content, end


def after_descriptor(data, end, content, packed):
    want = struct.pack("<III", zlib.crc32(content), packed, len(content))
    for skipped in (data[end : end + 4] == b"PK\7\x08" and 4, 0):
        if data[end + skipped : end + skipped + 12] == want:
            return end + skipped + 12
    raise ValueError("no descriptor")


def zip_as_stream(path):
    with open(path, "rb") as handle:
        data = handle.read()
    files, at = {}, 0
    while data[at : at + 4] == b"PK\3\4":
        _, flags, method, _, _, crc, packed, size, name_length, extra = struct.unpack_from("<HHHHHIIIHH", data, at + 4)
        raw = data[at + 30 : at + 30 + name_length]
        name = raw.decode("utf-8" if flags & 0x800 else "cp437")
        start = at + 30 + name_length + extra
        later = bool(flags & 8)
        content, at = streamed_content(data, start, method, packed, size, later)
        if later:
            at = after_descriptor(data, at, content, at - start)
        elif zlib.crc32(content) != crc or len(content) != size:
            raise ValueError("check sum")
        if not name.endswith("/"):
            add(files, name, content)
    if data[at : at + 4] != b"PK\1\2":
        raise ValueError("no directory where the entries end")
    return files


def tar_files(path):
    with open(path, "rb") as handle:
        data = handle.read()
    inflate = zlib.decompressobj(31)
    inflate.decompress(data)
    if not inflate.eof or inflate.unused_data:
        raise ValueError("not one member")
    files = {}
    with tarfile.open(path, "r:gz", errorlevel=2) as archive:
        for info in archive:
            if info.isdir():
                continue
            if not info.isreg() or info.issparse():
                raise ValueError("not a file: " + info.name)
            content = archive.extractfile(info).read()
            if len(content) != info.size:
                raise ValueError("cut: " + info.name)
            add(files, info.name, content)
    return files


def read(path):
    with open(path, "rb") as handle:
        is_zip = handle.read(2) == b"PK"
    if not is_zip:
        return {"files": tar_files(path)}
    files = zip_by_directory(path)
    if zip_as_stream(path) != files:
        raise ValueError("directory and stream differ")
    return {"files": files}


for line in sys.stdin:
    try:
        answer = read(line.rstrip("\n"))
    except Exception as cause:
        answer = {"error": f"{type(cause).__name__}: {cause}"}
    print(json.dumps(answer))
