/** What people earn: pay on their employer's schedule, clients' and platforms' payments, pensions, study loans. */
import { MIDDLING, NARROW, WIDE } from "../../../chance/quantiles.ts";
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { employerFor, officeOf, pooled } from "../ground/ground.ts";
import { memo } from "../ground/memos.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { batchSecond, monthly } from "./due-days.ts";
import type { Profile } from "./profile.ts";
import { hourOf } from "./spending.ts";

const TOPIC_INCOME = 1;
/** What is left of pay after tax. */
export const NET_OF_TAX = 0.77;

function payroll(ledger: Ledger, profile: Profile, generator: Sfc32, share: number): void {
  const number = employerFor(ledger.ground, profile.occupation, generator);
  const employer = ledger.pooledParty(pooled("employers", number));
  const { days, perYear, second } = ledger.ground.schedules[number];
  const each = (profile.incomeDollars * 100 * NET_OF_TAX * share) / perYear;
  const steady = generator.chance(0.6);
  for (const day of days) {
    const cents = steady ? each : each * (0.8 + 0.4 * generator.unit());
    ledger.deal(TEMPLATE.payroll, employer, day, second + generator.below(900), cents);
  }
}

/** Before that day of the world, the third last banking day of its month may lie before the world. */
const SURELY_WITHIN = 6;

/** A public pension on the third last banking day of the month; with some, one of a former employer at its beginning. */
function pension(ledger: Ledger, profile: Profile, generator: Sfc32): void {
  const { bankDayUpTo, days, monthEnd } = ledger.ground.calendar;
  const office = ledger.pooledParty(officeOf(ledger.ground, "benefits", generator));
  const second = batchSecond(generator);
  const cents = (profile.incomeDollars * 100 * 0.85) / 12;
  const own = generator.chance(0.6) ? 0.4 + 0.25 * generator.unit() : 0;
  for (let day = SURELY_WITHIN; day < days; day++) {
    if (monthEnd[day] === 0) continue;
    const paid = bankDayUpTo[bankDayUpTo[bankDayUpTo[day] - 1] - 1];
    ledger.deal(TEMPLATE.pension, office, paid, second, cents * (1 - own));
  }
  if (own === 0) return;
  const fund = ledger.pooled("employers", generator);
  monthly(ledger, 1, (day) => {
    if (bankDayUpTo[day] <= day) ledger.deal(TEMPLATE.pension, fund, bankDayUpTo[day], second + 400, cents * own);
  });
}

/** Days of the week on which the platforms pay. */
const PLATFORM_DAYS = [2, 3, 4, 4, 2, 5] as const;

/** Weekly payouts by a platform, on its day. */
function platform(ledger: Ledger, totalCents: number, generator: Sfc32): void {
  const { calendar } = ledger.ground;
  const number = generator.below(ledger.ground.pools.platforms);
  const firm = ledger.pooledParty(pooled("platforms", number));
  const second = batchSecond(generator);
  for (let day = 0; day < calendar.days; day++) {
    if (calendar.weekday[day] !== PLATFORM_DAYS[number % PLATFORM_DAYS.length] || calendar.bankDayUpTo[day] > day) continue;
    const cents = ((totalCents * 7) / calendar.days) * MIDDLING.draw(generator);
    ledger.deal(TEMPLATE.payout, firm, calendar.bankDayUpTo[day], second + generator.below(3600), cents);
  }
}

/** E-transfers and cheques from clients, some of whom come back again and again. */
function clients(ledger: Ledger, totalCents: number, generator: Sfc32): void {
  const { calendar } = ledger.ground;
  const known = Array.from({ length: generator.between(4, 9) }, () => ledger.stranger(generator));
  const count = generator.between(12, 26);
  for (let i = 0; i < count; i++) {
    const client = known[Math.floor(known.length * generator.unit() * generator.unit())];
    const cents = Math.max(1000, Math.round(((totalCents / count) * NARROW.draw(generator)) / 500) * 500);
    const day = generator.below(calendar.days);
    const template = generator.chance(0.08) ? TEMPLATE.chequeIn : TEMPLATE.transferIn;
    const row = ledger.deal(template, client, day, hourOf(480, 1320, generator), cents);
    const words = memo(calendar, { city: ledger.city, day, cents, trade: true }, generator);
    if (template === TEMPLATE.transferIn) ledger.rows.memo[row] = words;
  }
}

function pieces(ledger: Ledger, profile: Profile, generator: Sfc32): void {
  const total = (profile.incomeDollars * 100 * 0.85 * ledger.ground.calendar.days) / 365;
  if (profile.occupation.drives || profile.group === "gig-drivers") platform(ledger, total, generator);
  else clients(ledger, total, generator);
}

function study(ledger: Ledger, profile: Profile, generator: Sfc32): void {
  payroll(ledger, profile, generator, 0.55);
  const office = ledger.pooledParty(officeOf(ledger.ground, "benefits", generator));
  ledger.deal(TEMPLATE.loan, office, generator.between(2, 20), batchSecond(generator), profile.incomeDollars * 20);
}

/** Writes a person's income. */
export function earn(ledger: Ledger, profile: Profile): void {
  const generator = ledger.open(TOPIC_INCOME);
  const { pay } = profile.occupation;
  if (pay === "payroll") payroll(ledger, profile, generator, 1);
  else if (pay === "pension") pension(ledger, profile, generator);
  else if (pay === "pieces") pieces(ledger, profile, generator);
  else study(ledger, profile, generator);
  if (!generator.chance(0.3)) return;
  const day = generator.below(ledger.ground.calendar.days);
  ledger.deal(TEMPLATE.chequeIn, ledger.stranger(generator), day, hourOf(600, 1140, generator), 30_000 * WIDE.draw(generator));
}
