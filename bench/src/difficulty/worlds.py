"""Several extracted worlds as one matrix, and lawful twins for ring accounts."""

import numpy as np

_UNITS_APART = 1 << 24


class Worlds:
    """Worlds one below the other; features that one world lacks are 0 there."""

    def __init__(self, files):
        self._parts = [np.load(file) for file in files]
        self.names = sorted({name for part in self._parts for name in part.files if name[1:2] == ":"})
        self.world = np.repeat(np.arange(len(files)), [len(part["ring"]) for part in self._parts])
        self.ring = np.concatenate([part["ring"] for part in self._parts])
        self.city = np.concatenate([part["city"] for part in self._parts])
        self.positive = self.ring >= 0
        # Rings and the other units have numbers of their own, world by world.
        own = np.concatenate([part["unit"] for part in self._parts]).astype(np.int64)
        self.unit = np.where(self.positive, self.ring, own + _UNITS_APART // 2) + self.world * _UNITS_APART

    def column(self, name):
        return np.concatenate(
            [part[name] if name in part.files else np.zeros(len(part["ring"]), np.float32) for part in self._parts]
        )

    def matrix(self, kinds, names=None):
        """The features whose kind (p, b or i) is in `kinds`, one a column; `names` keeps another matrix's columns."""
        chosen = [name for name in names or self.names if name[0] in kinds]
        return np.column_stack([self.column(name) for name in chosen])


def _bands(worlds, count):
    """Bands of stated income with about as many accounts in each; a band of their own for those who state none."""
    income = worlds.column("p:income")
    stated = income >= 0
    edges = np.quantile(income[stated], np.arange(1, count) / count)
    return np.where(stated, np.searchsorted(edges, income), -1)


def lawful_twins(worlds, most=5, tolerance=0.15):
    """Pairs (ring account, lawful account of the same world, kind, city, income band and about as many rows).

    Each ring account has the `most` lawful ones of the nearest row counts within the tolerance. Returns two arrays of rows,
    and how many ring accounts have no twin.
    """
    rows = worlds.column("b:rows")
    keys = np.column_stack([worlds.world, worlds.city, worlds.column("p:kind=business") > 0, _bands(worlds, 4)]).astype(np.int64)
    _, cell = np.unique(keys, axis=0, return_inverse=True)
    ones, twins, alone = [], [], 0
    for one in np.flatnonzero(worlds.positive):
        others = np.flatnonzero((cell == cell[one]) & ~worlds.positive)
        apart = np.abs(rows[others] - rows[one])
        near = others[np.argsort(apart, kind="stable")][: int(np.sum(apart <= tolerance * rows[one]))][:most]
        alone += len(near) == 0
        ones.extend([one] * len(near))
        twins.extend(near.tolist())
    return np.array(ones, dtype=np.int64), np.array(twins, dtype=np.int64), int(alone)
