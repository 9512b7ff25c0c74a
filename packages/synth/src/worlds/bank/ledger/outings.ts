/**
 * When somebody is out at all. People buy several things on one way and nothing for days, more in some weeks than in others,
 * at noon and after work on weekdays and in the middle of the day at week-ends. Purchases gather around these hours.
 */
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { WIDE } from "../../../chance/quantiles.ts";
import type { Calendar } from "../../../ground/calendar.ts";

/** Outings a day on average, and the most on one. */
const A_DAY = 0.62;
const MOST_A_DAY = 5;
/** How much of a day's mood is the last day's. */
const LASTS = 0.72;
const MEAN_MOOD = 1.5;
const WEEKEND = 1.2;

export class Outings {
  readonly #calendar: Calendar;
  /** By day, where its outings begin in the list; at the end, how many there are. */
  readonly #start: Int32Array;
  readonly #day: Int32Array;
  readonly #second: Int32Array;
  /** By outing, the last round in which it was taken. */
  readonly #taken: Int32Array;
  #round = 0;

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
    this.#start = new Int32Array(calendar.days + 1);
    this.#day = new Int32Array(calendar.days * MOST_A_DAY);
    this.#second = new Int32Array(calendar.days * MOST_A_DAY);
    this.#taken = new Int32Array(calendar.days * MOST_A_DAY);
  }

  /** Draws those of a holder. */
  draw(generator: Sfc32): void {
    const { days } = this.#calendar;
    let mood = WIDE.draw(generator) / MEAN_MOOD;
    let count = 0;
    for (let day = 0; day < days; day++) {
      mood = LASTS * mood + ((1 - LASTS) * WIDE.draw(generator)) / MEAN_MOOD;
      const weekend = this.#calendar.isWeekend(day);
      this.#start[day] = count;
      const many = Math.min(MOST_A_DAY, generator.around(A_DAY * mood * (weekend ? WEEKEND : 1) * 2 * generator.unit()));
      for (let i = 0; i < many; i++) {
        this.#day[count] = day;
        this.#second[count++] = hourOut(weekend, generator);
      }
    }
    if (count === 0) {
      this.#day[0] = generator.below(days);
      this.#second[count++] = 61_200;
      this.#start.fill(count, this.#day[0] + 1);
    }
    this.#start[days] = count;
  }

  /** A new round: what people buy once on a way, they do not buy again on the same way if they can help it. */
  anew(): void {
    this.#round++;
  }

  /** Takes an outing, unless it was taken in this round. */
  take(outing: number): boolean {
    if (this.#taken[outing] === this.#round) return false;
    this.#taken[outing] = this.#round;
    return true;
  }

  /** One of them, by number, in the days `from` … `to` (not included); −1 where there is none. */
  within(from: number, to: number, generator: Sfc32): number {
    const { days } = this.#calendar;
    const first = this.#start[Math.max(0, Math.min(days, from))];
    const many = this.#start[Math.max(0, Math.min(days, to))] - first;
    const at = generator.unit();
    return many <= 0 ? -1 : first + Math.floor(at * many);
  }

  any(generator: Sfc32): number {
    return generator.below(this.#start[this.#calendar.days]);
  }

  day(outing: number): number {
    return this.#day[outing];
  }

  /** A second of the day some minutes before or after that of the outing. */
  second(outing: number, generator: Sfc32): number {
    return this.#second[outing] + generator.between(-1500, 2700);
  }
}

function hourOut(weekend: boolean, generator: Sfc32): number {
  const draw = generator.unit();
  const around = (from: number, to: number) =>
    Math.floor((from + ((to - from) * (generator.unit() + generator.unit())) / 2) * 3600);
  if (weekend) return draw < 0.72 ? around(10, 18) : around(9, 24);
  if (draw < 0.22) return around(11.3, 14);
  if (draw < 0.7) return around(15.5, 20.5);
  return around(6.8, 23.5);
}
