"""The catalogue of indicators, by id."""

from ._catalogue import INDICATOR_ROWS, MONEY_INDICATOR_IDS
from ._errors import VigieError, shown
from ._names import nearest_name

_MONEY = frozenset(MONEY_INDICATOR_IDS)


class Indicator:
    """One row of the catalogue; label is {"en": …, "fr": …}, and sources is empty where this project defined it."""

    __slots__ = ("id", "kind", "code", "group", "roles", "label", "sources", "look_alikes")

    def __init__(self, name, row):
        self.id = name
        self.kind, self.code, self.group, roles, en, fr, sources, look_alikes = row
        self.roles, self.sources, self.look_alikes = tuple(roles), tuple(sources), tuple(look_alikes)
        self.label = {"en": en, "fr": fr}

    def __repr__(self):
        return f"Indicator({self.id!r})"


INDICATORS = {name: Indicator(name, row) for name, row in INDICATOR_ROWS.items()}


def is_indicator_id(value):
    """True of an id of the catalogue, of whatever kind."""
    return isinstance(value, str) and value in INDICATORS


def is_money_indicator(value):
    """True of the id of a money indicator: what a finding may name in follow-the-money."""
    return isinstance(value, str) and value in _MONEY


def nearest_indicator(text, among=None):
    """The known id that a misspelt one most likely meant, or None."""
    return nearest_name(text, INDICATORS if among is None else among)


def indicator(name):
    """The catalogue's row of an indicator; raises VigieError for an unknown id."""
    if is_indicator_id(name):
        return INDICATORS[name]
    near = nearest_indicator(name) if isinstance(name, str) else None
    raise VigieError(
        "unknown-indicator",
        f"expected the id of an indicator, found {shown(name)}" + (f'; did you mean "{near}"?' if near else ""),
        f"identifiant d’un indicateur attendu, trouvé {shown(name)}" + (f"; vouliez-vous dire «\u00a0{near}\u00a0»?" if near else ""),
    )
