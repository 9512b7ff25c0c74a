"""A data set: layout.json and the Arrow files beside it, mapped when first used."""

import json
import os

from .._errors import VigieError, shown
from .tables import Table


def _read_layout(path):
    try:
        with open(path, encoding="utf-8") as file:
            layout = json.load(file)
        if layout["layoutVersion"] != 1:
            raise ValueError(f"layoutVersion {shown(layout['layoutVersion'])}")
        return {table["name"]: table for table in layout["tables"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise VigieError(
            "unreadable-layout",
            f"{path}: expected the data's layout.json of version 1, found: {error}; name a folder that Vigie prepared",
            f"{path}\u00a0: fichier layout.json (version 1) attendu ({error}); indiquez un dossier préparé par Vigie",
        ) from error


def _mapped(path):
    with open(path, "rb") as file:
        try:
            import mmap

            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (ImportError, OSError, ValueError):
            return memoryview(file.read())


class AnyDataset:
    """The tables of a data set by their names in the files, whatever world it is of."""

    def __init__(self, folder):
        self._folder = folder
        self._layout = _read_layout(os.path.join(folder, "layout.json"))
        self._tables, self._files = {}, {}

    def table(self, name, kinds=None):
        """A table by its columns. kinds, where they are known, say which columns it must have, of what type."""
        if name not in self._layout:
            raise VigieError(
                "other-layout",
                f"layout.json: expected a table named {name}, found {', '.join(self._layout)}",
                f"layout.json\u00a0: table {name} attendue, trouvé {', '.join(self._layout)}",
            )
        if name not in self._tables:
            self._tables[name] = Table(self._layout[name], self._data_of, kinds)
        return self._tables[name]

    def _data_of(self, file):
        if file not in self._files:
            self._files[file] = _mapped(os.path.join(self._folder, os.path.basename(file)))
        return self._files[file]


def world_of(folder):
    """Which world a data set is of; one that names none is a bank's."""
    try:
        with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as file:
            return json.load(file).get("world", "bank")
    except OSError:
        return "bank"
