/** Where teams stand by their public runs: ranks and bands by the unrounded replicates. */
import { rankStandings } from "@vigie/scoring";
import type { ChallengeSpec } from "@vigie/spec";
import type { Place, StandingEntry } from "@vigie/store/judge";

/** Places the teams that have a score, in the board's order. */
export function rankTeams({ precisionPoints, interval }: ChallengeSpec, entries: readonly StandingEntry[]): Place[] {
  const scored = entries.flatMap(({ team, best }) =>
    best === null ? [] : [{ ...team, points: best.score.points, replicates: best.replicates }],
  );
  const places = rankStandings(scored, { precisionPoints, level: interval.level });
  return places.map(({ id, rank, band }) => ({ team: id, rank, band }));
}
