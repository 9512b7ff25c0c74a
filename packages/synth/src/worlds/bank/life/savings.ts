/** Most people look after their account now and then: what is over goes to savings, and comes back where it is needed. */
import { TEMPLATE } from "../ground/vocabulary.ts";
import { DAY_SECONDS } from "../../../ground/calendar.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { movedCents } from "../ledger/settle.ts";
import { NET_OF_TAX } from "./pay.ts";
import type { Profile } from "./profile.ts";
import { hourOf } from "./spending.ts";

const TOPIC_SAVINGS = 23;
const LOOKS_AFTER = 0.8;
/** Moved at once: so many times what makes people look. */
const MOST = 2.5;

/** Writes what goes between the account and the holder's savings elsewhere. To be called when all other rows are there. */
export function evenOut(ledger: Ledger, { incomeDollars }: Profile): void {
  const generator = ledger.open(TOPIC_SAVINGS);
  if (!generator.chance(LOOKS_AFTER)) return;
  const { rows, ground } = ledger;
  const { days } = ground.calendar;
  const perDay = new Float64Array(days);
  for (let row = 0; row < rows.count; row++) perDay[Math.floor(rows.local[row] / DAY_SECONDS)] += movedCents(rows, row);
  const own = ledger.stranger(generator);
  const much = Math.max(20_000, ((incomeDollars * 100 * NET_OF_TAX) / 12) * (0.12 + 0.3 * generator.unit()));
  let over = 0;
  let looks = generator.between(2, 9);
  for (let day = 0; day < days; day++) {
    over += perDay[day];
    if (day < looks) continue;
    looks = day + generator.between(3, 11);
    if (Math.abs(over) < much) continue;
    const cents = Math.round((Math.min(Math.abs(over), MOST * much) * (0.7 + 0.4 * generator.unit())) / 2500) * 2500;
    const next = day + 1;
    if (next >= days) break;
    ledger.deal(over > 0 ? TEMPLATE.toSavings : TEMPLATE.fromSavings, own, next, hourOf(420, 1380, generator), cents);
    over += over > 0 ? -cents : cents;
  }
}
