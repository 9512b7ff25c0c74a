"""trees.py fit <training.npz,…> <model>, then trees.py apply <model> <world.npz> <out>: how the benched trees rank one world.

`out` gets two 64-bit floats an account, little-endian, one list behind the other: the trees on columns, and those on columns
and indicators.
"""

import pickle
import sys

import numpy as np

from baselines import KINDS_OF_TREES, new_trees
from worlds import Worlds


def fit(train, out):
    worlds = Worlds(train.split(","))
    models = [new_trees().fit(worlds.matrix(kinds, worlds.names), worlds.positive) for kinds in KINDS_OF_TREES]
    with open(out, "wb") as file:
        pickle.dump((worlds.names, models), file)


def apply(model, world, out):
    with open(model, "rb") as file:
        names, models = pickle.load(file)
    test = Worlds([world])
    scores = [one.predict_proba(test.matrix(kinds, names))[:, 1] for kinds, one in zip(KINDS_OF_TREES, models)]
    np.concatenate(scores).astype("<f8").tofile(out)


if __name__ == "__main__":
    {"fit": fit, "apply": apply}[sys.argv[1]](*sys.argv[2:])
