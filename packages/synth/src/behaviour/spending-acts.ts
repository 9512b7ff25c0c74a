/** Patterns of buying: advertisements, rides, meals, tickets, supplies, cards, small currency, venues, tours between cities. */
import { NARROW } from "../chance/quantiles.ts";
import { CITY_WEIGHTS } from "../ground/geography.ts";
import { MERCHANT_KINDS, type MerchantKindId } from "../ground/merchant-kinds.ts";
import { STATUS, TEMPLATE } from "../ground/vocabulary.ts";
import type { Indicator } from "../indicators.ts";
import { hourOf, price } from "../life/spending.ts";
import { actDay, many, mark, type Act } from "./act.ts";

/** Buys of one kind at a usual hour; the same few merchants come back. */
function buys(act: Act, kinds: readonly MerchantKindId[], least: number, indicator: Indicator, scale = 1): void {
  const { ledger, generator } = act;
  const shops = Array.from({ length: 3 }, (_, i) => ledger.merchant(kinds[i % kinds.length], generator));
  for (let i = many(act, least); i > 0; i--) {
    const merchant = generator.pick(shops);
    const kind = MERCHANT_KINDS[kinds[shops.indexOf(merchant) % kinds.length]];
    const { merchants } = ledger.ground;
    const cents = price(kind.medianCents * scale * NARROW.draw(generator), generator);
    const second = hourOf(merchants.openMinute[merchant], merchants.closeMinute[merchant], generator);
    mark(act, ledger.pay(kind.online ? TEMPLATE.webFirm : TEMPLATE.cardFirm, merchant, actDay(act), second, cents), indicator);
  }
}

/** Small advertisements: a few dollars each, at one or two classified sites. */
export function advertises(act: Act): void {
  const { ledger, generator } = act;
  const sites = [ledger.merchant("classified", generator), ledger.merchant("classified", generator)];
  for (let i = many(act, 6); i > 0; i--) {
    const row = ledger.pay(
      TEMPLATE.webFirm,
      generator.pick(sites),
      actDay(act),
      hourOf(480, 1500, generator),
      Math.min(2400, price(900 * NARROW.draw(generator), generator)),
    );
    mark(act, row, "small-ad-payments");
  }
}

export function eatsFast(act: Act): void {
  buys(act, ["fastFood"], 15, "frequent-fast-food");
}

export function rides(act: Act): void {
  buys(act, ["rides"], 12, "many-rides");
}

export function travels(act: Act): void {
  buys(act, ["rail", "coach", "coach"], 5, "frequent-tickets");
}

export function stocksUp(act: Act): void {
  buys(act, ["drugStore", "cosmetics", "clothing"], 13, "personal-supplies-out-of-pattern");
}

/** A business that pays for hotels, rides and drug-store goods. */
export function hostsOthers(act: Act): void {
  buys(act, ["hotel", "rides", "drugStore"], 6, "business-pays-for-rooms-and-rides");
}

export function loadsCards(act: Act): void {
  const { ledger, generator } = act;
  const counter = ledger.merchant("cardCounter", generator);
  for (let i = many(act, 4); i > 0; i--) {
    const row = ledger.pay(TEMPLATE.load, counter, actDay(act), hourOf(540, 1360, generator), 2500 * generator.between(2, 8));
    mark(act, row, "frequent-prepaid-cards");
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

/** Card payments at a bar, salon or spa after it has closed. */
export function paysLate(act: Act): void {
  const { ledger, generator } = act;
  const venue = ledger.merchant(generator.pick(["bar", "salon", "spa"] as const), generator);
  const close = ledger.ground.merchants.closeMinute[venue];
  for (let i = many(act, 4); i > 0; i--) {
    const row = ledger.pay(
      TEMPLATE.cardFirm,
      venue,
      actDay(act),
      (close + generator.between(15, 140)) * 60 + generator.below(60),
      price(6000 * NARROW.draw(generator), generator),
    );
    mark(act, row, "venue-payments-after-closing");
  }
}

/** Evenings and nights out: meals, rides and cash between 22:00 and 06:00. */
export function livesAtNight(act: Act): void {
  const { ledger, generator } = act;
  const meals = [ledger.merchant("fastFood", generator), ledger.merchant("fastFood", generator)];
  const fuel = ledger.merchant("fuel", generator);
  const ride = ledger.merchant("rides", generator);
  for (let i = many(act, 15); i > 0; i--) {
    const second = generator.between(22 * 3600 + 60, 29 * 3600 + 3000);
    const kind = generator.below(4);
    if (kind < 2)
      mark(
        act,
        ledger.pay(
          TEMPLATE.cardFirm,
          generator.pick(meals),
          actDay(act),
          Math.min(second, 25 * 3600 - generator.below(7000)),
          price(1250 * NARROW.draw(generator), generator),
        ),
        "night-activity",
      );
    else if (kind === 2)
      mark(
        act,
        ledger.pay(TEMPLATE.cardFirm, fuel, actDay(act), second, price(4800 * NARROW.draw(generator), generator)),
        "night-activity",
      );
    else
      mark(
        act,
        ledger.pay(TEMPLATE.webFirm, ride, actDay(act), second, price(1750 * NARROW.draw(generator), generator)),
        "night-activity",
      );
  }
}

/** A tour: one or two nights in each of several cities, with a hotel and meals there. */
export function tours(act: Act): void {
  const { ledger, generator } = act;
  const stops = Math.max(2, many(act, 4));
  let day = Math.min(act.start, ledger.ground.calendar.days - 2 * stops - 3) + generator.below(4);
  let city = ledger.city;
  for (let i = 0; i < stops; i++) {
    let next = generator.weighted(CITY_WEIGHTS);
    while (next === city) next = generator.weighted(CITY_WEIGHTS);
    city = next;
    const nights = generator.chance(0.7) ? 1 : 2;
    const hotel = ledger.merchant("hotel", generator, city);
    const cents = price(nights * 12_500 * NARROW.draw(generator), generator);
    if (generator.chance(0.4))
      ledger.rows.status[ledger.pay(TEMPLATE.hold, hotel, day, hourOf(840, 1380, generator), cents)] = STATUS.authorised;
    mark(
      act,
      ledger.pay(TEMPLATE.cardFirm, hotel, day + nights, hourOf(420, 720, generator), cents),
      "short-stays-many-cities",
      "many-cities-in-days",
    );
    for (let meal = generator.between(1, 3); meal > 0; meal--) {
      const place = ledger.merchant(generator.chance(0.6) ? "fastFood" : "restaurant", generator, city);
      mark(
        act,
        ledger.pay(TEMPLATE.cardFirm, place, day, hourOf(700, 1400, generator), price(1900 * NARROW.draw(generator), generator)),
        "many-cities-in-days",
      );
    }
    day += nights;
  }
}
