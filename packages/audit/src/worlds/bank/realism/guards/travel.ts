/** Nobody travels faster than a plane: speeds between one row that needs a person and the next, and fares for long ways. */
import type { Comparison } from "@vigie/report/bank";
import { compareBand, rowsOf, share, type Figure } from "../compare.ts";
import { RING } from "../bank-truth.ts";
import type { RowView } from "../walk.ts";
import { kilometres } from "./cities.ts";
import { blank, informs, type Guard, type GuardRow } from "./guard.ts";
import { needsPerson, whereabouts } from "./whereabouts.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Airliners cruise at some 850 to 900 km/h. */
export const FASTEST = 900;
const LONG_KM = 1000;
const FARE_DAYS = 45;
/** Rail, coach, air. */
const FARES = [4112, 4131, 4511];

const named = rowsOf("guards", {
  "speed-most": ["Greatest speed between two rows that need a person", "Plus grande vitesse entre deux opérations en personne"],
  "speed-rings": ["Ring accounts above 900 km/h", "Comptes de réseaux à plus de 900 km/h"],
  "speed-lawful": ["Lawful accounts above 900 km/h", "Comptes licites à plus de 900 km/h"],
  "speed-fares": [
    "Ways over 1,000 km with a fare in the 45 days before",
    "Trajets de plus de 1 000 km précédés d’un billet en 45 jours",
  ],
});

/** Kilometres an hour between two places in CITY_NAMES; less than a minute counts as one. */
export function speedBetween(from: number, to: number, ms: number): number {
  return (kilometres(from, to) * HOUR_MS) / Math.max(MINUTE_MS, ms);
}

export class Travel implements Guard {
  readonly #standing: Uint8Array;
  /** By account: its greatest speed; 0 for who stays in one place. */
  readonly #speeds: Float64Array;
  /** By account: the share of its long ways that have a fare. */
  readonly #faresOf: Float64Array;
  readonly #misused: ReadonlySet<number>;
  readonly #firstTime: number;
  #city = -1;
  #time = 0;
  #fastest = 0;
  #lastFare = -Infinity;
  #ways = 0;
  #paid = 0;
  #allWays = 0;
  #allPaid = 0;

  /**
   * @param standing by account, as `BankTruth` has it.
   * @param misused ids of rows that were planted as a card in somebody else's hand.
   */
  constructor(standing: Uint8Array, firstDay: number, misused: ReadonlySet<number>) {
    this.#standing = standing;
    this.#speeds = blank(standing.length);
    this.#faresOf = blank(standing.length);
    this.#misused = misused;
    this.#firstTime = firstDay * DAY_MS;
  }

  row(row: RowView): void {
    if (row.posted && !row.credit && FARES.includes(row.mcc)) this.#lastFare = row.time;
    if (!needsPerson(whereabouts(row)) || this.#misused.has(row.id)) return;
    if (this.#city >= 0 && this.#city !== row.city) this.#moved(row.city, row.time);
    this.#city = row.city;
    this.#time = row.time;
  }

  #moved(city: number, time: number): void {
    this.#fastest = Math.max(this.#fastest, speedBetween(this.#city, city, time - this.#time));
    // before this day, the fare may lie before the set
    if (kilometres(this.#city, city) <= LONG_KM || time < this.#firstTime + FARE_DAYS * DAY_MS) return;
    this.#ways++;
    if (time - this.#lastFare <= FARE_DAYS * DAY_MS) this.#paid++;
  }

  endAccount(account: number): void {
    if (this.#city >= 0) this.#speeds[account] = this.#fastest;
    if (this.#ways > 0) this.#faresOf[account] = this.#paid / this.#ways;
    this.#allWays += this.#ways;
    this.#allPaid += this.#paid;
    this.#city = -1;
    this.#fastest = 0;
    this.#lastFare = -Infinity;
    this.#ways = 0;
    this.#paid = 0;
  }

  guarded(): GuardRow[] {
    const seen = this.#speeds.filter((speed) => !Number.isNaN(speed));
    const most = seen.reduce((a, b) => Math.max(a, b), 0);
    const above = (rings: boolean): Figure => {
      const own = this.#speeds.filter((one, account) => !Number.isNaN(one) && (this.#standing[account] === RING) === rings);
      return share(own.filter((one) => one > FASTEST).length, own.length);
    };
    const speed = (comparison: Comparison): GuardRow => ({ comparison, feature: this.#speeds });
    return [
      speed(compareBand(named("speed-most"), { unit: "speed", observations: seen.length, observed: most }, [0, FASTEST])),
      speed(compareBand(named("speed-rings"), above(true), [0, 0])),
      speed(compareBand(named("speed-lawful"), above(false), [0, 0])),
      { comparison: informs(named("speed-fares"), share(this.#allPaid, this.#allWays)), feature: this.#faresOf },
    ];
  }
}
