/** Patterns of small sums by other ways: prepaid cards, telephone credit, virtual currency, payment services. */
import { MIDDLING, NARROW } from "../../../chance/quantiles.ts";
import { PROCESSORS, TEMPLATE } from "../ground/vocabulary.ts";
import { hourOf, price } from "../life/spending.ts";
import { actDay, inTime, many, mark, type Act } from "./act.ts";
import { errand, shopsOf } from "./spending-acts.ts";

/** What prepaid cards are sold with. */
const CARD_CENTS = [2500, 2500, 5000, 5000, 7500, 10_000, 10_000, 20_000, 25_000] as const;

export function loadsCards(act: Act): void {
  const { ledger, generator } = act;
  const counters = shopsOf(act, ["cardCounter"]);
  ledger.outings.anew();
  for (let i = many(act, 4); i > 0; i--) {
    const { day, second, city } = errand(act, 540, 1360);
    const row = ledger.pay(TEMPLATE.load, counters(city), day, second, generator.pick(CARD_CENTS));
    mark(act, row, "frequent-prepaid-cards");
  }
}

/** Credit for several telephones, of two or three companies. */
export function topsUp(act: Act): void {
  const { ledger, generator } = act;
  const companies = Array.from({ length: 3 }, () => ledger.merchant("telecom", generator));
  for (let i = many(act, 8); i > 0; i--) {
    const cents = 500 * generator.between(2, 8);
    const row = ledger.pay(TEMPLATE.webFirm, companies[i % 3], actDay(act), hourOf(480, 1420, generator), cents);
    mark(act, row, "many-phone-top-ups");
  }
}

export function buysCoins(act: Act): void {
  const { ledger, generator } = act;
  const seller = ledger.merchant("currency", generator);
  for (let i = many(act, 5); i > 0; i--) {
    const row = ledger.pay(TEMPLATE.coin, seller, actDay(act), hourOf(420, 1500, generator), 100 * generator.between(3, 45));
    mark(act, row, "small-virtual-currency");
  }
}

interface ServiceRow {
  readonly inward: boolean;
  /** −1 where it names no other side. */
  readonly party: number;
  readonly day: number;
  readonly second: number;
  readonly cents: number;
}

/** A row of a payment service. */
function serviceRow({ ledger }: Act, service: number, { inward, party, day, second, cents }: ServiceRow): number {
  const template = inward ? TEMPLATE.serviceIn : TEMPLATE.serviceOut;
  const row = party < 0 ? ledger.row(template, day, second, cents) : ledger.deal(template, party, day, second, cents);
  ledger.rows.processor[row] = service;
  if (!inward) ledger.rows.device[row] = 0;
  return row;
}

/** Small sums by a payment service, turned into virtual currency within days. */
export function turnsIntoCoins(act: Act): void {
  const { ledger, generator } = act;
  const seller = ledger.merchant("currency", generator);
  const service = generator.below(PROCESSORS.length);
  for (let i = Math.max(3, many(act, 3.6)); i > 0; i--) {
    const day = actDay(act);
    const second = hourOf(480, 1400, generator);
    const cents = Math.min(24_900, price(9000 * MIDDLING.draw(generator), generator));
    const income = serviceRow(act, service, { inward: true, party: ledger.stranger(generator), day, second, cents });
    mark(act, income, "payment-service-to-currency");
    const share = 0.55 + 0.4 * generator.unit();
    const later = inTime(act, day, second, second + generator.between(1800, 180_000));
    mark(act, ledger.pay(TEMPLATE.coin, seller, day, later, cents * share), "payment-service-to-currency");
  }
}

/** Sums by payment services that do not say who is on the other side. */
export function hides(act: Act): void {
  const { generator } = act;
  const service = generator.below(PROCESSORS.length);
  for (let i = many(act, 6); i > 0; i--) {
    const cents = price(6500 * MIDDLING.draw(generator) * NARROW.draw(generator), generator);
    const row = serviceRow(act, service, {
      inward: generator.chance(0.6),
      party: -1,
      day: actDay(act),
      second: hourOf(480, 1430, generator),
      cents,
    });
    mark(act, row, "hidden-behind-processors");
  }
}
