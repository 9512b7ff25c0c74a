/**
 * What the robots of a dry run send, and when: at the opening, on each day, while the board is frozen, just before the lock,
 * and what must be refused: before the opening, one too many in a day, just after the lock.
 */
import { dryRunPace, instantOf, midnights, type Answer, type Calendar } from "@vigie/spec/event";

export interface Send {
  /** Of the event's time, in milliseconds. */
  readonly at: number;
  /** Which team, and to which challenge, by their places. */
  readonly team: number;
  readonly challenge: number;
  /** The how many-th detector of that challenge. */
  readonly detector: number;
  readonly expected: Answer;
}

export interface Plan {
  readonly speed: number;
  readonly from: number;
  readonly until: number;
  readonly sends: readonly Send[];
}

export interface Cast {
  readonly calendar: Calendar;
  readonly timeZone: string;
  readonly teams: number;
  /** How many detectors each challenge has. */
  readonly detectors: readonly number[];
  /** Of the copy: so few that one too many costs little. */
  readonly attemptsPerDay: number;
  readonly speed: number;
}

/** Of this machine's time: so long before and after a limit is plainly on its one side. */
const ASIDE_MS = 2000;
const BETWEEN_MS = 300;

/** Hands out whose turn it is, so that nobody sends more in a day than is taken. */
class Turns {
  readonly #cast: Cast;
  readonly #midnights: readonly number[];
  readonly #sent = new Map<string, number>();
  readonly #detectors: number[];
  readonly #lines: readonly { readonly team: number; readonly challenge: number }[];
  #next = 0;

  constructor(cast: Cast, from: number, until: number) {
    this.#cast = cast;
    this.#midnights = midnights(cast.timeZone, from, until);
    this.#detectors = cast.detectors.map(() => 0);
    const challenges = cast.detectors.flatMap((count, challenge) => (count > 0 ? [challenge] : []));
    this.#lines = Array.from({ length: cast.teams }, (_, team) => team).flatMap((team) =>
      challenges.map((challenge) => ({ team, challenge })),
    );
  }

  #key(at: number, team: number, challenge: number): string {
    return `${this.#midnights.filter((midnight) => midnight <= at).length}/${team}/${challenge}`;
  }

  of(at: number, team: number, challenge: number, expected: Answer): Send {
    const key = this.#key(at, team, challenge);
    if (expected === "taken") this.#sent.set(key, (this.#sent.get(key) ?? 0) + 1);
    const detector = this.#detectors[challenge]++ % this.#cast.detectors[challenge];
    return { at, team, challenge, detector, expected };
  }

  /** Whoever is next and has attempts left; null where nobody has. */
  next(at: number, expected: Answer = "taken"): Send | null {
    for (let tried = 0; tried < this.#lines.length; tried++) {
      const { team, challenge } = this.#lines[this.#next++ % this.#lines.length];
      const sent = this.#sent.get(this.#key(at, team, challenge)) ?? 0;
      if (expected !== "taken" || sent < this.#cast.attemptsPerDay) return this.of(at, team, challenge, expected);
    }
    return null;
  }
}

/** The longest stretch of one day. */
function longestDay(edges: readonly number[]): readonly [number, number] {
  const days = edges.slice(1).map((edge, i) => [edges[i], edge] as const);
  return days.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))[0];
}

function spread(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((i + 0.5) * (to - from)) / count);
}

/** The middle of each day, then as many more as there is room for. */
function ordinary(edges: readonly number[], count: number): number[] {
  const middles = edges.slice(1).map((edge, i) => (edges[i] + edge) / 2);
  if (middles.length >= count)
    return middles.filter((_, i) => Math.floor(((i + 1) * count) / middles.length) > Math.floor((i * count) / middles.length));
  return [...middles, ...spread(edges[0], edges[edges.length - 1], count - middles.length)];
}

/** All that is sent, in its order; the same of the same words. */
export function planOf(cast: Cast): Plan {
  const { calendar, timeZone, attemptsPerDay } = cast;
  const { speed, judged } = dryRunPace(calendar, cast.speed);
  const [opens, locks] = [instantOf(calendar.opens), instantOf(calendar.locks)];
  const freezes = calendar.freezes === null ? null : instantOf(calendar.freezes);
  const aside = ASIDE_MS * speed;
  const [from, until] = [opens - 2 * aside, locks + 2 * aside];
  const edges = [opens, ...midnights(timeZone, opens, locks - 1), locks];
  const turns = new Turns(cast, opens, locks);
  const [begins, ends] = longestDay(edges);
  const challenge = cast.detectors.findIndex((count) => count > 0);
  if (challenge < 0) return { speed, from, until, sends: [] };
  const burst = Array.from({ length: attemptsPerDay + 1 }, (_, i) =>
    turns.of((begins + ends) / 2 + i * BETWEEN_MS * speed, cast.teams - 1, challenge, i < attemptsPerDay ? "taken" : "quota"),
  );
  const frozen = freezes === null ? [] : [freezes + (locks - freezes) / 4, freezes + (locks - freezes) / 2];
  const fixed = [opens + aside / 2, opens + aside, ...frozen, locks - aside];
  const left = Math.max(0, judged - attemptsPerDay - fixed.length);
  const taken = [...fixed, ...ordinary(edges, left)].map((at) => turns.next(at));
  const refused = [turns.next(opens - aside, "not-open"), turns.next(locks + aside, "locked")];
  const sends = [...burst, ...taken, ...refused].filter((send) => send !== null);
  return { speed, from, until, sends: sends.toSorted((a, b) => a.at - b.at) };
}
