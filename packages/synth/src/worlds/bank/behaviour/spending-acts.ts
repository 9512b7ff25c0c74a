/** Patterns of buying: advertisements, rides, meals, supplies, venues after closing, nights out, luxury. */
import { NARROW } from "../../../chance/quantiles.ts";
import { MERCHANT_KINDS, type MerchantKindId } from "../ground/merchant-kinds.ts";
import { TEMPLATE, type Template } from "../ground/vocabulary.ts";
import type { Indicator } from "../indicators.ts";
import { hourOf, price } from "../life/spending.ts";
import { actDay, many, mark, moment, type Act, type Moment } from "./act.ts";

/** By city, the few merchants of some kinds to whom somebody goes there: three at home, one elsewhere. */
export function shopsOf({ ledger, generator }: Act, kinds: readonly MerchantKindId[]): (city: number) => number {
  const known = new Map<number, readonly number[]>();
  const drawn = (city: number) =>
    Array.from({ length: city === ledger.city ? Math.max(3, kinds.length) : kinds.length }, (_, i) =>
      ledger.merchant(kinds[i % kinds.length], generator, city),
    );
  known.set(ledger.city, drawn(ledger.city));
  return (city) => {
    const shops = known.get(city) ?? drawn(city);
    known.set(city, shops);
    return generator.pick(shops);
  };
}

/** How many purchases are made on the way that people take anyway. */
const ON_THE_WAY_SHARE = 0.6;

/** A time of the act for an errand, when the holder is in some city: on one of the usual outings or at any hour between two minutes. */
export function errand(act: Act, open: number, close: number): Moment {
  const { ledger, generator } = act;
  if (generator.chance(ON_THE_WAY_SHARE)) {
    const outing = ledger.outings.within(act.start, act.start + act.days, generator);
    if (outing >= 0 && ledger.outings.take(outing)) {
      const [day, second] = [ledger.outings.day(outing), ledger.outings.second(outing, generator)];
      const city = ledger.where(day, second);
      if (city >= 0 && second >= open * 60 && second <= close * 60) return { day, second, city };
    }
  }
  return moment(act, () => hourOf(open, close, generator));
}

/** Buys of some kinds at a usual hour; the same few merchants come back. */
export function buys(act: Act, kinds: readonly MerchantKindId[], least: number, indicator: Indicator): void {
  const { ledger, generator } = act;
  const { merchants } = ledger.ground;
  const shops = shopsOf(act, kinds);
  // all of them are open then
  const open = Math.max(...kinds.map((kind) => MERCHANT_KINDS[kind].openMinute));
  const close = Math.min(...kinds.map((kind) => MERCHANT_KINDS[kind].closeMinute));
  ledger.outings.anew();
  for (let i = many(act, least); i > 0; i--) {
    const { day, second, city } = errand(act, open, close);
    const merchant = shops(city);
    const kind = MERCHANT_KINDS[merchants.kind[merchant]];
    const cents = price(kind.medianCents * kind.spread.draw(generator), generator);
    mark(act, ledger.pay(kind.online ? TEMPLATE.webFirm : TEMPLATE.cardFirm, merchant, day, second, cents), indicator);
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
  const places = shopsOf(act, ["fastFood"]);
  ledger.outings.anew();
  for (let i = many(act, 5); i > 0; i--) {
    const cents = Math.max(5000, price(7200 * NARROW.draw(generator), generator));
    const { day, second, city } = errand(act, 690, 1380);
    const row = ledger.pay(TEMPLATE.cardFirm, places(city), day, second, cents);
    mark(act, row, "food-for-several");
  }
}

/** Jewellery and games, beyond what the income suggests. */
export function livesLarge(act: Act): void {
  const { ledger, generator, profile } = act;
  const shops = shopsOf(act, ["jewellery"]);
  ledger.outings.anew();
  const games = ledger.merchant("betting", generator);
  const each = Math.max(60_000, (profile.incomeDollars * 100) / 60) * 0.32;
  for (let i = many(act, 5); i > 0; i--) {
    const cents = price(each * NARROW.draw(generator), generator);
    const at = errand(act, 620, 1180);
    const row = generator.chance(0.5)
      ? ledger.pay(TEMPLATE.cardFirm, shops(at.city), at.day, at.second, cents)
      : ledger.pay(TEMPLATE.webFirm, games, actDay(act), hourOf(600, 1500, generator), cents);
    mark(act, row, "luxury-without-business");
  }
}

/** An act in so many parts, one stretch of days after the other: nobody has five meals in one night. */
function inTurn(act: Act, parts: number): Act[] {
  const from = (i: number) => Math.floor((i * act.days) / parts);
  return Array.from({ length: parts }, (_, i) => ({
    ...act,
    start: act.start + from(i),
    days: Math.max(1, from(i + 1) - from(i)),
  }));
}

/** Card payments at a bar, salon or spa after it has closed. */
export function paysLate(act: Act): void {
  const { ledger, generator } = act;
  const { closeMinute } = ledger.ground.merchants;
  const venue = ledger.merchant(generator.pick(["bar", "salon", "spa"] as const), generator);
  for (const evening of inTurn(act, many(act, 4))) {
    const late = () => (closeMinute[venue] + generator.between(15, 140)) * 60 + generator.below(60);
    const { day, second } = moment(evening, late, ledger.city);
    mark(
      act,
      ledger.pay(TEMPLATE.cardFirm, venue, day, second, price(6000 * NARROW.draw(generator), generator)),
      "venue-payments-after-closing",
    );
  }
}

/** Evenings and nights out: meals, fuel and rides between 22:00 and 06:00. */
export function livesAtNight(act: Act): void {
  const { ledger, generator } = act;
  const meals = shopsOf(act, ["fastFood"]);
  const fuel = shopsOf(act, ["fuel"]);
  const ride = ledger.merchant("rides", generator);
  for (const night of inTurn(act, many(act, 15))) {
    const kind = generator.below(4);
    const late = () => {
      const second = generator.between(22 * 3600 + 60, 29 * 3600 + 3000);
      return kind < 2 ? Math.min(second, 25 * 3600 - generator.below(7000)) : second;
    };
    const { day, second, city } = moment(night, late);
    const buy = (template: Template, merchant: number, cents: number): void => {
      mark(act, ledger.pay(template, merchant, day, second, price(cents * NARROW.draw(generator), generator)), "night-activity");
    };
    if (kind < 2) buy(TEMPLATE.cardFirm, meals(city), 1250);
    else if (kind === 2) buy(TEMPLATE.cardFirm, fuel(city), 4800);
    else buy(TEMPLATE.webFirm, ride, 1750);
  }
}
