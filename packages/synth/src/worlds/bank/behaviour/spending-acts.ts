/** Patterns of buying: advertisements, rides, meals, supplies, venues after closing, nights out, luxury. */
import { NARROW } from "../../../chance/quantiles.ts";
import { MERCHANT_KINDS, type MerchantKindId } from "../ground/merchant-kinds.ts";
import { TEMPLATE, type Template } from "../ground/vocabulary.ts";
import type { Indicator } from "../indicators.ts";
import { hourOf, price } from "../life/spending.ts";
import { actDay, many, mark, type Act } from "./act.ts";

/** Buys of one kind at a usual hour; the same few merchants come back. */
export function buys(act: Act, kinds: readonly MerchantKindId[], least: number, indicator: Indicator): void {
  const { ledger, generator } = act;
  const shops = Array.from({ length: 3 }, (_, i) => ledger.merchant(kinds[i % kinds.length], generator));
  for (let i = many(act, least); i > 0; i--) {
    const merchant = generator.pick(shops);
    const kind = MERCHANT_KINDS[kinds[shops.indexOf(merchant) % kinds.length]];
    const { merchants } = ledger.ground;
    const cents = price(kind.medianCents * kind.spread.draw(generator), generator);
    const second = hourOf(merchants.openMinute[merchant], merchants.closeMinute[merchant], generator);
    mark(act, ledger.pay(kind.online ? TEMPLATE.webFirm : TEMPLATE.cardFirm, merchant, actDay(act), second, cents), indicator);
  }
}

/** Payments for advertisements: `least` of about `median` cents, at one or two of the sites. */
function paysForAds(act: Act, sites: readonly number[], least: number, median: number, indicators: readonly Indicator[]): void {
  const { ledger, generator } = act;
  for (let i = many(act, least); i > 0; i--) {
    const cents = price(median * NARROW.draw(generator), generator);
    const second = hourOf(480, 1500, generator);
    mark(act, ledger.pay(TEMPLATE.webFirm, generator.pick(sites), actDay(act), second, cents), ...indicators);
  }
}

/** Small advertisements: a few dollars each. */
export function advertises(act: Act): void {
  const sites = [act.ledger.merchant("classified", act.generator), act.ledger.merchant("classified", act.generator)];
  paysForAds(act, sites, 6, 900, ["small-ad-payments"]);
}

/** Larger parcels of advertisements. */
export function advertisesMuch(act: Act): void {
  const sites = [act.ledger.merchant("classified", act.generator), act.ledger.merchant("classified", act.generator)];
  paysForAds(act, sites, 5, 9000, ["high-ad-spending"]);
}

/** Advertisements on sites abroad. */
export function advertisesAbroad(act: Act): void {
  const { merchants } = act.ledger.ground;
  const sites = [merchants.drawAbroad("classified", act.generator), merchants.drawAbroad("classified", act.generator)];
  paysForAds(act, sites, 4, 1700, ["foreign-ad-sites"]);
}

export function eatsFast(act: Act): void {
  buys(act, ["fastFood"], 15, "frequent-fast-food");
}

export function rides(act: Act): void {
  buys(act, ["rides"], 12, "many-rides");
}

export function stocksUp(act: Act): void {
  buys(act, ["drugStore", "cosmetics", "clothing"], 13, "personal-supplies-out-of-pattern");
}

/** Orders of food for a table of several, by somebody who does not live with so many. */
export function feedsSeveral(act: Act): void {
  const { ledger, generator, profile } = act;
  if (profile.householdSize > 3) return;
  const places = [ledger.merchant("fastFood", generator), ledger.merchant("fastFood", generator)];
  for (let i = many(act, 5); i > 0; i--) {
    const cents = Math.max(5000, price(7200 * NARROW.draw(generator), generator));
    const row = ledger.pay(TEMPLATE.cardFirm, generator.pick(places), actDay(act), hourOf(690, 1380, generator), cents);
    mark(act, row, "food-for-several");
  }
}

/** Jewellery and games, beyond what the income suggests. */
export function livesLarge(act: Act): void {
  const { ledger, generator, profile } = act;
  const shop = ledger.merchant("jewellery", generator);
  const games = ledger.merchant("betting", generator);
  const each = Math.max(60_000, (profile.incomeDollars * 100) / 60) * 0.32;
  for (let i = many(act, 5); i > 0; i--) {
    const cents = price(each * NARROW.draw(generator), generator);
    const row = generator.chance(0.5)
      ? ledger.pay(TEMPLATE.cardFirm, shop, actDay(act), hourOf(620, 1180, generator), cents)
      : ledger.pay(TEMPLATE.webFirm, games, actDay(act), hourOf(600, 1500, generator), cents);
    mark(act, row, "luxury-without-business");
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

/** Evenings and nights out: meals, fuel and rides between 22:00 and 06:00. */
export function livesAtNight(act: Act): void {
  const { ledger, generator } = act;
  const meals = [ledger.merchant("fastFood", generator), ledger.merchant("fastFood", generator)];
  const fuel = ledger.merchant("fuel", generator);
  const ride = ledger.merchant("rides", generator);
  const nights = many(act, 15);
  for (let i = 0; i < nights; i++) {
    // one part of the stretch after the other: nobody has five meals in one night
    const from = Math.floor((i * act.days) / nights);
    const night = { ...act, start: act.start + from, days: Math.max(1, Math.floor(((i + 1) * act.days) / nights) - from) };
    const buy = (template: Template, merchant: number, second: number, cents: number): void => {
      const row = ledger.pay(template, merchant, actDay(night), second, price(cents * NARROW.draw(generator), generator));
      mark(act, row, "night-activity");
    };
    const second = generator.between(22 * 3600 + 60, 29 * 3600 + 3000);
    const kind = generator.below(4);
    if (kind < 2) buy(TEMPLATE.cardFirm, generator.pick(meals), Math.min(second, 25 * 3600 - generator.below(7000)), 1250);
    else if (kind === 2) buy(TEMPLATE.cardFirm, fuel, second, 4800);
    else buy(TEMPLATE.webFirm, ride, second, 1750);
  }
}
