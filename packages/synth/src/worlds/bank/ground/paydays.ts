/**
 * When employers pay: each has one schedule for all whom it employs, and so has each business of the set. What falls on a
 * week-end or a bank holiday is paid on the banking day before.
 */
import type { KeyedStreams } from "../../../chance/chacha.ts";
import { Sfc32 } from "../../../chance/sfc32.ts";
import type { Calendar } from "../../../ground/calendar.ts";

export interface Schedule {
  /** Pays in a year. */
  readonly perYear: number;
  /** Days of the world, in order. */
  readonly days: readonly number[];
  /** Second of the day at which the employer's bank posts it. */
  readonly second: number;
}

/** Cumulative shares of the schedules, in percent: weekly, every two weeks, twice a month, monthly, irregular. */
const SHARES = [13, 68, 88, 99, 100] as const;
/** The same for small businesses, which pay weekly, every two weeks or twice a month. */
const SHARES_OF_SMALL = [24, 78, 100] as const;
/** Days of the week on which pay comes. Early in the week a holiday would bring it close to the one before. */
const PAYDAYS = [4, 4, 4, 5, 5, 5, 5, 3] as const;
/** Days of the month on which those pay who pay twice; 31 stands for the last. */
const HALVES = [
  [15, 31],
  [15, 31],
  [1, 15],
  [10, 25],
] as const;
const MONTH_END = [31] as const;

/** Days apart at least, where pay comes irregularly. */
const LEAST_GAP = 5;
const TOPIC_PAYDAYS = 24;
const ofBusiness = new Sfc32();

/** The days on which what is due on `due` is paid; what would have been paid before the world began is not in it. */
function paidFor(calendar: Calendar, due: readonly number[]): number[] {
  const days = due.map((day) => calendar.bankDayUpTo[day]).filter((day, i) => day <= due[i]);
  return [...new Set(days)];
}

function every(calendar: Calendar, generator: Sfc32, step: 7 | 14): number[] {
  const weekday = generator.pick(PAYDAYS);
  const start = ((weekday - calendar.weekday[0] + 7) % 7) + (step === 14 ? 7 * generator.below(2) : 0);
  const due: number[] = [];
  for (let day = start; day < calendar.days; day += step) due.push(day);
  return paidFor(calendar, due);
}

function onMonthDays(calendar: Calendar, days: readonly number[]): number[] {
  const due = Array.from(calendar.monthDay.keys()).filter(
    (day) => days.includes(calendar.monthDay[day]) || (days.includes(31) && calendar.monthEnd[day] === 1),
  );
  return paidFor(calendar, due);
}

function irregular(calendar: Calendar, generator: Sfc32): number[] {
  const days: number[] = [];
  let last = -LEAST_GAP;
  for (let day = generator.below(9); day < calendar.days; day = last + generator.between(LEAST_GAP, 16)) {
    const paid = calendar.bankDayUpTo[day];
    last = paid - last < LEAST_GAP ? calendar.bankDayFrom[day] : paid;
    if (days.length > 0 && last - days[days.length - 1] < LEAST_GAP) break;
    days.push(last);
  }
  return days;
}

function drawDays(calendar: Calendar, generator: Sfc32, shares: readonly number[]): Pick<Schedule, "perYear" | "days"> {
  switch (generator.weighted(shares)) {
    case 0:
      return { perYear: 52, days: every(calendar, generator, 7) };
    case 1:
      return { perYear: 26, days: every(calendar, generator, 14) };
    case 2:
      return { perYear: 24, days: onMonthDays(calendar, generator.pick(HALVES)) };
    case 3:
      return { perYear: 12, days: onMonthDays(calendar, MONTH_END) };
    default:
      return { perYear: 35, days: irregular(calendar, generator) };
  }
}

function drawSchedule(calendar: Calendar, generator: Sfc32, shares: readonly number[]): Schedule {
  return { ...drawDays(calendar, generator, shares), second: generator.between(3 * 3600, 7 * 3600) };
}

/** What a pay by the hour is against the usual one. */
export function varied(generator: Sfc32): number {
  return 0.85 + 0.3 * generator.unit();
}

/** The schedules of `count` employers. */
export function drawSchedules(calendar: Calendar, count: number, generator: Sfc32): Schedule[] {
  return Array.from({ length: count }, () => drawSchedule(calendar, generator, SHARES));
}

/** When the business of a slot pays whoever works for it, from a stream of its own: the same whoever asks. */
export function paydaysOf(
  { calendar, accountStreams }: { readonly calendar: Calendar; readonly accountStreams: KeyedStreams },
  slot: number,
): Schedule {
  return drawSchedule(calendar, accountStreams.open(ofBusiness, slot, TOPIC_PAYDAYS), SHARES_OF_SMALL);
}
