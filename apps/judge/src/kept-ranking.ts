/**
 * Where teams stand by their public runs, with what is needed to say it again after the next verdict.
 *
 * Theory. A verdict changes one team, and a band hangs on comparing each team with its leader alone. So replicates of teams
 * that did not change are kept, and so is each answer about a leader's submission and another's: it can never change. After
 * a verdict that leads no band one pair is compared; a new leader is compared with those below it.
 *
 * Invariants. The places are those of `rankStandings` without anything kept, to the bit. What is about a submission that is
 * nobody's best any more is forgotten in time.
 */
import { rankStandings, sharesBand, type RankedEntry } from "@vigie/scoring";
import type { ChallengeSpec } from "@vigie/spec";
import type { Place, StandingEntry } from "@vigie/store/judge";

/** A team with a score; `submission` is the one that its replicates are of. */
export interface RankedTeam extends RankedEntry {
  readonly submission: string;
}

export type Rules = Pick<ChallengeSpec, "precisionPoints" | "interval">;

/** Those of the entries that have a score. Whoever does not compete stands as a baseline does. */
export function rankedTeams(entries: readonly StandingEntry[]): RankedTeam[] {
  return entries.flatMap(({ team: { id, name, baseline }, competes, best }) =>
    best === null
      ? []
      : [
          {
            ...{ id, name, baseline: baseline || !competes },
            ...{ submission: best.submission, points: best.score.points, replicates: best.replicates },
          },
        ],
  );
}

/** One version of a challenge. */
export class KeptRanking {
  readonly #teams = new Map<string, RankedTeam>();
  /** By the leader's submission, then the other's. */
  readonly #answers = new Map<string, Map<string, boolean>>();
  /** Pairs of replicates that were compared so far. */
  compared = 0;

  /** Takes teams in, or what became of them. */
  take(teams: readonly RankedTeam[]): void {
    for (const team of teams) this.#teams.set(team.id, team);
  }

  /** Places all teams that were taken in. @throws RangeError where their replicates are of different resamples. */
  rank({ precisionPoints, interval: { level } }: Rules): Place[] {
    const rules = { precisionPoints, level };
    const places = rankStandings([...this.#teams.values()], rules, (leader, team) => this.#shares(leader, team, level));
    this.#forget();
    return places.map(({ id, rank, band }) => ({ team: id, rank, band }));
  }

  #shares(leader: RankedTeam, team: RankedTeam, level: number): boolean {
    const answers = this.#answers.get(leader.submission) ?? new Map<string, boolean>();
    this.#answers.set(leader.submission, answers);
    const known = answers.get(team.submission);
    if (known !== undefined) return known;
    const answer = sharesBand(leader, team, level);
    answers.set(team.submission, answer);
    this.compared++;
    return answer;
  }

  /** Drops what is about submissions that are nobody's best any more, once that is most of it. */
  #forget(): void {
    const best = new Set([...this.#teams.values()].map(({ submission }) => submission));
    for (const [leader, answers] of this.#answers) {
      if (!best.has(leader)) this.#answers.delete(leader);
      else if (answers.size > 2 * best.size) for (const other of answers.keys()) if (!best.has(other)) answers.delete(other);
    }
  }
}
