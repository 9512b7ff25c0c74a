"""baselines.py <training.npz,…> <practice.npz> <more.npz,…> <test.npz,…> <resamples>: the baseline table as JSON.

Everything that is fitted or chosen, the best indicator included, is so on the training worlds; what is printed was
measured on the test worlds. Two rows tell what the same trees learn from practice alone, and from more worlds. Random states are fixed and one thread computes, so that a machine gives the same table twice.
"""

import json
import sys
import warnings

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from ranking import Ranking, area_under_curve, intervals, precision_at
from worlds import Worlds, lawful_twins

_BUDGET_SHARE = 0.01
# What the columns say, without any indicator's predicate; what indicators say; both.
_COLUMNS, _INDICATORS, _BOTH = "pb", "i", "pbi"
_UNFITTED = ("random", "indicator-count")
KINDS_OF_TREES = (_COLUMNS, _BOTH)


def _logarithms(values):
    return np.sign(values) * np.log1p(np.abs(values))


def new_trees():
    return HistGradientBoostingClassifier(
        learning_rate=0.06, max_iter=200, max_leaf_nodes=15, min_samples_leaf=20, l2_regularization=1.0, early_stopping=False, random_state=1
    )


def _logistic():
    return make_pipeline(StandardScaler(), LogisticRegression(C=0.02, max_iter=400, random_state=1))


class Baselines:
    """The two lots of worlds, and each baseline's scores of the test accounts."""

    def __init__(self, train, test):
        self.train, self.test = train, test
        self.names = sorted(set(train.names) | set(test.names))

    def _fitted(self, model, kinds, change):
        model.fit(change(self.train.matrix(kinds, self.names)), self.train.positive)
        return model.predict_proba(change(self.test.matrix(kinds, self.names)))[:, 1]

    def random(self):
        return np.random.Generator(np.random.PCG64(1)).random(len(self.test.positive))

    def best_indicator(self):
        """The indicator whose number of rows ranks the training accounts best, and its scores."""
        names = [name for name in self.names if name[0] == "i"]
        best = max(names, key=lambda name: Ranking(self.train.column(name), self.train.positive).average_precision())
        return best[2:], self.test.column(best)

    def indicator_count(self):
        return (self.test.matrix(_INDICATORS, self.names) > 0).sum(axis=1).astype(np.float64)

    def indicator_weights(self):
        return self._fitted(LogisticRegression(C=1.0, max_iter=400, random_state=1), _INDICATORS, lambda values: values > 0)

    def logistic(self):
        return self._fitted(_logistic(), _COLUMNS, _logarithms)

    def trees(self, kinds):
        return self._fitted(new_trees(), kinds, np.asarray)


def _row(key, scores, worlds, about=None):
    each = [worlds.world == world for world in np.unique(worlds.world)]
    at_k = [precision_at(scores[one], worlds.positive[one], max(1, round(_BUDGET_SHARE * one.sum()))) for one in each]
    by_world = [Ranking(scores[one], worlds.positive[one]).average_precision() for one in each]
    return {"key": key, "about": about, "precisionAtK": float(np.mean(at_k)), "byWorld": by_world}


def _twins(scores, worlds, key):
    ones, twins, alone = lawful_twins(worlds)
    wins = np.where(scores[ones] > scores[twins], 1.0, np.where(scores[ones] == scores[twins], 0.5, 0.0))
    # Each ring account counts once, however many twins it has.
    share = 1 / np.bincount(ones, minlength=len(scores))[ones]
    return {"key": key, "area": float(np.sum(wins * share) / np.sum(share)), "pairs": len(ones), "withoutTwin": alone}


def table(train, test, resamples):
    lines = Baselines(train, test)
    best, best_scores = lines.best_indicator()
    scores = {
        "random": lines.random(),
        "best-indicator": best_scores,
        "indicator-count": lines.indicator_count(),
        "indicator-weights": lines.indicator_weights(),
        "logistic": lines.logistic(),
        "trees": lines.trees(_COLUMNS),
        "trees-and-indicators": lines.trees(_BOTH),
    }
    rankings = [Ranking(values, test.positive) for values in scores.values()]
    spans = intervals(rankings, test.unit, test.positive, resamples)
    rows = []
    for (key, values), ranking, span in zip(scores.items(), rankings, spans):
        row = _row(key, values, test, best if key == "best-indicator" else None)
        saw = None if key in _UNFITTED else _saw(train)
        rows.append(row | {"saw": saw, "averagePrecision": ranking.average_precision(), "interval": span})
    profile = lines.trees("p")
    areas = [
        {"key": "rows", "area": area_under_curve(test.column("b:rows"), test.positive)},
        {"key": "profile", "area": area_under_curve(profile, test.positive)},
        _twins(test.column("b:rows"), test, "twins-rows"),
        _twins(scores["trees"], test, "twins-trees"),
    ]
    rings = len(np.unique(test.unit[test.positive]))
    accounts, positives = len(test.positive), int(test.positive.sum())
    return {"accounts": accounts, "positives": positives, "rings": rings, "rows": rows, "areas": areas}


def _saw(worlds):
    """How many worlds, of how many accounts each."""
    counts = np.bincount(worlds.world)
    return {"worlds": len(counts), "accounts": int(counts[0])}


def elsewhere(key, train, test, resamples):
    """The trees on features and indicators, fitted on other worlds than the table's; one lot of worlds is held at a time."""
    scores = Baselines(train, test).trees(_BOTH)
    ranking = Ranking(scores, test.positive)
    (span,) = intervals([ranking], test.unit, test.positive, resamples)
    return _row(key, scores, test) | {"saw": _saw(train), "averagePrecision": ranking.average_precision(), "interval": span}


def main(train, practice, more, test, resamples):
    warnings.filterwarnings("ignore", message="lbfgs failed to converge")
    measured, count = Worlds(test.split(",")), int(resamples)
    found = table(Worlds(train.split(",")), measured, count)
    for key, files in (("trees-practice", practice), ("trees-more", more)):
        found["rows"].append(elsewhere(key, Worlds(files.split(",")), measured, count))
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
