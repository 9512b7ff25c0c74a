/**
 * Up to 30 accounts to learn from, a third of each kind where there are enough of each, the most instructive first:
 * - `missed`: positives of which less than half counts within the budget, nearest to the cut first, then those without an
 *   alert, the one on which most was planted first;
 * - `false-alarm`: lawful accounts within the budget, highest first;
 * - `wrong-reason`: positives within the budget whose role, indicators or evidence are not all right, worst first.
 * All orders end with the list's own order or the account's number, so that they are total.
 */
import { ROLES } from "@vigie/sdk";
import type { Labels, Mistake, Positive } from "@vigie/spec";
import { weightOfTie } from "./budget-cut.ts";
import { citedRows, evidenceF1, indicatorF1, plantedRows } from "./explanation.ts";
import type { Predictions } from "./predictions.ts";
import { roleRight } from "./roles.ts";
import { positiveIndex, type ScoringCase } from "./scoring-case.ts";
import type { Weighed } from "./weigh.ts";

const MOST = 30;
const KINDS = ["missed", "false-alarm", "wrong-reason"] as const;
type Kind = (typeof KINDS)[number];

/** An account with its place in the list: −1 without an alert. */
interface Place {
  readonly account: number;
  readonly position: number;
}

function indicatorsOf(
  positive: Positive | undefined,
  findings: ReadonlyMap<string, Float64Array> | undefined,
): Mistake["indicators"] {
  const planted = positive ? plantedRows(positive) : new Set<number>();
  const cited = citedRows(findings);
  const incidental = (indicator: string) => positive?.incidental.has(indicator) === true && !positive.planted.has(indicator);
  const names = new Set([...(positive?.planted.keys() ?? []), ...(findings?.keys() ?? [])]);
  return [...names]
    .filter((indicator) => !incidental(indicator))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((indicator) => {
      const rows = [...(positive?.planted.get(indicator) ?? [])];
      return {
        indicator,
        planted: positive?.planted.has(indicator) === true,
        named: findings?.has(indicator) === true,
        evidence: {
          planted: rows.length,
          found: rows.filter((row) => cited.has(row)).length,
          wrong: findings?.get(indicator)?.filter((row) => !planted.has(row)).length ?? 0,
        },
      };
    });
}

/** Takes turns between the kinds until 30 are taken or all are used up; then puts the kinds together again. */
function balanced(byKind: Readonly<Record<Kind, readonly Place[]>>): Record<Kind, readonly Place[]> {
  const taken: Record<Kind, number> = { missed: 0, "false-alarm": 0, "wrong-reason": 0 };
  let left = MOST;
  for (let turn = 0; turn < MOST; turn++) {
    for (const kind of KINDS) {
      if (left === 0 || taken[kind] >= byKind[kind].length) continue;
      taken[kind]++;
      left--;
    }
  }
  return {
    missed: byKind.missed.slice(0, taken.missed),
    "false-alarm": byKind["false-alarm"].slice(0, taken["false-alarm"]),
    "wrong-reason": byKind["wrong-reason"].slice(0, taken["wrong-reason"]),
  };
}

class MistakeFinder {
  readonly #of: ScoringCase;
  readonly #labels: Labels;
  readonly #predictions: Predictions;
  readonly #weighed: Weighed;
  readonly #positiveOf: Int32Array;

  constructor(of: ScoringCase, labels: Labels, predictions: Predictions, weighed: Weighed) {
    this.#of = of;
    this.#labels = labels;
    this.#predictions = predictions;
    this.#weighed = weighed;
    this.#positiveOf = positiveIndex(labels);
  }

  #positive(account: number): Positive | undefined {
    const index = this.#positiveOf[account];
    return index < 0 ? undefined : this.#labels.positives[index];
  }

  #weight(position: number): number {
    return position < 0 ? 0 : weightOfTie(this.#weighed.cut, this.#of.ranked.tieOf[position]);
  }

  /** The first places of the list that are wanted, from the top. No more are made: a list may have a million. */
  #first(most: number, wanted: (isPositive: boolean, weight: number) => boolean): Place[] {
    const { accounts } = this.#of.ranked;
    const found: Place[] = [];
    for (let position = 0; position < accounts.length && found.length < most; position++) {
      const account = accounts[position];
      if (wanted(this.#positiveOf[account] >= 0, this.#weight(position))) found.push({ account, position });
    }
    return found;
  }

  /** 0 (all wrong) to 3 (nothing to learn). */
  #reason(account: number): number {
    const positive = this.#positive(account);
    if (positive === undefined) return 3;
    const findings = this.#predictions.findings.get(account);
    const role = roleRight(positive, this.#predictions.roles[account]);
    return indicatorF1(positive, findings) + evidenceF1(positive, findings) + role;
  }

  #missed(): Place[] {
    const near = this.#first(MOST, (isPositive, weight) => isPositive && weight < 0.5);
    const silent = this.#labels.positives
      .filter(({ account }) => this.#predictions.alerted[account] !== 1)
      .sort((a, b) => b.planted.size - a.planted.size || a.account - b.account)
      .map(({ account }) => ({ account, position: -1 }));
    return [...near, ...silent];
  }

  #falseAlarms(): Place[] {
    return this.#first(MOST, (isPositive, weight) => !isPositive && weight > 0);
  }

  #wrongReasons(): Place[] {
    return this.#first(Infinity, (isPositive, weight) => isPositive && weight >= 0.5)
      .map((place) => ({ ...place, reason: this.#reason(place.account) }))
      .filter(({ reason }) => reason < 3)
      .sort((a, b) => a.reason - b.reason || a.position - b.position);
  }

  #mistake(kind: Kind, { account, position }: Place): Mistake {
    const positive = this.#positive(account);
    const named = this.#predictions.roles[account];
    return {
      kind,
      account,
      rank: position < 0 ? null : this.#middleOfTie(this.#of.ranked.tieOf[position]),
      score: position < 0 ? null : this.#predictions.scores[account],
      role: { named: named < 0 ? null : ROLES[named], planted: positive?.role ?? null },
      groups: this.#of.groups.names.filter((name) => this.#labels.groups.get(name)?.includes(account) === true),
      indicators: indicatorsOf(positive, this.#predictions.findings.get(account)),
    };
  }

  #middleOfTie(tie: number): number {
    const { tieSizes } = this.#weighed;
    let before = 0;
    for (let i = 0; i < tie; i++) before += tieSizes[i];
    return before + (tieSizes[tie] + 1) / 2;
  }

  find(): Mistake[] {
    const chosen = balanced({ missed: this.#missed(), "false-alarm": this.#falseAlarms(), "wrong-reason": this.#wrongReasons() });
    return KINDS.flatMap((kind) => chosen[kind].map((place) => this.#mistake(kind, place)));
  }
}

/** The mistakes of a run on the full set. */
export function findMistakes(of: ScoringCase, labels: Labels, predictions: Predictions, weighed: Weighed): Mistake[] {
  return new MistakeFinder(of, labels, predictions, weighed).find();
}
