/**
 * Where teams stand by their public runs, with what is needed to say it again after the next verdict.
 *
 * Theory. A verdict changes one team, and a band hangs on comparing each team with its leader alone. So replicates of teams
 * that did not change are kept, and so is each answer about a leader's submission and another's: it can never change. After
 * a verdict that leads no band one pair is compared; a new leader is compared with those below it.
 *
 * Invariants. The places are those of `rankStandings` without anything kept, to the bit. Answers are dropped once they are
 * many more than teams: those that the last ranking asked for stay.
 */
import { rankStandings, sharesBand, type RankedEntry } from "@vigie/scoring";
import type { ChallengeSpec } from "@vigie/spec";
import type { Place, StandingEntry } from "@vigie/store/judge";

/** Answers kept a team, at most. */
const MOST_ANSWERS = 64;

/** A team with a score; `submission` is the one that its replicates are of. */
export interface RankedTeam extends RankedEntry {
  readonly submission: string;
}

export type Rules = Pick<ChallengeSpec, "precisionPoints" | "interval">;

/** Those of the entries that have a score. */
export function rankedTeams(entries: readonly StandingEntry[]): RankedTeam[] {
  return entries.flatMap(({ team, best }) =>
    best === null ? [] : [{ ...team, submission: best.submission, points: best.score.points, replicates: best.replicates }],
  );
}

/** One version of a challenge. */
export class KeptRanking {
  readonly #teams = new Map<string, RankedTeam>();
  #answers = new Map<string, boolean>();
  /** Pairs of replicates that were compared so far. */
  compared = 0;

  /** Takes teams in, or what became of them. */
  take(teams: readonly RankedTeam[]): void {
    for (const team of teams) this.#teams.set(team.id, team);
  }

  /** Places all teams that were taken in. @throws RangeError where their replicates are of different resamples. */
  rank({ precisionPoints, interval: { level } }: Rules): Place[] {
    const asked = new Map<string, boolean>();
    const submissionOf = (id: string): string => this.#teams.get(id)?.submission ?? "";
    const shares = (leader: RankedEntry, entry: RankedEntry): boolean => {
      const pair = `${submissionOf(leader.id)} ${submissionOf(entry.id)}`;
      const answer = this.#answers.get(pair) ?? this.#compare(leader, entry, level);
      asked.set(pair, answer);
      this.#answers.set(pair, answer);
      return answer;
    };
    const places = rankStandings([...this.#teams.values()], { precisionPoints, level }, shares);
    if (this.#answers.size > MOST_ANSWERS * this.#teams.size) this.#answers = asked;
    return places.map(({ id, rank, band }) => ({ team: id, rank, band }));
  }

  #compare(leader: RankedEntry, entry: RankedEntry, level: number): boolean {
    this.compared++;
    return sharesBand(leader, entry, level);
  }
}
