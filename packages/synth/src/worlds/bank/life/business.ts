/** The everyday life of a small business: sales within its hours, cash to the bank, and what it pays out of that. */
import { MIDDLING, NARROW } from "../../../chance/quantiles.ts";
import type { Sfc32 } from "../../../chance/sfc32.ts";
import type { Calendar } from "../../../ground/calendar.ts";
import { officeOf } from "../ground/ground.ts";
import { paydaysOf, varied } from "../ground/paydays.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { movedCents } from "../ledger/settle.ts";
import { bankFees, batchSecond, monthlyByBank } from "./due-days.ts";
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
/** What a bank asks of a business each month. */
const BANK_FEES = [1500, 2200, 3000, 6000] as const;

/** How busy small businesses are from Sunday to Saturday, and on holidays. */
const BUSY = [0.85, 0.8, 0.85, 0.95, 1.05, 1.25, 1.3] as const;
const ON_HOLIDAYS = 0.45;
/** Days of the week on which they are closed, if on any (7). */
const CLOSED = [0, 0, 0, 1, 1, 2, 7, 7, 7] as const;

function busyOn(calendar: Calendar, day: number): number {
  const holiday = calendar.bankDayFrom[day] > day && !calendar.isWeekend(day);
  return BUSY[calendar.weekday[day]] * (holiday ? ON_HOLIDAYS : 1);
}

function sell(ledger: Ledger, profile: Profile, level: number, generator: Sfc32): void {
  const { calendar } = ledger.ground;
  const perDay = 1.5 * level * NARROW.draw(generator);
  const closed = generator.pick(CLOSED);
  for (let day = 0; day < calendar.days; day++) {
    if (calendar.weekday[day] === closed) continue;
    const sales = generator.count(perDay * busyOn(calendar, day));
    for (let i = 0; i < sales; i++) {
      const second = hourOf(profile.openMinute, profile.closeMinute, generator);
      const row = ledger.row(TEMPLATE.sale, day, second, price(profile.businessType.sale * MIDDLING.draw(generator), generator));
      ledger.rows.place[row] = ledger.city;
      ledger.rows.terminal[row] = OWN_TERMINAL;
    }
  }
}

/** Firms that are served month after month pay by the week or every second one. */
function invoice(ledger: Ledger, profile: Profile, level: number, generator: Sfc32): void {
  const { days } = ledger.ground.calendar;
  const firms = generator.between(3, 6);
  const each = (profile.businessType.sale * 1.3 * level * days) / firms;
  for (let i = 0; i < firms; i++) {
    const firm = ledger.pooled("employers", generator);
    const every = generator.chance(0.5) ? 7 : 14;
    const second = batchSecond(generator);
    for (let day = generator.below(every); day < days; day += every)
      ledger.deal(TEMPLATE.payout, firm, day, second + generator.below(900), ((each * every) / days) * varied(generator));
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
      const cents = steady ? usual : usual * varied(generator);
      ledger.deal(TEMPLATE.wages, person, day, second + generator.below(900), cents);
    }
  }
}

/** Rent, light and telephone, insurance, what the bank takes, and what is withheld from pay for the tax office. */
function keepShop(ledger: Ledger, income: number, generator: Sfc32): void {
  const landlord = ledger.pooled("landlords", generator);
  const energy = ledger.merchant("energy", generator);
  const telecom = ledger.merchant("telecom", generator);
  const monthlyIncome = (income * 30) / ledger.ground.calendar.days;
  const rent = Math.round(Math.max(LEAST_RENT, monthlyIncome * (0.08 + 0.08 * generator.unit())) / 5000) * 5000;
  const meter = 22_000 * NARROW.draw(generator);
  const second = batchSecond(generator);
  monthlyByBank(ledger, 1, (day) => ledger.deal(TEMPLATE.rent, landlord, day, second, rent));
  monthlyByBank(ledger, generator.between(2, 27), (day) =>
    ledger.pay(TEMPLATE.bill, energy, day, second + 700, meter * (0.85 + 0.3 * generator.unit())),
  );
  const [telephone, cover] = [500 * generator.between(15, 33), Math.round(9000 * MIDDLING.draw(generator))];
  const insurer = ledger.merchant("insurance", generator);
  monthlyByBank(ledger, generator.between(2, 27), (day) => ledger.pay(TEMPLATE.bill, telecom, day, second + 1500, telephone));
  monthlyByBank(ledger, generator.between(2, 27), (day) => ledger.pay(TEMPLATE.bill, insurer, day, second + 2100, cover));
  bankFees(ledger, generator.pick(BANK_FEES));
}

/** Withheld from pay, on the fifteenth of the month after. */
function payTaxes(ledger: Ledger, paidInCents: number, generator: Sfc32): void {
  const office = ledger.pooledParty(officeOf(ledger.ground, "taxes", generator));
  const each = ((paidInCents * 30) / ledger.ground.calendar.days) * (0.012 + 0.03 * generator.unit());
  const second = hourOf(480, 1080, generator);
  monthlyByBank(ledger, 15, (day) => ledger.deal(TEMPLATE.bill, office, day, second, each * varied(generator)));
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
  if (profile.businessType.invoices) invoice(ledger, profile, level, generator);
  else sell(ledger, profile, level, generator);
  bankCash(ledger, profile, generator);
  const { income } = totals(ledger);
  const { supplies, wages } = profile.businessType;
  buySupplies(ledger, income * supplies * NARROW.draw(generator), generator);
  keepShop(ledger, income, generator);
  payStaff(ledger, income * wages, generator);
  payTaxes(ledger, income, generator);
}
