/**
 * Ranks and bands.
 *
 * Down the ranking, a team joins the band of that band's leader as long as the paired interval of their difference contains
 * 0; otherwise it leads the next band. Bands are not chained: a team is compared with the leader alone, so that small steps
 * cannot swallow the board. Baselines stand by their score, without rank or band, and lead none. On a hidden split ranks and
 * order hang on the rounded score: hidden decimals would show in them.
 */
import { roundedPoints } from "@vigie/spec";
import { interval } from "./interval.ts";

export interface RankedEntry {
  readonly id: string;
  /** Orders equal scores before the id does. */
  readonly name?: string;
  readonly baseline: boolean;
  /** Unrounded. */
  readonly points: number;
  /** Of the same resamples for every entry. */
  readonly replicates: ArrayLike<number>;
}

export interface Place {
  readonly id: string;
  /** 1, 1, 3 where two are equal at the top; null for a baseline. */
  readonly rank: number | null;
  /** From 1; null for a baseline. */
  readonly band: number | null;
}

export interface RankingRules {
  readonly precisionPoints: number;
  readonly level: number;
  /** After the reveal: by the full score, equal below 1e-9. Absent: by the rounded one. */
  readonly revealed?: boolean;
}

const EQUAL_POINTS = 1e-9;

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * Whether an entry belongs to the band of a leader: whether the paired interval of their difference contains 0.
 * @throws RangeError where replicates are missing or of different resamples.
 */
export function sharesBand(leader: RankedEntry, entry: RankedEntry, level: number): boolean {
  if (leader.replicates.length !== entry.replicates.length) {
    throw new RangeError(
      `standings: expected ${leader.replicates.length} replicates of ${entry.id}, as of ${leader.id}; found ${entry.replicates.length}`,
    );
  }
  const clear = clearAnswer(leader.replicates, entry.replicates, level);
  if (clear !== null) return clear;
  const differences = Float64Array.from(leader.replicates, (points, i) => points - entry.replicates[i]);
  const [low, high] = interval(differences, level);
  return low <= 0 && high >= 0;
}

/**
 * What counting tells: an end of the interval lies between two neighbours of the sorted differences, so that its sign is
 * known where both have one. Null where 0 lies between two such neighbours, or on one; only then need anything be sorted.
 */
function clearAnswer(leader: ArrayLike<number>, entry: ArrayLike<number>, level: number): boolean | null {
  const count = leader.length;
  let [below, above] = [0, 0];
  for (let i = 0; i < count; i++) {
    const difference = leader[i] - entry[i];
    if (difference < 0) below++;
    else if (difference > 0) above++;
  }
  const tail = (1 - level) / 2;
  const [low, high] = [Math.floor((count - 1) * tail), Math.floor((count - 1) * (1 - tail))];
  if (above >= count - low || below >= high + 2) return false; // The lower end is above 0, or the upper one below.
  return below >= low + 2 && above >= count - high ? true : null;
}

/**
 * The board's order with each entry's rank and band: by score descending, then name, then id (UTF-16 code units).
 * @param shares may keep its answers, which hang on the two entries' replicates and the level alone.
 * @throws RangeError where replicates are missing or of different resamples.
 */
export function rankStandings<E extends RankedEntry>(
  entries: readonly E[],
  rules: RankingRules,
  shares: (leader: E, entry: E, level: number) => boolean = sharesBand,
): Place[] {
  const tolerance = rules.revealed ? EQUAL_POINTS : 0;
  const shown = (points: number) => (rules.revealed ? points : roundedPoints(points, rules.precisionPoints));
  const order = entries
    .map((entry) => ({ entry, points: shown(entry.points) }))
    .sort(
      (a, b) => b.points - a.points || compareText(a.entry.name ?? "", b.entry.name ?? "") || compareText(a.entry.id, b.entry.id),
    );
  let teams = 0;
  let rank = 0;
  let first = Infinity;
  let band = 0;
  let leader: E | undefined;
  return order.map(({ entry, points }) => {
    if (entry.baseline) return { id: entry.id, rank: null, band: null };
    teams++;
    if (first - points > tolerance) {
      first = points;
      rank = teams;
    }
    if (leader === undefined || !shares(leader, entry, rules.level)) {
      leader = entry;
      band++;
    }
    return { id: entry.id, rank, band };
  });
}
