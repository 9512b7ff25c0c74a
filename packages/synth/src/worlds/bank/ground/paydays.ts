/**
 * When employers pay: each has one schedule for all whom it employs. What falls on a week-end or a bank holiday is paid
 * on the banking day before.
 */
import type { Sfc32 } from "../../../chance/sfc32.ts";
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
const SHARES = [13, 66, 84, 96, 100] as const;
const PAYDAYS = [4, 4, 4, 5, 5, 5, 5, 3] as const;

function every(calendar: Calendar, generator: Sfc32, step: 7 | 14): number[] {
  const weekday = generator.pick(PAYDAYS);
  const start = ((weekday - calendar.weekday[0] + 7) % 7) + (step === 14 ? 7 * generator.below(2) : 0);
  const days: number[] = [];
  for (let day = start; day < calendar.days; day += step) days.push(calendar.bankDayUpTo[day]);
  return days;
}

function onMonthDays(calendar: Calendar, passes: (day: number) => boolean): number[] {
  const days: number[] = [];
  for (let day = 0; day < calendar.days; day++) if (passes(day)) days.push(calendar.bankDayUpTo[day]);
  return days;
}

function irregular(calendar: Calendar, generator: Sfc32): number[] {
  const days: number[] = [];
  for (let day = generator.below(9); day < calendar.days; day += generator.between(3, 17)) days.push(calendar.bankDayUpTo[day]);
  return days;
}

function drawDays(calendar: Calendar, generator: Sfc32): Pick<Schedule, "perYear" | "days"> {
  const { monthDay, monthEnd } = calendar;
  switch (generator.weighted(SHARES)) {
    case 0:
      return { perYear: 52, days: every(calendar, generator, 7) };
    case 1:
      return { perYear: 26, days: every(calendar, generator, 14) };
    case 2:
      return { perYear: 24, days: onMonthDays(calendar, (day) => monthDay[day] === 15 || monthEnd[day] === 1) };
    case 3:
      return { perYear: 12, days: onMonthDays(calendar, (day) => monthEnd[day] === 1) };
    default:
      return { perYear: 36, days: irregular(calendar, generator) };
  }
}

/** The schedules of `count` employers. */
export function drawSchedules(calendar: Calendar, count: number, generator: Sfc32): Schedule[] {
  return Array.from({ length: count }, () => {
    const { perYear, days } = drawDays(calendar, generator);
    return { perYear, days: [...new Set(days)], second: generator.between(3 * 3600, 7 * 3600) };
  });
}
