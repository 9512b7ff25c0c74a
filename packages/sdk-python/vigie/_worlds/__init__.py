"""The worlds that the SDK has rows of its own for; any other is read by its tables. A new one: its folder, and its line here."""

from .._reader.dataset import AnyDataset, world_of
from .bank import Account, Dataset, Event, Merchant, Transaction

__all__ = ["Account", "Dataset", "Event", "Merchant", "Transaction", "open_dataset"]

_WORLDS = {"bank": Dataset}


def open_dataset(folder):
    """Opens the inputs of a split. Raises VigieError where the layout is missing or of another version."""
    return _WORLDS.get(world_of(folder), AnyDataset)(folder)
