/**
 * Everyday life at counters: purchases come in bursts, and week-ends have other hours.
 *
 * Burstiness is (σ − μ) / (σ + μ) of the pauses between a person's purchases (Goh and Barabási, 2008): 0 for Poisson's chance;
 * nights and errands alone lift people above 0.1. On week-ends people shop later in the morning and around midday, on weekdays
 * before, between and after work: histories of payments differ by half an hour to two hours, as the hours that purchases would
 * have to move around the clock (Wasserstein).
 */
import { CHANNELS } from "@vigie/spec/bank";
import { weekdayOf } from "../calendar.ts";
import { compareBand, rowsOf } from "../compare.ts";
import { circularWasserstein, sharesOf } from "../distance.ts";
import { Sample } from "../sample.ts";
import type { RowView } from "../walk.ts";
import { blank, type Feature, type Guard, type GuardRow } from "./guard.ts";

const POS = CHANNELS.indexOf("pos");
const FEWEST_PAUSES = 15;
const FEWEST_EACH = 5;
/** The day of people begins when nearly nobody is up. */
const DAY_BEGINS = 4 * 60;
const BURSTS = [0.1, 0.4] as const;
const HOURS_APART = [0.3, 2] as const;

const named = rowsOf("guards", {
  bursts: [
    "Burstiness of a person’s purchases at counters, the median",
    "Bouffées d’achats en magasin d’une personne, la médiane",
  ],
  "weekend-hours": ["Hours of purchases: week-ends against weekdays", "Heures des achats : fins de semaine et jours de semaine"],
});

/** (σ − μ) / (σ + μ) of the pauses between ascending times; NaN for fewer than FEWEST_PAUSES. */
export function burstiness(times: readonly number[]): number {
  const count = times.length - 1;
  if (count < FEWEST_PAUSES) return NaN;
  const mean = (times[count] - times[0]) / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (times[i + 1] - times[i] - mean) ** 2;
  const deviation = Math.sqrt(squares / count);
  return (deviation - mean) / (deviation + mean);
}

/** Purchases of one sort of days: their hours, and of one account how many there are and their mean minute. */
class Clock {
  readonly hours = new Float64Array(24);
  #count = 0;
  #minutes = 0;

  see(minute: number): void {
    this.hours[Math.floor(minute / 60)]++;
    this.#count++;
    this.#minutes += (minute - DAY_BEGINS + 1440) % 1440;
  }

  /** The mean minute of the account that ends; NaN for too few. */
  close(): number {
    const mean = this.#count < FEWEST_EACH ? NaN : this.#minutes / this.#count;
    this.#count = 0;
    this.#minutes = 0;
    return mean;
  }
}

export class Habits implements Guard {
  readonly #bursts: Feature;
  /** By account: by how much later its week-ends are, in minutes. */
  readonly #later: Feature;
  readonly #weekdays = new Clock();
  readonly #weekends = new Clock();
  #times: number[] = [];

  constructor(accounts: number) {
    this.#bursts = blank(accounts);
    this.#later = blank(accounts);
  }

  row(row: RowView): void {
    if (row.business || row.credit || !row.posted || row.channel !== POS) return;
    this.#times.push(row.time);
    const weekday = weekdayOf(row.day);
    (weekday === 0 || weekday === 6 ? this.#weekends : this.#weekdays).see(row.minute);
  }

  endAccount(account: number): void {
    this.#bursts[account] = burstiness(this.#times);
    this.#later[account] = this.#weekends.close() - this.#weekdays.close();
    this.#times = [];
  }

  guarded(): GuardRow[] {
    const people = new Sample();
    for (const number of this.#bursts) if (!Number.isNaN(number)) people.add(number);
    const bursty = { unit: "ratio", observations: people.count, observed: people.quantile(0.5) } as const;
    const [weekends, weekdays] = [this.#weekends.hours, this.#weekdays.hours];
    const observed = circularWasserstein(sharesOf(weekends), sharesOf(weekdays));
    const observations = weekends.reduce((a, b) => a + b, 0);
    return [
      { comparison: compareBand(named("bursts"), bursty, BURSTS), feature: this.#bursts },
      {
        comparison: compareBand(named("weekend-hours"), { unit: "hours", observations, observed }, HOURS_APART),
        feature: this.#later,
      },
    ];
  }
}
