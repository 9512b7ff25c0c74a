"""How well a ranking does, and how sure that is.

Average precision and precision at k are those of the metrics (ties count as the mean over random orders). The interval
resamples whole rings, and the other accounts by unit, since accounts of a ring are found or missed together.
"""

import numpy as np


class Ranking:
    """Scores of the accounts of several test worlds, pooled, sorted once."""

    def __init__(self, scores, positive):
        order = np.argsort(-scores, kind="stable")
        self._order = order
        self._positive = positive[order].astype(np.float64)
        self._ends = np.append(np.flatnonzero(np.diff(scores[order])), len(scores) - 1)

    def average_precision(self, weights=None):
        """Sum over distinct scores of the recall gained times the precision there; weights: how often each account is drawn."""
        drawn = np.ones(len(self._order)) if weights is None else weights[self._order]
        hits = np.cumsum(drawn * self._positive)[self._ends]
        all_drawn = np.cumsum(drawn)[self._ends]
        precision = np.divide(hits, all_drawn, out=np.zeros(len(hits)), where=all_drawn > 0)
        return float(np.sum(np.diff(hits, prepend=0.0) * precision) / hits[-1])


def precision_at(scores, positive, k):
    """Share of positives among the k highest scores; those tied at the cut count by the room that is left."""
    cut = np.partition(scores, -k)[-k]
    above, tied = scores > cut, scores == cut
    return float((positive[above].sum() + (k - above.sum()) * positive[tied].mean()) / k)


def area_under_curve(scores, positive):
    """Chance that a positive scores above another account, ties counting half."""
    values, place = np.unique(scores, return_inverse=True)
    yes = np.bincount(place, weights=positive, minlength=len(values))
    no = np.bincount(place, weights=~positive, minlength=len(values))
    below = np.cumsum(no) - no
    return float(np.sum(yes * (below + no / 2)) / (yes.sum() * no.sum()))


def resamples(unit, positive, count, seed=20250203):
    """How often each account is drawn in each of `count` resamples: units with replacement, rings and others apart."""
    generator = np.random.Generator(np.random.PCG64(seed))
    units, place = np.unique(unit, return_inverse=True)
    is_ring = np.bincount(place, weights=positive, minlength=len(units)) > 0
    for _ in range(count):
        drawn = np.zeros(len(units))
        for which in (np.flatnonzero(is_ring), np.flatnonzero(~is_ring)):
            drawn[which] = np.bincount(generator.integers(0, len(which), len(which)), minlength=len(which))
        yield drawn[place]


def intervals(rankings, unit, positive, count):
    """The 2.5th and 97.5th percentiles of each ranking's average precision, all over the same resamples."""
    values = np.array([[one.average_precision(drawn) for one in rankings] for drawn in resamples(unit, positive, count)])
    return np.percentile(values, [2.5, 97.5], axis=0).T.tolist()
