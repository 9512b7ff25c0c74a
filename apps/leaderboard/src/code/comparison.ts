/** What got better and what worse from one run to another: parts of the score, and mistakes on practice data. */
import { kindReport, listed } from "@vigie/report";
import {
  challengeOn,
  measureOf,
  MOST_MISTAKES,
  type ChallengeSpec,
  type Language,
  type PracticeReport,
  type Score,
} from "@vigie/spec";
import type { SeenSubmission } from "../visibility.ts";

export interface Change {
  readonly measure: string;
  readonly penalty: boolean;
  /** Shares of 0 to 1, as they are shown: in hundredths. */
  readonly before: number;
  readonly after: number;
  /** Hundredths; above 0 is better, whatever is measured. */
  readonly gain: number;
}

export interface Compared {
  /** On which data both have a score. */
  readonly split: "public" | "practice";
  readonly before: number;
  readonly after: number;
  readonly changes: readonly Change[];
}

const hundredths = (value: number): number => Math.round(Math.max(0, value) * 100);

function changesOf(before: Score, after: Score, asked: Pick<ChallengeSpec, "parts" | "penalties">): Change[] {
  const change = (measure: string, penalty: boolean): Change => {
    const of = (score: Score): number => hundredths((penalty ? score.penalties : score.parts)[measure] ?? 0);
    const [from, to] = [of(before), of(after)];
    return { measure, penalty, before: from / 100, after: to / 100, gain: penalty ? from - to : to - from };
  };
  return [
    ...asked.parts.filter(({ weight }) => weight > 0).map(({ measure }) => change(measure, false)),
    ...asked.penalties.map(({ measure }) => change(measure, true)),
  ];
}

/** On the hidden set where both have a score there, else on practice; null where one has none. */
export function compared(before: SeenSubmission, after: SeenSubmission, challenge: ChallengeSpec): Compared | null {
  for (const split of ["public", "practice"] as const) {
    const [one, other] = [before[split]?.score ?? null, after[split]?.score ?? null];
    if (one === null || other === null) continue;
    const step = split === "public" ? 1 : 10;
    const points = (score: Score): number => Math.round(score.points * step) / step;
    const changes = changesOf(one, other, challengeOn(challenge, split));
    return { split, before: points(one), after: points(other), changes };
  }
  return null;
}

/** Names of the measures that got better, or worse, in a row; null of none. */
export function namesOf({ changes }: Compared, better: boolean, challenge: ChallengeSpec, lang: Language): string | null {
  const moved = changes
    .filter(({ gain }) => (better ? gain > 0 : gain < 0))
    .toSorted((a, b) => Math.abs(b.gain) - Math.abs(a.gain));
  const names = moved.map(({ measure }) => measureOf(challenge, measure).name[lang]);
  return names.length === 0 ? null : listed(lang, names, "conjunction");
}

export interface MistakeGroup {
  readonly sort: string;
  readonly subjects: readonly string[];
}

export interface MistakesCompared {
  readonly gone: readonly MistakeGroup[];
  readonly fresh: readonly MistakeGroup[];
  /** A report holds so many at most: where one is full, what is beyond it is not known. */
  readonly cut: boolean;
}

function groupsOf(all: readonly { readonly sort: string; readonly subject: string }[]): MistakeGroup[] {
  const sorts = [...new Set(all.map(({ sort }) => sort))];
  return sorts.map((sort) => ({ sort, subjects: all.filter((one) => one.sort === sort).map(({ subject }) => subject) }));
}

/** Mistakes of two practice reports that only one of them names; null where one shows none, because it has no score. */
export function mistakesCompared(
  before: PracticeReport | null,
  after: PracticeReport | null,
  challenge: ChallengeSpec,
  lang: Language,
): MistakesCompared | null {
  if (before === null || after === null || before.details === null || after.details === null) return null;
  const wordsOf = (report: PracticeReport) => kindReport(report).practice(report, challenge, lang).mistakes;
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const key = ({ sort, subject }: { readonly sort: string; readonly subject: string }): string => `${sort}\n${subject}`;
  const only = (some: typeof old, others: typeof old) => {
    const known = new Set(others.map(key));
    return groupsOf(some.filter((one) => !known.has(key(one))));
  };
  const cut = Math.max(before.mistakes.length, after.mistakes.length) >= MOST_MISTAKES;
  return { gone: only(old, now), fresh: only(now, old), cut };
}
