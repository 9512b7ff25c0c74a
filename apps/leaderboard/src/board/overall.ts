/**
 * One board over several challenges: the mean of a team's public scores, by the challenges' declared weights.
 *
 * Made from everybody's boards alone, so that it stands still while they do. It has no bands: no test compares teams across
 * challenges. A challenge without a score counts as 0.
 */
import type { ChallengeSpec, StandingRow } from "@vigie/spec";
import type { Snapshot } from "./snapshot.ts";
import { isOutside } from "./shown-row.ts";

export interface Weighed {
  readonly challenge: ChallengeSpec;
  readonly weight: number;
}

export interface OverallRow {
  readonly team: StandingRow;
  /** Null of teams without a score, and of those that do not compete; equals share one. */
  readonly rank: number | null;
  /** To a tenth of a point; null without any score. */
  readonly points: number | null;
  /** By challenge, in the event's order; null without a score. */
  readonly scores: readonly (number | null)[];
}

/** Weights of an event's challenges; one that is not named weighs 1. */
export function weighed(challenges: readonly ChallengeSpec[], weights: Readonly<Record<string, number>>): Weighed[] {
  return challenges.map((challenge) => ({ challenge, weight: weights[challenge.id] ?? 1 }));
}

function pointsOf(scores: readonly (number | null)[], weights: readonly number[]): number | null {
  if (scores.every((score) => score === null)) return null;
  const sum = scores.reduce<number>((total, score, i) => total + weights[i] * (score ?? 0), 0);
  return Math.round((10 * sum) / weights.reduce((total, weight) => total + weight, 0)) / 10;
}

/** Teams by their mean, those without a score last. @param boards in the order of the challenges. */
export function overallRows(boards: readonly Pick<Snapshot, "places">[], weights: readonly number[]): OverallRow[] {
  const teams = new Map<string, StandingRow>();
  const scores = boards.map(({ places }) => new Map(places.map(({ row }) => [row.team, row.score])));
  for (const { places } of boards) for (const { row } of places) if (!row.baseline) teams.set(row.team, row);
  const rows = [...teams.values()].map((team) => {
    const own = scores.map((of) => of.get(team.team) ?? null);
    return { team, scores: own, points: pointsOf(own, weights) };
  });
  const sorted = rows.toSorted((a, b) => (b.points ?? -1) - (a.points ?? -1) || (a.team.team < b.team.team ? -1 : 1));
  const competing = sorted.filter(({ team, points }) => points !== null && !isOutside(team));
  return sorted.map((row) => {
    const above = competing.filter(({ points }) => (points ?? 0) > (row.points ?? 0)).length;
    return { ...row, rank: competing.includes(row) ? above + 1 : null };
  });
}
