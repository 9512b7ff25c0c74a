/** The everyday life of a small business: sales within its hours, cash to the bank, supplies, rent, wages. */
import { MIDDLING, NARROW } from "../../../chance/quantiles.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Profile } from "./profile.ts";
import { hourOf, price } from "./spending.ts";

const TOPIC_BUSINESS = 5;
/** Terminals of businesses of the set come after those of merchants. */
export const OWN_TERMINAL = 1_000_000;

/** Writes the rows of a business. `level` scales how many sales it shows. */
export function trade(ledger: Ledger, profile: Profile, level: number): void {
  const generator = ledger.open(TOPIC_BUSINESS);
  const { calendar } = ledger.ground;
  const perDay = 1.5 * level * NARROW.draw(generator);
  const closed = generator.below(8);
  for (let day = 0; day < calendar.days; day++) {
    if (calendar.weekday[day] === closed) continue;
    const sales = generator.count(perDay);
    for (let i = 0; i < sales; i++) {
      const row = ledger.row(
        TEMPLATE.sale,
        day,
        hourOf(profile.openMinute, profile.closeMinute, generator),
        price(profile.businessType.sale * MIDDLING.draw(generator), generator),
      );
      ledger.rows.place[row] = ledger.city;
      ledger.rows.terminal[row] = OWN_TERMINAL;
    }
  }
  const weekly = profile.businessType.sale * 18;
  const banker = generator.chance(0.5);
  for (let day = generator.below(7); day < calendar.days; day += 7) {
    ledger.cash(
      banker ? TEMPLATE.branchIn : TEMPLATE.cashIn,
      ledger.city,
      day,
      hourOf(570, 1020, generator),
      Math.round((weekly * MIDDLING.draw(generator)) / 500) * 500,
      generator,
    );
  }
  const supplier = ledger.merchant("wholesale", generator);
  for (let i = generator.count(10); i > 0; i--)
    ledger.pay(
      TEMPLATE.web,
      supplier,
      generator.below(calendar.days),
      hourOf(480, 1080, generator),
      38_000 * MIDDLING.draw(generator),
    );
  const landlord = ledger.pooled("landlords", generator);
  const rentCents = 5000 * generator.between(24, 60);
  const staff = Array.from({ length: generator.below(4) }, () => ledger.stranger(generator));
  const owner = ledger.stranger(generator);
  const energy = ledger.merchant("energy", generator);
  const telecom = ledger.merchant("telecom", generator);
  for (let day = 0; day < calendar.days; day++) {
    if (calendar.monthDay[day] === 1) ledger.deal(TEMPLATE.rent, landlord, day, 21_600 + generator.below(900), rentCents);
    if (calendar.monthDay[day] === 12)
      ledger.pay(TEMPLATE.bill, energy, day, 22_000 + generator.below(900), 22_000 * NARROW.draw(generator));
    if (calendar.monthDay[day] === 20) ledger.pay(TEMPLATE.bill, telecom, day, 23_000 + generator.below(900), 11_000);
    if (day % 14 === 4)
      for (const person of staff)
        ledger.deal(TEMPLATE.wages, person, day, 20_000 + generator.below(900), 110_000 * NARROW.draw(generator));
    if (calendar.monthEnd[day] === 1)
      ledger.deal(TEMPLATE.transferOutFlexible, owner, day, hourOf(600, 1200, generator), 10_000 * generator.between(8, 30));
  }
}
