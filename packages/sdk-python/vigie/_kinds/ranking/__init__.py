"""Rank accounts by suspicion, and say why."""

from .alert import Alert, alert
from .detector import Detector, detector

__all__ = ["Alert", "Detector", "alert", "detector"]
