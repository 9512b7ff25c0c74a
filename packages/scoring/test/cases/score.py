#!/usr/bin/env python3
"""Scores the cases of cases.json from the definitions alone, in fractions, sharing nothing with the judge.

python3 score.py           says where what is written differs
python3 score.py --write   writes what each case should give
"""
import json, sys
from decimal import Decimal, getcontext
from fractions import Fraction as F
from pathlib import Path

getcontext().prec = 50
FILE = Path(__file__).with_name("cases.json")
WEIGHTS = {"ranking": F(4, 10), "budget": F(2, 10), "indicators": F(15, 100), "evidence": F(15, 100), "roles": F(1, 10)}
SMALLEST = 20


def f1(said, true):
    return F(2 * len(said & true), len(said) + len(true)) if said or true else F(0)


def rows(by_indicator):
    return {row for ids in by_indicator.values() for row in ids}


def opposite(a, b):
    return {a, b} == {"exploited", "controller"}


def ties(alerts):
    """Accounts by descending score."""
    by_score = {}
    for alert in alerts:
        by_score.setdefault(alert["score"], []).append(alert)
    return [by_score[score] for score in sorted(by_score, reverse=True)]


def average_precision(alerts, positives, n):
    heights = [{a["account"] for a in tie} for tie in ties(alerts)]
    silent = set(range(n)) - {a["account"] for a in alerts}
    above, found, total = 0, 0, F(0)
    for tie in heights + ([silent] if silent else []):
        new = len(tie & positives)
        above, found = above + len(tie), found + new
        total += F(new, len(positives)) * F(found, above)
    return total


def weights(alerts, budget):
    room, weight = budget, {}
    for tie in ties(alerts):
        for alert in tie:
            weight[alert["account"]] = min(F(1), F(max(0, room), len(tie)))
        room -= len(tie)
    return weight


def score(case):
    n, k, alerts = case["accounts"], case["budget"], case["alerts"]
    positives = {p["account"]: p for p in case["positives"]}
    said = {a["account"]: a for a in alerts}
    p = len(positives)
    weight = weights(alerts, k)
    within = {a: weight[a] for a in positives if weight.get(a, 0) > 0}
    hits = sum(within.values(), F(0))
    prevalence, chance = F(p, n), F(max(k, p), n)
    ranking = (average_precision(alerts, set(positives), n) - prevalence) / (1 - prevalence)
    budget = F(0) if not alerts else (hits / min(k, p) - chance) / (1 - chance)

    def mean(worth):
        return F(0) if hits == 0 else sum((w * worth(positives[a], said[a]) for a, w in within.items()), F(0)) / hits

    def indicators(true, alert):
        incidental = {i for i in true.get("true", {}) if i not in true["planted"]}
        return f1(set(alert.get("findings", {})) - incidental, set(true["planted"]))

    def evidence(true, alert):
        planted = rows(true["planted"])
        cited = rows(alert.get("findings", {}))
        return f1(cited - (rows(true.get("true", {})) - planted), planted)

    def roles(true, alert):
        named = alert.get("role")
        return 1 if named == true["role"] else -1 if opposite(named, true["role"]) else 0

    squares = F(0)
    for group in sorted(case.get("groups", {})):
        lawful = [a for a in case["groups"][group] if a not in positives]
        if len(lawful) < SMALLEST:
            continue
        flagged = sum((weight.get(a, F(0)) for a in lawful), F(0))
        squares += (flagged / len(lawful) / min(F(1), F(k, len(lawful)))) ** 2
    x = (Decimal(squares.numerator) / Decimal(squares.denominator)).sqrt()
    parts = {
        "ranking": ranking,
        "budget": budget,
        "indicators": budget * mean(indicators),
        "evidence": budget * mean(evidence),
        "roles": max(F(0), budget) * mean(roles),
    }
    total = sum((WEIGHTS[part] * value for part, value in parts.items()), F(0))
    points = 100 * Decimal(total.numerator) / Decimal(total.denominator) / (1 + x)
    return {"parts": {part: float(value) for part, value in parts.items()}, "harm": float(x / (1 + x)), "points": float(points)}


def main():
    cases = json.loads(FILE.read_text())
    wrong = [case["name"] for case in cases if case.get("expected") != score(case)]
    if "--write" in sys.argv:
        for case in cases:
            case["expected"] = score(case)
        lines = ",\n".join("  " + json.dumps(case, separators=(", ", ": "), ensure_ascii=False) for case in cases)
        FILE.write_text(f"[\n{lines}\n]\n")
    elif wrong:
        sys.exit("differ: " + "; ".join(wrong))


main()
