/** What comes and goes by itself: pay, rent, bills, savings, cash from the machine, the card bill, fees. */
import { MIDDLING, NARROW } from "../chance/quantiles.ts";
import type { Sfc32 } from "../chance/sfc32.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Profile } from "./profile.ts";
import { hourOf } from "./spending.ts";
import { RENT_MEMOS } from "../ground/memos.ts";

const TOPIC_INCOME = 1;
const TOPIC_BILLS = 2;
const NET_OF_TAX = 0.77;

/** A second in the small hours, when banks post what is due; one for the whole schedule. */
function batchSecond(generator: Sfc32): number {
  return generator.between(5 * 3600, 8 * 3600);
}

/** Days on which a regular thing falls: every `every` days, or on given days of the month. */
function* schedule(ledger: Ledger, generator: Sfc32): Generator<number> {
  const { calendar } = ledger.ground;
  const kind = generator.unit();
  if (kind < 0.7) {
    const every = kind < 0.12 ? 7 : 14;
    const friday = (5 - calendar.weekday[0] + 7) % 7;
    for (
      let day = friday - (generator.chance(0.3) ? 1 : 0) + (every === 14 ? 7 * generator.below(2) : 0);
      day < calendar.days;
      day += every
    )
      if (day >= 0) yield day;
    return;
  }
  for (let day = 0; day < calendar.days; day++) if (calendar.monthDay[day] === 15 || calendar.monthEnd[day] === 1) yield day;
}

function payroll(ledger: Ledger, profile: Profile, generator: Sfc32, share: number): void {
  const employer = ledger.pooled("employers", generator);
  const second = batchSecond(generator);
  const days = [...schedule(ledger, generator)];
  const each =
    (profile.incomeDollars * 100 * NET_OF_TAX * share * (ledger.ground.calendar.days / 365)) / Math.max(1, days.length);
  const steady = generator.chance(0.6);
  for (const day of days)
    ledger.deal(
      TEMPLATE.payroll,
      employer,
      day,
      second + generator.below(600),
      steady ? each : each * (0.8 + 0.4 * generator.unit()),
    );
}

function monthly(ledger: Ledger, day: number, pay: (worldDay: number) => void): void {
  const { calendar } = ledger.ground;
  for (let d = 0; d < calendar.days; d++) if (calendar.monthDay[d] === day) pay(d);
}

function pension(ledger: Ledger, profile: Profile, generator: Sfc32): void {
  const office = ledger.pooled("offices", generator);
  const second = batchSecond(generator);
  const cents = (profile.incomeDollars * 100 * 0.85) / 12;
  const payDay = generator.between(24, 28);
  monthly(ledger, payDay, (day) => ledger.deal(TEMPLATE.pension, office, day, second, cents));
}

/** Self-employed people: e-transfers from clients, or weekly payouts by a platform. */
function pieces(ledger: Ledger, profile: Profile, generator: Sfc32): void {
  const { calendar } = ledger.ground;
  const total = (profile.incomeDollars * 100 * 0.85 * calendar.days) / 365;
  if (generator.chance(0.5)) {
    const platform = ledger.pooled("platforms", generator);
    const second = batchSecond(generator);
    for (let day = generator.below(7); day < calendar.days; day += 7)
      ledger.deal(
        TEMPLATE.payout,
        platform,
        day,
        second + generator.below(3600),
        ((total * 7) / calendar.days) * NARROW.draw(generator),
      );
    return;
  }
  const clients = Array.from({ length: generator.between(3, 7) }, () => ledger.stranger(generator));
  const count = generator.between(12, 26);
  for (let i = 0; i < count; i++)
    ledger.deal(
      TEMPLATE.transferIn,
      generator.pick(clients),
      generator.below(calendar.days),
      hourOf(480, 1320, generator),
      Math.round(((total / count) * NARROW.draw(generator)) / 500) * 500,
    );
}

/** Writes a person's income. */
export function earn(ledger: Ledger, profile: Profile): void {
  const generator = ledger.open(TOPIC_INCOME);
  const { pay } = profile.occupation;
  if (pay === "payroll") payroll(ledger, profile, generator, 1);
  else if (pay === "pension") pension(ledger, profile, generator);
  else if (pay === "pieces") pieces(ledger, profile, generator);
  else {
    payroll(ledger, profile, generator, 0.55);
    const office = ledger.pooled("offices", generator);
    ledger.deal(TEMPLATE.loan, office, generator.between(2, 20), batchSecond(generator), profile.incomeDollars * 20);
  }
  if (generator.chance(0.3))
    ledger.deal(
      TEMPLATE.chequeIn,
      ledger.stranger(generator),
      generator.below(ledger.ground.calendar.days),
      hourOf(600, 1140, generator),
      12_000 * MIDDLING.draw(generator),
    );
}

function rent(ledger: Ledger, generator: Sfc32, cents: number): void {
  const landlord = generator.chance(0.75) ? ledger.pooled("landlords", generator) : ledger.stranger(generator);
  const byTransfer = generator.chance(0.35);
  const second = byTransfer ? hourOf(480, 1380, generator) : batchSecond(generator);
  monthly(ledger, byTransfer ? generator.between(1, 3) : 1, (day) => {
    const row = ledger.deal(
      byTransfer ? TEMPLATE.rentByTransfer : TEMPLATE.rent,
      landlord,
      day,
      second + generator.below(900),
      cents,
    );
    if (byTransfer && generator.chance(0.6)) ledger.rows.memo[row] = RENT_MEMOS.first + generator.below(RENT_MEMOS.count);
  });
}

/** Writes rent, bills, subscriptions, savings, cash and the card bill of a person. `paysRent` is false for those who share one inside the set. */
export function settleBills(ledger: Ledger, profile: Profile, paysRent: boolean): void {
  const generator = ledger.open(TOPIC_BILLS);
  const { calendar } = ledger.ground;
  const net = (profile.incomeDollars * 100 * NET_OF_TAX) / 12;
  if (paysRent && !generator.chance(0.12))
    rent(ledger, generator, Math.round((net * (0.22 + 0.14 * generator.unit())) / 500) * 500);
  for (const [kind, share] of [
    ["telecom", 0.95],
    ["energy", 0.7],
    ["insurance", 0.65],
    ["streaming", 0.7],
    ["streaming", 0.4],
  ] as const) {
    if (!generator.chance(share)) continue;
    const merchant = ledger.merchant(kind, generator);
    const cents = Math.round((kind === "energy" ? 9000 : kind === "streaming" ? 1500 : 7500) * NARROW.draw(generator));
    const second = batchSecond(generator);
    monthly(ledger, generator.between(2, 27), (day) =>
      ledger.pay(
        kind === "streaming" ? TEMPLATE.web : TEMPLATE.bill,
        merchant,
        day,
        second,
        kind === "energy" ? Math.round(cents * (0.85 + 0.3 * generator.unit())) : cents,
      ),
    );
  }
  if (generator.chance(0.75)) {
    const card = ledger.pooled("banks", generator);
    monthly(ledger, generator.between(3, 26), (day) =>
      ledger.deal(TEMPLATE.cardBill, card, day, hourOf(420, 1380, generator), net * 0.18 * MIDDLING.draw(generator)),
    );
  }
  if (generator.chance(0.55)) {
    const own = ledger.stranger(generator);
    monthly(ledger, generator.between(1, 28), (day) =>
      ledger.deal(
        TEMPLATE.savings,
        own,
        day,
        batchSecond(generator),
        Math.max(2500, Math.round((net * 0.16 * MIDDLING.draw(generator)) / 2500) * 2500),
      ),
    );
  }
  const withdrawals = generator.chance(0.2) ? 0 : generator.around((2.1 * MIDDLING.draw(generator) * calendar.days) / 30);
  for (let i = 0; i < withdrawals; i++)
    ledger.cash(
      TEMPLATE.cashOut,
      ledger.city,
      generator.below(calendar.days),
      hourOf(420, 1470, generator),
      2000 * Math.max(1, Math.round(7 * MIDDLING.draw(generator))),
      generator,
    );
  if (generator.chance(0.25))
    for (let i = generator.between(1, 3); i > 0; i--)
      ledger.cash(
        TEMPLATE.cashIn,
        ledger.city,
        generator.below(calendar.days),
        hourOf(480, 1320, generator),
        2000 * Math.max(1, Math.round(8 * MIDDLING.draw(generator))),
        generator,
      );
  if (generator.chance(0.6)) {
    const fee = generator.pick([395, 495, 1195, 1695]);
    for (let day = 0; day < calendar.days; day++) if (calendar.monthEnd[day] === 1) ledger.row(TEMPLATE.fee, day, 82_800, fee);
  }
}
