/** When what comes and goes by itself is due. */
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** A second in the small hours, when banks post what is due; one for a whole schedule. */
export function batchSecond(generator: Sfc32): number {
  return generator.between(3 * 3600, 8 * 3600);
}

/** Calls `pay` every second week, from any day of the first two on. */
export function everyTwoWeeks(ledger: Ledger, generator: Sfc32, pay: (day: number) => void): void {
  const { days, bankDayFrom } = ledger.ground.calendar;
  for (let day = generator.below(14); day < days; day += 14) if (bankDayFrom[day] >= day) pay(day);
}

/** Calls `pay` for that day of each month. */
export function monthly(ledger: Ledger, monthDay: number, pay: (day: number) => void): void {
  const { calendar } = ledger.ground;
  for (let day = 0; day < calendar.days; day++) if (calendar.monthDay[day] === monthDay) pay(day);
}

/** The same of what banks collect on their own days: what fell due on the week-end before the world comes on its first day, what they would collect after its last is not in it. */
export function monthlyByBank(ledger: Ledger, monthDay: number, pay: (day: number) => void): void {
  const { calendar } = ledger.ground;
  const before = calendar.monthDay[0] - monthDay;
  if (calendar.weekday[0] === 1 && (before === 1 || before === 2)) pay(0);
  monthly(ledger, monthDay, (day) => {
    if (calendar.bankDayFrom[day] >= day) pay(day);
  });
}

/** What a bank takes for an account, at the end of each month. */
export function bankFees(ledger: Ledger, cents: number): void {
  const { calendar } = ledger.ground;
  for (let day = 0; day < calendar.days; day++) if (calendar.monthEnd[day] === 1) ledger.row(TEMPLATE.fee, day, 82_800, cents);
}
