"""extract.py <test set> <days> <out.npz>: features, indicators and labels of every account, for baselines.py."""

import sys

import numpy as np

from features import features_of
from tables import Table


def _indicators(labels, accounts):
    """By indicator, how many rows of each account show it: planted or not, for teams cannot tell."""
    findings = Table(labels, "findings")
    codes, account = findings.codes("indicator"), findings.numbers("account")
    return {
        word: np.bincount(account[codes == place], minlength=accounts).astype(np.float64)
        for place, word in enumerate(findings.words("indicator"))
    }


def main(folder, days, out):
    profile, behaviour = features_of(f"{folder}/inputs", int(days))
    accounts = Table(f"{folder}/inputs", "accounts")
    positives, units = Table(f"{folder}/labels", "positives"), Table(f"{folder}/labels", "units")
    ring = np.full(accounts.rows, -1)
    ring[positives.numbers("account")] = positives.numbers("ring")
    arrays = {"ring": ring, "unit": units.numbers("unit"), "city": accounts.codes("home_city")}
    for part, columns in (("p", profile), ("b", behaviour), ("i", _indicators(f"{folder}/labels", accounts.rows))):
        arrays |= {f"{part}:{name}": values.astype(np.float32) for name, values in columns.items()}
    np.savez(out, **arrays)


if __name__ == "__main__":
    main(*sys.argv[1:])
