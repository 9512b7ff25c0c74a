"""Vigie's SDK for Python: the words that a detector is written in. Standard library alone."""

from ._catalogue import CATALOGUE_NOTICE, INDICATOR_GROUPS, LOOK_ALIKES, MONEY_INDICATOR_IDS, ROLES, SOURCES
from ._errors import VigieError
from ._indicators import INDICATORS, Indicator, indicator, is_indicator_id, is_money_indicator, nearest_indicator
from ._kinds.ranking import Alert, Detector, alert, detector
from ._worlds import Account, Dataset, Event, Merchant, Transaction, open_dataset

__all__ = [
    "Account",
    "Alert",
    "CATALOGUE_NOTICE",
    "Dataset",
    "Detector",
    "Event",
    "INDICATORS",
    "INDICATOR_GROUPS",
    "Indicator",
    "LOOK_ALIKES",
    "MONEY_INDICATOR_IDS",
    "Merchant",
    "ROLES",
    "SOURCES",
    "Transaction",
    "VigieError",
    "alert",
    "detector",
    "indicator",
    "is_indicator_id",
    "is_money_indicator",
    "nearest_indicator",
    "open_dataset",
]
