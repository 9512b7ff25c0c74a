"""Turns a detector into predictions.

Invariants: the real standard output is kept for predictions alone, and file descriptor 1 is standard error from then
on; writes are blocking, so a slow reader slows the detector down; a run that stops early never exits with 0.
"""

import gc
import os
import sys
from types import ModuleType

from ._errors import VigieError
from ._worlds import open_dataset

_CHUNK = 65536
_write, _exit = os.write, os._exit


class _Output:
    def __init__(self):
        sys.stdout.flush()
        self._file = os.dup(1)
        os.dup2(2, 1)
        sys.stdout = sys.stderr
        self._waiting = []
        self._size = 0

    def write(self, line):
        self._waiting.append(line)
        self._size += len(line)
        if self._size >= _CHUNK:
            self.flush()

    def flush(self):
        data = memoryview("".join(self._waiting).encode("ascii"))
        while data:
            try:
                data = data[_write(self._file, data) :]
            except BlockingIOError:
                import select

                select.select([], [self._file], [])
        self._waiting, self._size = [], 0


def _root(folder):
    """The nearest folder above that holds vigie.json: the submission's root."""
    while True:
        if os.path.exists(os.path.join(folder, "vigie.json")):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _load(path):
    path = os.path.abspath(path)
    folder = os.path.dirname(path)
    for place in (_root(folder), folder):
        if place is not None and place not in sys.path:
            sys.path.insert(1, place)
    with open(path, "rb") as file:
        source = file.read()
    module = ModuleType("vigie_detector")
    module.__file__ = path
    sys.modules["vigie_detector"] = module
    exec(compile(source, path, "exec"), module.__dict__)
    found = {id(value): value for value in vars(module).values() if getattr(value, "vigie_detector", None) == 1}
    if len(found) == 1:
        return next(iter(found.values()))
    raise VigieError(
        "no-detector",
        f"{path}: expected one function under @detector, found {len(found) or 'none'}; write it in the file that vigie.json names as entry",
        f"{path}\u00a0: une fonction sous @detector attendue, trouvé {len(found) or 'aucune'}; écrivez-la dans le fichier que vigie.json nomme (entry)",
    )


def _own(trace):
    """The part of a traceback that begins outside the SDK."""
    ours = os.path.dirname(os.path.abspath(__file__))
    at = trace
    while at is not None and os.path.abspath(at.tb_frame.f_code.co_filename).startswith(ours + os.sep):
        at = at.tb_next
    return at or trace


def _explain(error):
    """Writes what happened to the log, and gives the exit code."""
    import traceback

    if isinstance(error, VigieError) and error.code == "no-detector":
        print(error, file=sys.stderr)
        return 3
    if getattr(error, "vigie_place", False):
        print(error, file=sys.stderr)
        error = error.__cause__
    if isinstance(error, SystemExit):
        print("vigie: the detector stopped before its end: a call of exit\nvigie\u00a0: le détecteur s’est arrêté avant la fin (appel de exit)", file=sys.stderr)
    traceback.print_exception(type(error), error, _own(error.__traceback__))
    return error.code if isinstance(error, SystemExit) and isinstance(error.code, int) and error.code != 0 else 1


def main(arguments):
    """The run; it does not return."""
    if len(arguments) != 1:
        print("vigie: expected the detector's file: run.py <file>\nvigie\u00a0: fichier du détecteur attendu\u00a0: run.py <fichier>", file=sys.stderr)
        _exit(2)
    output = _Output()
    code = 0
    try:
        gc.set_threshold(50_000, 20, 50)
        sys.stderr.reconfigure(errors="backslashreplace")
        dataset = open_dataset(os.environ.get("VIGIE_DATA", "/data"))
        detect = _load(arguments[0])
        lines = detect.run(dataset, output.write)
        output.write(f'{{"end":{lines}}}\n')
        output.flush()
    except BaseException as error:
        code = _explain(error)
    try:
        sys.stderr.flush()
    finally:
        _exit(code)
