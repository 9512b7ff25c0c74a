/**
 * Up to 30 subjects to learn from, a third of each kind where there are enough of each, the most instructive first:
 * - `missed`: positives of which less than half counts within the budget, nearest to the cut first, then those without an
 *   alert, the one on which most was planted first;
 * - `false-alarm`: lawful subjects within the budget, highest first;
 * - `wrong-reason`: positives within the budget whose role, indicators or evidence are not all right, worst first.
 * All orders end with the list's own order or the subject's number, so that they are total.
 */
import { MOST_MISTAKES } from "@vigie/spec";
import type { RankingMistake } from "@vigie/spec/ranking";
import { weightOfTie } from "../../measures/budget-cut.ts";
import { evidenceF1, indicatorF1, rowsOf, type Findings } from "../../measures/explanation.ts";
import { roleWorth } from "../../measures/roles.ts";
import type { Alerts } from "./alerts.ts";
import type { Positive, RankingLabels } from "./ranking-labels.ts";
import type { Weighing } from "./weigh.ts";

/** A subject with its place in the list: −1 without an alert. */
interface Place {
  readonly subject: number;
  readonly position: number;
}

function indicatorsOf(positive: Positive | undefined, findings: Findings): RankingMistake["indicators"] {
  const planted = rowsOf(positive?.planted);
  const cited = rowsOf(findings);
  const spared = (row: number) => positive?.incidentalRows.has(row) === true;
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
          wrong: findings?.get(indicator)?.filter((row) => !planted.has(row) && !spared(row)).length ?? 0,
        },
      };
    });
}

/** Takes turns between the lists until 30 are taken or all are used up; then puts them together again. */
function balanced(lists: readonly (readonly Place[])[]): (readonly Place[])[] {
  const taken = lists.map(() => 0);
  let left = MOST_MISTAKES;
  for (let turn = 0; turn < MOST_MISTAKES; turn++) {
    lists.forEach(({ length }, i) => {
      if (left === 0 || taken[i] >= length) return;
      taken[i]++;
      left--;
    });
  }
  return lists.map((list, i) => list.slice(0, taken[i]));
}

class MistakeFinder {
  readonly #full: Weighing;
  readonly #alerts: Alerts;
  readonly #labels: RankingLabels;

  constructor(full: Weighing) {
    this.#full = full;
    this.#alerts = full.of.alerts;
    this.#labels = full.of.split.labels;
  }

  #positive(subject: number): Positive | undefined {
    return this.#labels.positives[this.#labels.positiveOf[subject]];
  }

  /** The first places of the list that are wanted, from the top. No more are made: a list may have a million. */
  #first(most: number, wanted: (isPositive: boolean, weight: number) => boolean): Place[] {
    const { subjects, tieOf } = this.#full.of.ranked;
    const found: Place[] = [];
    for (let position = 0; position < subjects.length && found.length < most; position++) {
      const subject = subjects[position];
      const weight = weightOfTie(this.#full.cut, tieOf[position]);
      if (wanted(this.#positive(subject) !== undefined, weight)) found.push({ subject, position });
    }
    return found;
  }

  /** −1 (all wrong, and one taken for the opposite) to 3 (nothing to learn). */
  #reason(subject: number): number {
    const positive = this.#positive(subject);
    if (positive === undefined) return 3;
    const findings = this.#alerts.findings.get(subject);
    const role = roleWorth(positive.role, this.#alerts.roleOf(subject));
    return indicatorF1(positive, findings) + evidenceF1(positive, findings) + role;
  }

  missed(): Place[] {
    const near = this.#first(MOST_MISTAKES, (isPositive, weight) => isPositive && weight < 0.5);
    const silent = this.#labels.positives
      .filter(({ subject }) => this.#alerts.alerted[subject] !== 1)
      .sort((a, b) => b.planted.size - a.planted.size || a.subject - b.subject)
      .map(({ subject }) => ({ subject, position: -1 }));
    return [...near, ...silent];
  }

  falseAlarms(): Place[] {
    return this.#first(MOST_MISTAKES, (isPositive, weight) => !isPositive && weight > 0);
  }

  wrongReasons(): Place[] {
    return this.#first(Infinity, (isPositive, weight) => isPositive && weight >= 0.5)
      .map((place) => ({ ...place, reason: this.#reason(place.subject) }))
      .filter(({ reason }) => reason < 3)
      .sort((a, b) => a.reason - b.reason || a.position - b.position);
  }

  mistake(kind: RankingMistake["kind"], { subject, position }: Place): RankingMistake {
    const positive = this.#positive(subject);
    const { names } = this.#full.of.split.lookAlikes;
    return {
      kind,
      subject,
      rank: position < 0 ? null : this.#middleOfTie(this.#full.of.ranked.tieOf[position]),
      score: position < 0 ? null : this.#alerts.scores[subject],
      role: { named: this.#alerts.roleOf(subject), planted: positive?.role ?? null },
      groups: names.filter((name) => this.#labels.groups.get(name)?.includes(subject) === true),
      indicators: indicatorsOf(positive, this.#alerts.findings.get(subject)),
    };
  }

  #middleOfTie(tie: number): number {
    const { sizes } = this.#full.ties;
    let before = 0;
    for (let i = 0; i < tie; i++) before += sizes[i];
    return before + (sizes[tie] + 1) / 2;
  }
}

/** The mistakes of a run on the full set. */
export function findMistakes(full: Weighing): RankingMistake[] {
  const finder = new MistakeFinder(full);
  const [missed, falseAlarms, wrongReasons] = balanced([finder.missed(), finder.falseAlarms(), finder.wrongReasons()]);
  return [
    ...missed.map((place) => finder.mistake("missed", place)),
    ...falseAlarms.map((place) => finder.mistake("false-alarm", place)),
    ...wrongReasons.map((place) => finder.mistake("wrong-reason", place)),
  ];
}
