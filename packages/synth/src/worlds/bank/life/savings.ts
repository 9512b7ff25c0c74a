/** Most people look after their account now and then: what is over goes to savings, and comes back where it is needed. */
import { TEMPLATE } from "../ground/vocabulary.ts";
import { DAY_SECONDS } from "../../../ground/calendar.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { movedCents, type Statement } from "../ledger/settle.ts";
import { NET_OF_TAX } from "./pay.ts";
import type { Profile } from "./profile.ts";
import { hourOf } from "./spending.ts";

const TOPIC_SAVINGS = 23;
const LOOKS_AFTER = 0.9;
const TOPIC_WINDFALL = 26;
const IS_LUCKY = 0.005;
/** Of what comes in, so much stays. */
const STAYS = 0.038;
const MOST_DAYS = 4096;
const perDay = new Float64Array(MOST_DAYS);
const atDayEnd = new Float64Array(MOST_DAYS);
/** Moved at once: so many times what makes people look. */
const MOST = 3;
/** Who has so many times that on the account takes nothing from savings. */
const RICH = 5;

/** The mean of the sums up to each day. */
function meanOfSums(changes: Float64Array): number {
  let [sum, all] = [0, 0];
  for (const change of changes) all += sum += change;
  return all / changes.length;
}

/** An inheritance, a car that was sold, an insurance that paid: a large sum that stays a while. To very few in three months. */
export function windfall(ledger: Ledger): void {
  const generator = ledger.open(TOPIC_WINDFALL);
  if (!generator.chance(IS_LUCKY)) return;
  const day = generator.below(ledger.ground.calendar.days);
  const cents = generator.between(1_020_000, 1_500_000);
  ledger.deal(TEMPLATE.windfall, ledger.stranger(generator), day, hourOf(600, 1020, generator), cents);
}

/**
 * Writes what goes between the account and the holder's savings elsewhere, by what the statement so far shows; true where
 * there is anything, so that it has to be settled anew.
 */
export function evenOut(ledger: Ledger, { incomeDollars, name }: Profile, statement: Statement): boolean {
  const generator = ledger.open(TOPIC_SAVINGS);
  if (!generator.chance(LOOKS_AFTER)) return false;
  const { rows, ground } = ledger;
  const { days } = ground.calendar;
  perDay.fill(0);
  atDayEnd.fill(0);
  for (let i = 0; i < statement.count; i++) {
    const row = statement.row[i];
    const cents = rows.template[row] === TEMPLATE.windfall.number ? 0 : movedCents(rows, row);
    const day = Math.floor(rows.local[row] / DAY_SECONDS);
    perDay[day] += cents > 0 ? cents * (1 - STAYS) : cents;
    atDayEnd[day] = statement.balance[i];
  }
  const before = rows.count;
  const own = ledger.self(name);
  const much = Math.max(25_000, ((incomeDollars * 100 * NET_OF_TAX) / 12) * (0.12 + 0.25 * generator.unit()));
  // what lies on the account goes up and down around its mean; it is far from that when people look
  let over = -meanOfSums(perDay.subarray(0, days));
  let looks = generator.between(2, 9);
  let [lies, moved] = [statement.openingCents, 0];
  for (let day = 0; day < days; day++) {
    over += perDay[day];
    if (atDayEnd[day] !== 0) lies = atDayEnd[day];
    if (day < looks) continue;
    looks = day + generator.between(4, 13);
    if (Math.abs(over) < much) continue;
    const cents = Math.round((Math.min(Math.abs(over), MOST * much) * (0.7 + 0.4 * generator.unit())) / 2500) * 2500;
    const next = day + 1;
    if (next >= days) break;
    if (over < 0 && lies + moved > RICH * much) continue;
    ledger.deal(over > 0 ? TEMPLATE.toSavings : TEMPLATE.fromSavings, own, next, hourOf(420, 1380, generator), cents);
    moved += over > 0 ? -cents : cents;
    over += over > 0 ? -cents : cents;
  }
  return rows.count > before;
}
