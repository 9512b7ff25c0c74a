"""A bank's data: accounts, transactions, events, merchants."""

from ..._reader.dataset import AnyDataset
from .made import COLUMNS
from .rows import Account, Event, Merchant, Transaction, rows_of

__all__ = ["Account", "Dataset", "Event", "Merchant", "Transaction"]


class _Tables:
    """accounts, transactions, events and merchants by columns."""

    __slots__ = tuple(COLUMNS)


class Dataset(AnyDataset):
    """Everything that a detector gets: accounts and merchants by number, and the same as columns in tables."""

    def __init__(self, folder):
        super().__init__(folder)
        self.tables = _Tables()
        for name, kinds in COLUMNS.items():
            setattr(self.tables, name, self.table(name, kinds))
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
