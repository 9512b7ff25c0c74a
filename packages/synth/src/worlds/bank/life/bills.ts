/** What goes by itself, or once a month: rent or mortgage, bills, loans, subscriptions, the card bill, savings, fees; and cash. */
import { MIDDLING, NARROW, WIDE } from "../../../chance/quantiles.ts";
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { pooled } from "../ground/ground.ts";
import { fits, rentMemo } from "../ground/memos.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { netCents } from "../ledger/settle.ts";
import { bankFees, batchSecond, everyTwoWeeks, monthly, monthlyByBank } from "./due-days.ts";
import { NET_OF_TAX } from "./pay.ts";
import type { Profile } from "./profile.ts";
import { hourOf } from "./spending.ts";

const TOPIC_BILLS = 2;
const TOPIC_OTHER_CARD = 27;
const LEAST_CARD_BILL = 6000;
/** What people keep for everyday life in a month, in cents, before they save. */
const SCARCE = 70_000;

function rent(ledger: Ledger, generator: Sfc32, cents: number): void {
  const landlord = generator.chance(0.75) ? ledger.pooled("landlords", generator) : ledger.stranger(generator);
  if (!generator.chance(0.25)) {
    const template = generator.chance(0.3) ? TEMPLATE.rentByCheque : TEMPLATE.rent;
    const second = batchSecond(generator);
    monthlyByBank(ledger, 1, (day) => ledger.deal(template, landlord, day, second + generator.below(900), cents));
    return;
  }
  const second = hourOf(480, 1380, generator);
  let words = -1;
  monthly(ledger, generator.between(1, 3), (day) => {
    const row = ledger.deal(TEMPLATE.rentByTransfer, landlord, day, second + generator.below(900), cents);
    if (!generator.chance(0.6)) return;
    const { calendar } = ledger.ground;
    if (words < 0 || !fits(words, calendar, day))
      words = rentMemo(calendar, { city: ledger.city, day, cents, trade: false }, generator);
    ledger.rows.memo[row] = words;
  });
}

/** What a bank takes back of what it lent, for a home or a car: the same sum each month, or half of it every second week. */
function loan(ledger: Ledger, kind: "home" | "car", monthlyCents: number, generator: Sfc32): void {
  const bank = ledger.pooledParty(
    pooled("lenders", 2 * generator.below(ledger.ground.pools.lenders / 2) + (kind === "home" ? 0 : 1)),
  );
  const second = batchSecond(generator);
  const pay = (cents: number) => (day: number) => ledger.deal(TEMPLATE.loanBack, bank, day, second, cents);
  if (generator.chance(0.65)) everyTwoWeeks(ledger, generator, pay(Math.round(monthlyCents * 0.46)));
  else monthlyByBank(ledger, generator.between(1, 28), pay(Math.round(monthlyCents)));
}

/** A home that is rented, or bought with a mortgage: the more likely, the higher the income. */
function home(ledger: Ledger, profile: Profile, netCents: number, generator: Sfc32): void {
  const owns = generator.chance(Math.min(0.7, profile.incomeDollars / 130_000));
  const cents = netCents * ((owns ? 0.24 : 0.37) + 0.19 * generator.unit());
  if (owns) loan(ledger, "home", cents, generator);
  else rent(ledger, generator, Math.round(cents / 500) * 500);
}

/** The same sum each month, collected by the bank. */
function fixedBill(ledger: Ledger, kind: "telecom" | "insurance", cents: number, generator: Sfc32): void {
  const merchant = ledger.merchant(kind, generator);
  const second = batchSecond(generator);
  monthlyByBank(ledger, generator.between(2, 27), (day) => ledger.pay(TEMPLATE.bill, merchant, day, second, cents));
}

/** Heat and light, by the meter or in equal parts. */
function energy(ledger: Ledger, generator: Sfc32): void {
  const merchant = ledger.merchant("energy", generator);
  const second = batchSecond(generator);
  const mean = 10_500 * MIDDLING.draw(generator);
  const equal = generator.chance(0.4);
  monthlyByBank(ledger, generator.between(2, 27), (day) => {
    const metered = mean * (0.8 + 0.5 * generator.unit());
    ledger.pay(TEMPLATE.bill, merchant, day, second, equal ? Math.round(mean / 100) * 100 : metered);
  });
}

/** Charged to the card by the merchant's computers, at the hour at which it was taken out. */
function subscription(ledger: Ledger, generator: Sfc32): void {
  const merchant = ledger.merchant("streaming", generator);
  const cents = Math.round(1500 * NARROW.draw(generator));
  const second = hourOf(0, 1440, generator);
  monthly(ledger, generator.between(2, 27), (day) => ledger.pay(TEMPLATE.web, merchant, day, second, cents));
}

function cardBill(ledger: Ledger, netCents: number, generator: Sfc32): void {
  const card = ledger.pooled("banks", generator);
  const second = hourOf(420, 1380, generator);
  monthlyByBank(ledger, generator.between(3, 26), (day) =>
    ledger.deal(TEMPLATE.cardBill, card, day, second + generator.below(5400), netCents * 0.11 * MIDDLING.draw(generator)),
  );
}

function savings(ledger: Ledger, own: number, leftCents: number, generator: Sfc32): void {
  const second = batchSecond(generator);
  const usual = Math.max(2500, Math.round((leftCents * (0.15 + 0.4 * generator.unit())) / 2500) * 2500);
  const save = (part: number) => (day: number) => ledger.deal(TEMPLATE.savings, own, day, second, usual * part);
  if (generator.chance(0.45)) everyTwoWeeks(ledger, generator, save(0.5));
  else monthlyByBank(ledger, generator.between(1, 28), save(1));
}

/** @param netCents what the holder earns in a month. */
function cash(ledger: Ledger, netCents: number, generator: Sfc32): void {
  const { days } = ledger.ground.calendar;
  const twenties = Math.max(2, Math.min(11, netCents / 52_000));
  const notes = (mean: number) => 2000 * Math.max(1, Math.round(mean * MIDDLING.draw(generator)));
  const withdrawals = generator.chance(0.2) ? 0 : generator.around((2.5 * MIDDLING.draw(generator) * days) / 30);
  ledger.outings.anew();
  for (let i = 0; i < withdrawals; i++) {
    let outing = ledger.outings.any(generator);
    if (!ledger.outings.take(outing)) outing = ledger.outings.any(generator);
    const day = ledger.outings.day(outing);
    const second = hourOf(360, 1440, generator);
    const [cents, city] = [notes(twenties), ledger.where(day, second)];
    if (city >= 0) ledger.cash(TEMPLATE.cashOut, city, day, second, cents, generator);
  }
  if (!generator.chance(0.25)) return;
  for (let i = generator.between(1, 3); i > 0; i--) {
    const [day, second] = [generator.below(days), hourOf(480, 1320, generator)];
    const [cents, city] = [notes(twenties), ledger.where(day, second)];
    if (city >= 0) ledger.cash(TEMPLATE.cashIn, city, day, second, cents, generator);
  }
}

/** Cheques to a daycare, a club or a contractor. */
function cheques(ledger: Ledger, netCents: number, generator: Sfc32): void {
  const payee = ledger.stranger(generator);
  for (let i = generator.between(1, 6); i > 0; i--) {
    const day = generator.below(ledger.ground.calendar.days);
    const cents = Math.round((netCents * 0.045 * WIDE.draw(generator)) / 500) * 500;
    ledger.deal(TEMPLATE.chequeOut, payee, day, batchSecond(generator), Math.max(2000, cents));
  }
}

/** Virtual currency as an investment, bought now and then. */
function investment(ledger: Ledger, netCents: number, generator: Sfc32): void {
  const seller = ledger.merchant("currency", generator);
  for (let i = generator.between(1, 7); i > 0; i--) {
    const day = generator.below(ledger.ground.calendar.days);
    const cents = Math.max(5500, Math.round((netCents * 0.06 * WIDE.draw(generator)) / 1000) * 1000);
    ledger.pay(TEMPLATE.coinFlexible, seller, day, hourOf(420, 1500, generator), cents);
  }
}

/** What a bank asks for an account each month, and for one that may be overdrawn. */
const FEES = [395, 495, 1195, 1695] as const;
const OVERDRAFT_FEE = 500;

/** What is bought with a card of another bank, paid once a month: whatever else people could spend. */
export function payAnotherCard(ledger: Ledger, cents: number): void {
  const { days } = ledger.ground.calendar;
  const each = (cents * 30) / days;
  if (each < LEAST_CARD_BILL) return;
  const generator = ledger.open(TOPIC_OTHER_CARD);
  const card = ledger.pooled("banks", generator);
  const second = hourOf(420, 1380, generator);
  monthlyByBank(ledger, generator.between(3, 26), (day) =>
    ledger.deal(TEMPLATE.cardBill, card, day, second + generator.below(5400), each * NARROW.draw(generator)),
  );
}

/**
 * Writes rent, bills, savings and cash of a person. @param rentCents what those who share a home with others of the set pay
 * for it: 0 where somebody else does, null for people who live by themselves.
 */
export function settleBills(ledger: Ledger, profile: Profile, rentCents: number | null): void {
  const generator = ledger.open(TOPIC_BILLS);
  const net = (profile.incomeDollars * 100 * NET_OF_TAX) / 12;
  if (rentCents === null) {
    if (!generator.chance(0.12)) home(ledger, profile, net, generator);
  } else if (rentCents > 0) rent(ledger, generator, rentCents);
  if (generator.chance(0.35)) loan(ledger, "car", net * (0.06 + 0.06 * generator.unit()), generator);
  if (generator.chance(0.95)) fixedBill(ledger, "telecom", Math.round(7000 * NARROW.draw(generator)), generator);
  if (generator.chance(0.75)) fixedBill(ledger, "telecom", Math.round(6500 * NARROW.draw(generator)), generator);
  if (generator.chance(0.7)) energy(ledger, generator);
  for (const likely of [0.65, 0.3])
    if (generator.chance(likely)) fixedBill(ledger, "insurance", Math.round(12_000 * MIDDLING.draw(generator)), generator);
  if (generator.chance(0.7)) subscription(ledger, generator);
  if (generator.chance(0.4)) subscription(ledger, generator);
  if (generator.chance(0.75)) cardBill(ledger, net, generator);
  cash(ledger, net, generator);
  if (generator.chance(0.3)) cheques(ledger, net, generator);
  if (generator.chance(0.6)) bankFees(ledger, generator.pick(FEES));
  if (profile.overdraftCents > 0) bankFees(ledger, OVERDRAFT_FEE);
  // who has little left over saves nothing
  const left = (30 * netCents(ledger.rows)) / ledger.ground.calendar.days;
  if (left < Math.max(SCARCE, 0.2 * net)) return;
  if (generator.chance(0.3)) cardBill(ledger, net * 0.5, generator);
  if (generator.chance(0.7)) savings(ledger, ledger.self(profile.name), left * 0.9, generator);
  if (generator.chance(0.18)) investment(ledger, net, generator);
}
