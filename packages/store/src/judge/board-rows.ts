/** The board's rows, out of what each team has and where the judge places it: whatever they show is rounded here. */
import { roundedScore, type ChallengeSpec, type StandingRow } from "@vigie/spec";
import type { Place, Rank, StandingEntry } from "../judge-contract.ts";
import { emptyRow, inBoardOrder } from "../rows/standings.ts";

type Precision = Pick<ChallengeSpec, "precisionPoints">;

function rowOf(entry: StandingEntry, place: Place | undefined, precision: Precision): StandingRow {
  const { team, best, history, attempts, latestVerdict: verdict } = entry;
  const row = { ...emptyRow(team), history: [...history], attempts, verdict };
  if (best === null) return row;
  const { points, low, high, parts, penalties } = roundedScore(best.score, precision);
  const { submission, judgedAt } = best;
  const shown = { score: points, interval: [low, high] satisfies [number, number], parts, penalties };
  return { ...row, rank: place?.rank ?? null, band: place?.band ?? null, ...shown, submission, judgedAt };
}

/** A row for every team: those that were placed in that order, then the others by name. */
export function boardRows(entries: readonly StandingEntry[], rank: Rank, precision: Precision): StandingRow[] {
  const places = new Map(rank(entries).map((place) => [place.team, place]));
  const order = new Map([...places.keys()].map((team, at) => [team, at]));
  const at = ({ team }: StandingEntry): number => order.get(team.id) ?? places.size;
  const sorted = entries.toSorted((a, b) => at(a) - at(b));
  return inBoardOrder(sorted.map((entry) => rowOf(entry, places.get(entry.team.id), precision)));
}
