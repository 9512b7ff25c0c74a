"""Rows whose columns are read when they are asked for.

A row's columns are slots that start empty. The first time that a column of one row is asked for, it is read for all
rows of that account at once, at the speed of C, and put into their slots; from then on it is a plain attribute.
Do not write into rows.
"""

from itertools import repeat

from ..._reader.tables import unknown_column
from .made import COLUMNS

_DAY = 1440


class _Block:
    """The rows of one table that belong to one account."""

    __slots__ = ("dataset", "table", "first", "rows")

    def __init__(self, dataset, table, kind, first, stop):
        self.dataset, self.table, self.first = dataset, table, first
        self.rows = list(map(object.__new__, repeat(kind, stop - first)))
        for _ in map(kind._block.__set__, self.rows, repeat(self)):
            pass

    def stop(self):
        return self.first + len(self.rows)

    def fill(self, kind, name):
        derive = kind._derived.get(name)
        if derive is not None:
            values = derive(self)
        elif name in COLUMNS[self.table.name]:
            values = self.table.column(name, self.first, self.stop())
        else:
            error = unknown_column(self.table.name, name, COLUMNS[self.table.name])
            raise AttributeError(str(error))
        for _ in map(getattr(kind, name).__set__, self.rows, values):
            pass

    def column(self, name):
        return self.table.column(name, self.first, self.stop())


def _local_minutes(block):
    return [time // 60000 + offset for time, offset in zip(block.column("time"), block.column("utc_offset_minutes"))]


def _other_side(block, wanted):
    return [
        int(number) if kind == wanted and number is not None else None
        for kind, number in zip(block.column("counterparty_kind"), block.column("counterparty"))
    ]


def _merchants(block):
    merchants = block.dataset.merchants
    return [None if number is None else merchants[number] for number in _other_side(block, "merchant")]


class _Row:
    __slots__ = ("_block",)
    _derived = {}
    _table = ""

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        kind = type(self)
        self._block.fill(kind, name)
        return getattr(kind, name).__get__(self, kind)

    def as_dict(self):
        """All columns by name."""
        return {name: getattr(self, name) for name in COLUMNS[self._table]}

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.as_dict().items() if value is not None)})"


class Transaction(_Row):
    """One leg of a payment. Besides its columns: local_hour, local_minute, local_day, merchant, counterparty_account."""

    _table = "transactions"
    _derived = {
        "local_hour": lambda block: [minute % _DAY // 60 for minute in _local_minutes(block)],
        "local_minute": lambda block: [minute % _DAY for minute in _local_minutes(block)],
        "local_day": lambda block: [minute // _DAY for minute in _local_minutes(block)],
        "merchant": _merchants,
        "counterparty_account": lambda block: _other_side(block, "account"),
    }
    __slots__ = (*COLUMNS["transactions"], *_derived)


class Event(_Row):
    """Something that happened on an account and moved no money."""

    _table = "events"
    __slots__ = tuple(COLUMNS["events"])


class Merchant(_Row):
    """One merchant; its number is its id."""

    _table = "merchants"
    __slots__ = tuple(COLUMNS["merchants"])


def rows_of(dataset, table, kind, first, stop):
    """The lazy rows first … stop − 1 of a table."""
    return _Block(dataset, table, kind, first, stop).rows


class Account:
    """One account: its columns, its transactions and its events in the order of time."""

    __slots__ = ("account", "transactions", "events", "_dataset", *(name for name in COLUMNS["accounts"] if name != "account"))

    def __init__(self, dataset, account):
        self._dataset = dataset
        self.account = account

    def __getattr__(self, name):
        tables = self._dataset.tables
        if name == "transactions":
            value = rows_of(self._dataset, tables.transactions, Transaction, *tables.transactions.rows_of(self.account))
        elif name == "events":
            value = rows_of(self._dataset, tables.events, Event, *tables.events.rows_of(self.account))
        elif name in COLUMNS["accounts"]:
            value = tables.accounts.column(name, self.account, self.account + 1)[0]
        elif name.startswith("_"):
            raise AttributeError(name)
        else:
            raise AttributeError(str(unknown_column("accounts", name, COLUMNS["accounts"])))
        setattr(self, name, value)
        return value

    def column(self, name):
        """A column of the account's transactions, without making rows: a memoryview of numbers, or a list."""
        table = self._dataset.tables.transactions
        return table.column(name, *table.rows_of(self.account))

    def as_dict(self):
        """All columns by name."""
        return {name: getattr(self, name) for name in COLUMNS["accounts"]}

    def __repr__(self):
        return f"Account({', '.join(f'{name}={value!r}' for name, value in self.as_dict().items() if value is not None)})"
