/** When what comes and goes by itself is due. */
import type { Sfc32 } from "../../../chance/sfc32.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** A second in the small hours, when banks post what is due; one for a whole schedule. */
export function batchSecond(generator: Sfc32): number {
  return generator.between(3 * 3600, 8 * 3600);
}

/** Calls `pay` every second week, from any day of the first two on. */
export function everyTwoWeeks(ledger: Ledger, generator: Sfc32, pay: (day: number) => void): void {
  for (let day = generator.below(14); day < ledger.ground.calendar.days; day += 14) pay(day);
}

/** Calls `pay` for that day of each month. */
export function monthly(ledger: Ledger, monthDay: number, pay: (day: number) => void): void {
  const { calendar } = ledger.ground;
  for (let day = 0; day < calendar.days; day++) if (calendar.monthDay[day] === monthDay) pay(day);
}
