"""A data set: layout.json and the Arrow files beside it, mapped when first used."""

import json
import os

from ._catalogue import COLUMNS
from ._errors import VigieError, shown
from ._rows import Account, Merchant, rows_of
from ._tables import Table


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


class _Tables:
    """accounts, transactions, events and merchants by columns."""

    __slots__ = tuple(COLUMNS)


class Dataset:
    """Everything that a detector gets: accounts and merchants by number, and the same as columns in tables."""

    def __init__(self, folder):
        files = {}

        def data_of(file):
            if file not in files:
                files[file] = _mapped(os.path.join(folder, os.path.basename(file)))
            return files[file]

        layout = _read_layout(os.path.join(folder, "layout.json"))
        self.tables = _Tables()
        for name in COLUMNS:
            if name not in layout:
                raise VigieError(
                    "other-layout",
                    f"layout.json: expected a table named {name}, found {', '.join(layout)}",
                    f"layout.json\u00a0: table {name} attendue, trouvé {', '.join(layout)}",
                )
            setattr(self.tables, name, Table(layout[name], data_of))
        self._accounts = None
        self._merchants = None

    @property
    def accounts(self):
        """All accounts by number."""
        if self._accounts is None:
            self._accounts = [self.fresh_account(number) for number in range(self.tables.accounts.rows)]
        return self._accounts

    @property
    def merchants(self):
        """All merchants by number."""
        if self._merchants is None:
            table = self.tables.merchants
            self._merchants = rows_of(self, table, Merchant, 0, table.rows)
        return self._merchants

    def fresh_account(self, number):
        """An account that the data set does not keep, so that a walk over all of them stays small."""
        return Account(self, number)


def open_dataset(folder):
    """Opens the inputs of a split. Raises VigieError where the layout is missing or of another version."""
    return Dataset(folder)
