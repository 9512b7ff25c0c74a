/** The everyday life of a small business: sales within its hours, cash to the bank, and what it pays out of that. */
import { MIDDLING, NARROW } from "../../../chance/quantiles.ts";
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { paydaysOf } from "../ground/paydays.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { movedCents } from "../ledger/settle.ts";
import { monthly } from "./due-days.ts";
import type { Profile } from "./profile.ts";
import { hourOf, price } from "./spending.ts";

const TOPIC_BUSINESS = 5;
const TOPIC_OWNER = 25;
/** Terminals of businesses of the set come after those of merchants. */
export const OWN_TERMINAL = 1_000_000;
/** What one of the staff gets for two weeks. */
const WAGE_CENTS = 105_000;
const MOST_STAFF = 6;
const LEAST_RENT = 80_000;
/** An owner who draws more than that a month takes it in parts. */
const DRAWN_AT_ONCE = 300_000;
const PAYS_NO_STAFF = 0.25;

function sell(ledger: Ledger, profile: Profile, level: number, generator: Sfc32): void {
  const { calendar } = ledger.ground;
  const perDay = 1.5 * level * NARROW.draw(generator);
  const closed = generator.below(8);
  for (let day = 0; day < calendar.days; day++) {
    if (calendar.weekday[day] === closed) continue;
    const sales = generator.count(perDay);
    for (let i = 0; i < sales; i++) {
      const second = hourOf(profile.openMinute, profile.closeMinute, generator);
      const row = ledger.row(TEMPLATE.sale, day, second, price(profile.businessType.sale * MIDDLING.draw(generator), generator));
      ledger.rows.place[row] = ledger.city;
      ledger.rows.terminal[row] = OWN_TERMINAL;
    }
  }
}

/** A week's cash, to a machine or to the counter, where it must be open. */
function bankCash(ledger: Ledger, profile: Profile, generator: Sfc32): void {
  const { calendar } = ledger.ground;
  const weekly = profile.businessType.cash * NARROW.draw(generator);
  const banker = generator.chance(0.5);
  for (let due = generator.below(7); due < calendar.days; due += 7) {
    const day = banker ? calendar.bankDayFrom[due] : due;
    const cents = Math.round((weekly * NARROW.draw(generator)) / 500) * 500;
    const second = hourOf(570, 1020, generator);
    const row = ledger.cash(banker ? TEMPLATE.branchIn : TEMPLATE.cashIn, ledger.city, day, second, cents, generator);
    // one of the staff goes where the owner is out of town
    if (ledger.where(day, second) !== ledger.city) ledger.rows.depositor[row] = ledger.stranger(generator);
  }
}

function buySupplies(ledger: Ledger, budget: number, generator: Sfc32): void {
  const supplier = ledger.merchant("wholesale", generator);
  const orders = generator.count(10);
  for (let i = 0; i < orders; i++) {
    const day = generator.below(ledger.ground.calendar.days);
    ledger.pay(TEMPLATE.web, supplier, day, hourOf(480, 1080, generator), (budget / orders) * MIDDLING.draw(generator));
  }
}

/** Pays staff on the business's paydays, as many as there is money for. */
function payStaff(ledger: Ledger, budget: number, generator: Sfc32): void {
  const { days, perYear, second } = paydaysOf(ledger.ground, ledger.slot);
  const wage = (WAGE_CENTS * 26) / perYear;
  const affordable = budget / (wage * days.length);
  const count = generator.chance(PAYS_NO_STAFF) ? 0 : Math.min(MOST_STAFF, Math.max(1, Math.round(affordable)));
  for (let i = 0; i < count; i++) {
    const person = ledger.stranger(generator);
    const usual = Math.min(1.3, affordable / count) * wage * NARROW.draw(generator);
    const steady = generator.chance(0.5);
    for (const day of days) {
      const cents = steady ? usual : usual * (0.85 + 0.3 * generator.unit());
      ledger.deal(TEMPLATE.wages, person, day, second + generator.below(900), cents);
    }
  }
}

/** Rent, light and telephone. */
function keepShop(ledger: Ledger, income: number, generator: Sfc32): void {
  const landlord = ledger.pooled("landlords", generator);
  const energy = ledger.merchant("energy", generator);
  const telecom = ledger.merchant("telecom", generator);
  const monthlyIncome = (income * 30) / ledger.ground.calendar.days;
  const rent = Math.round(Math.max(LEAST_RENT, monthlyIncome * (0.08 + 0.08 * generator.unit())) / 5000) * 5000;
  const meter = 22_000 * NARROW.draw(generator);
  monthly(ledger, 1, (day) => ledger.deal(TEMPLATE.rent, landlord, day, 21_600 + generator.below(900), rent));
  monthly(ledger, 12, (day) =>
    ledger.pay(TEMPLATE.bill, energy, day, 22_000 + generator.below(900), meter * (0.85 + 0.3 * generator.unit())),
  );
  const telephone = 500 * generator.between(15, 33);
  monthly(ledger, 20, (day) => ledger.pay(TEMPLATE.bill, telecom, day, 23_000 + generator.below(900), telephone));
}

/** What came in, and what went out, in cents. */
function totals({ rows }: Ledger): { income: number; spent: number } {
  let income = 0;
  let spent = 0;
  for (let row = 0; row < rows.count; row++) {
    const cents = movedCents(rows, row);
    income += Math.max(0, cents);
    spent += Math.max(0, -cents);
  }
  return { income, spent };
}

/** What is left, once all else is written, goes to the owner: at the end of the month, or on paydays. */
export function payOwner(ledger: Ledger): void {
  const generator = ledger.open(TOPIC_OWNER);
  const { calendar } = ledger.ground;
  const owner = ledger.stranger(generator);
  const { income, spent } = totals(ledger);
  const left = income * (0.9 + 0.14 * generator.unit()) - spent;
  const monthEnds = Array.from(calendar.monthEnd.keys()).filter((day) => calendar.monthEnd[day] === 1);
  const inParts = generator.chance(0.3) || left > DRAWN_AT_ONCE * monthEnds.length;
  const days = inParts ? paydaysOf(ledger.ground, ledger.slot).days : monthEnds;
  for (const day of days) {
    const cents = Math.round(((left / days.length) * (0.85 + 0.3 * generator.unit())) / 5000) * 5000;
    if (cents > 0) ledger.deal(TEMPLATE.transferOutFlexible, owner, day, hourOf(600, 1200, generator), cents);
  }
}

/** Writes the rows of a business. `level` scales how many sales it shows. */
export function trade(ledger: Ledger, profile: Profile, level: number): void {
  const generator = ledger.open(TOPIC_BUSINESS);
  sell(ledger, profile, level, generator);
  bankCash(ledger, profile, generator);
  const { income } = totals(ledger);
  const { supplies, wages } = profile.businessType;
  buySupplies(ledger, income * supplies * NARROW.draw(generator), generator);
  keepShop(ledger, income, generator);
  payStaff(ledger, income * wages, generator);
}
