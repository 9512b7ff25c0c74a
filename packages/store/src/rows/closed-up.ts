/** Places between an organizer's act and the ranking that follows it; on a frozen board, until it is live again. */
import type { StandingRow } from "@vigie/spec";
import type { StoredPlace } from "../database/tables.ts";

type Row = Pick<StandingRow, "baseline" | "entry" | "score">;

const competes = (row: Row | undefined): boolean => row?.baseline === false && row.entry === undefined;

/**
 * Those that do not compete lose their place, and the others close up; who competes again stands by its score. Bands stay
 * who is in them, for nobody is compared anew. Where nobody's entry changed the places are returned as they are.
 * @param places best first, of teams with a score.
 */
export function closedUp(places: readonly StoredPlace[], row: (team: string) => Row | undefined): readonly StoredPlace[] {
  if (places.every(([team, rank]) => (rank !== null) === competes(row(team)))) return places;
  let [count, rank, band] = [0, 0, 0];
  let lowest = Infinity;
  let stored: number | null = null;
  return places.map(([team, , was]) => {
    if (!competes(row(team))) return [team, null, null];
    count++;
    const score = row(team)?.score ?? lowest;
    if (score < lowest) [lowest, rank] = [score, count];
    if (band === 0 || (was !== null && stored !== null && was !== stored)) band++;
    stored = was ?? stored;
    return [team, rank, band];
  });
}
