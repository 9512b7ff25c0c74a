/**
 * The days of a world and its local clocks, written out: no time-zone database decides data, since two versions of Node
 * already disagree about one. In the provinces that change their clocks, they do so at 02:00 local time.
 */
import { ZONES } from "./geography.ts";
import { holidaysOf } from "./holidays.ts";

const DAY_MS = 86_400_000;
export const DAY_SECONDS = 86_400;

/** First and last day of summer time in Canada, by year. */
const SUMMER: Readonly<Record<number, readonly [string, string]>> = {
  2020: ["2020-03-08", "2020-11-01"],
  2021: ["2021-03-14", "2021-11-07"],
  2022: ["2022-03-13", "2022-11-06"],
  2023: ["2023-03-12", "2023-11-05"],
  2024: ["2024-03-10", "2024-11-03"],
  2025: ["2025-03-09", "2025-11-02"],
};

export class Calendar {
  readonly firstEpochDay: number;
  readonly firstMs: number;
  readonly days: number;
  /** By day of the world: 0 Sunday … 6 Saturday; 0 January … 11 December; day of the month; 1 where it is the month's last day. */
  readonly weekday: Uint8Array;
  readonly month: Uint8Array;
  readonly monthDay: Uint8Array;
  readonly monthEnd: Uint8Array;
  /** By day: the first from it on, and the last up to it, on which banks settle; the nearest one where the world has none on that side. */
  readonly bankDayFrom: Int32Array;
  readonly bankDayUpTo: Int32Array;
  /** Day of the world on which the clocks change to and from summer time, less than 0 before it. */
  readonly #summerStart: Int32Array;
  readonly #summerEnd: Int32Array;

  /** @throws RangeError when the world reaches outside 2020 to 2025, for which the clocks are written out. */
  constructor(firstDay: string, days: number) {
    this.firstMs = Date.parse(`${firstDay}T00:00:00Z`);
    this.firstEpochDay = Math.round(this.firstMs / DAY_MS);
    this.days = days;
    this.weekday = new Uint8Array(days);
    this.month = new Uint8Array(days);
    this.monthDay = new Uint8Array(days);
    this.monthEnd = new Uint8Array(days);
    this.#summerStart = new Int32Array(days);
    this.#summerEnd = new Int32Array(days);
    this.bankDayFrom = new Int32Array(days);
    this.bankDayUpTo = new Int32Array(days);
    for (let day = 0; day < days; day++) this.#fill(day);
    for (let day = 0; day < days; day++) this.#findBankDays(day);
  }

  #fill(day: number): void {
    const date = new Date(this.firstMs + day * DAY_MS);
    const summer = SUMMER[date.getUTCFullYear()];
    if (!summer)
      throw new RangeError(
        `dataset.json: /firstDay: expected a world within 2020 to 2025, found day ${date.toISOString().slice(0, 10)}; choose other days`,
      );
    this.weekday[day] = date.getUTCDay();
    this.month[day] = date.getUTCMonth();
    this.monthDay[day] = date.getUTCDate();
    this.monthEnd[day] = new Date(date.getTime() + DAY_MS).getUTCDate() === 1 ? 1 : 0;
    this.#summerStart[day] = Math.round((Date.parse(`${summer[0]}T00:00:00Z`) - this.firstMs) / DAY_MS);
    this.#summerEnd[day] = Math.round((Date.parse(`${summer[1]}T00:00:00Z`) - this.firstMs) / DAY_MS);
  }

  #isBankDay(day: number): boolean {
    if (day < 0 || day >= this.days || this.isWeekend(day)) return false;
    const date = new Date(this.firstMs + day * DAY_MS);
    return !holidaysOf(date.getUTCFullYear()).has(date.toISOString().slice(5, 10));
  }

  #findBankDays(day: number): void {
    let from = day;
    let upTo = day;
    while (from < this.days && !this.#isBankDay(from)) from++;
    while (upTo >= 0 && !this.#isBankDay(upTo)) upTo--;
    this.bankDayFrom[day] = from < this.days ? from : Math.max(0, upTo);
    this.bankDayUpTo[day] = upTo >= 0 ? upTo : this.bankDayFrom[day];
  }

  /** Minutes to add to UTC at a local time. The hour that does not exist in spring counts as summer time. */
  offsetMinutes(zone: number, day: number, second: number): number {
    const { winter, summerTime } = ZONES[zone];
    if (!summerTime) return winter;
    const start = this.#summerStart[day];
    const end = this.#summerEnd[day];
    const afterStart = day > start || (day === start && second >= 7200);
    const beforeEnd = day < end || (day === end && second < 7200);
    return afterStart && beforeEnd ? winter + 60 : winter;
  }

  isWeekend(day: number): boolean {
    const weekday = this.weekday[day];
    return weekday === 0 || weekday === 6;
  }
}
