/** Everyday shopping of a person: how often, where, when and for how much. */
import { MIDDLING, NARROW } from "../chance/quantiles.ts";
import type { Sfc32 } from "../chance/sfc32.ts";
import { MERCHANT_KINDS, type MerchantKindId } from "../ground/merchant-kinds.ts";
import { STATUS, TEMPLATE } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { monthly } from "./due-days.ts";
import type { Profile } from "./profile.ts";

interface Habit {
  readonly kind: MerchantKindId;
  /** Purchases in thirty days, of somebody who has the habit at all. */
  readonly monthly: number;
  readonly share: number;
  readonly favourites: number;
  /** More of them on Fridays and week-ends. */
  readonly weekend: boolean;
}

const HABITS: readonly Habit[] = [
  { kind: "grocery", monthly: 8.2, share: 1, favourites: 3, weekend: true },
  { kind: "fastFood", monthly: 6.5, share: 0.9, favourites: 4, weekend: false },
  { kind: "restaurant", monthly: 3, share: 0.8, favourites: 5, weekend: true },
  { kind: "bar", monthly: 2, share: 0.35, favourites: 3, weekend: true },
  { kind: "drugStore", monthly: 2.2, share: 0.9, favourites: 2, weekend: false },
  { kind: "cosmetics", monthly: 1, share: 0.4, favourites: 2, weekend: true },
  { kind: "salon", monthly: 0.9, share: 0.55, favourites: 1, weekend: true },
  { kind: "spa", monthly: 0.5, share: 0.12, favourites: 1, weekend: true },
  { kind: "clothing", monthly: 1.4, share: 0.75, favourites: 4, weekend: true },
  { kind: "fuel", monthly: 4.2, share: 0.6, favourites: 3, weekend: false },
  { kind: "transit", monthly: 5, share: 0.4, favourites: 1, weekend: false },
  { kind: "parking", monthly: 2, share: 0.4, favourites: 3, weekend: false },
  { kind: "gym", monthly: 1, share: 0.25, favourites: 1, weekend: false },
  { kind: "department", monthly: 2, share: 0.85, favourites: 3, weekend: true },
  { kind: "jewellery", monthly: 0.2, share: 0.15, favourites: 1, weekend: true },
  { kind: "rides", monthly: 2.4, share: 0.45, favourites: 2, weekend: true },
  { kind: "hotel", monthly: 0.35, share: 0.4, favourites: 1, weekend: true },
  { kind: "rail", monthly: 0.3, share: 0.2, favourites: 1, weekend: false },
  { kind: "coach", monthly: 0.4, share: 0.2, favourites: 1, weekend: false },
  { kind: "air", monthly: 0.3, share: 0.3, favourites: 2, weekend: false },
  { kind: "onlineShop", monthly: 3, share: 0.8, favourites: 6, weekend: false },
  { kind: "classified", monthly: 0.6, share: 0.12, favourites: 1, weekend: false },
  { kind: "betting", monthly: 2, share: 0.18, favourites: 1, weekend: true },
];

const favourites = new Int32Array(8);
/** How likely something happens at any of the open hours alike. */
const ANY_HOUR = 0.45;
const PASS_SHARE = 0.4;

/** A second of the day between opening and closing, likeliest somewhat after the middle; places that never close begin at 05:30. */
export function hourOf(openMinute: number, closeMinute: number, generator: Sfc32): number {
  const open = openMinute === 0 && closeMinute === 1440 ? 330 : openMinute;
  const spread = generator.unit();
  const middle = generator.chance(ANY_HOUR) ? spread : (spread + generator.unit() + 0.2) / 2.2;
  return Math.floor((open + (closeMinute - open) * middle) * 60);
}

/** Prices: most end on 99, 49, 95 or 00, others as the scale says. */
export function price(cents: number, generator: Sfc32): number {
  const draw = generator.unit();
  const dollars = Math.floor(cents / 100) * 100;
  if (draw < 0.3) return dollars + 99;
  if (draw < 0.4) return dollars + 49;
  if (draw < 0.48) return dollars + 100;
  return cents;
}

/** A pass for each month, in its first days. */
function passes(ledger: Ledger, company: number, generator: Sfc32): void {
  const cents = 500 * generator.between(17, 31);
  monthly(ledger, 1, (first) =>
    ledger.pay(TEMPLATE.card, company, first + generator.below(4), hourOf(420, 1260, generator), cents),
  );
}

function habit(ledger: Ledger, one: Habit, generator: Sfc32, level: number): void {
  const { calendar, merchants } = ledger.ground;
  for (let i = 0; i < one.favourites; i++) favourites[i] = ledger.merchant(one.kind, generator);
  const kind = MERCHANT_KINDS[one.kind];
  if (one.kind === "transit" && generator.chance(PASS_SHARE)) {
    passes(ledger, favourites[0], generator);
    return;
  }
  const own = MIDDLING.draw(generator) * level;
  const count = generator.around((one.monthly * own * calendar.days) / 30);
  for (let i = 0; i < count; i++) {
    let day = generator.below(calendar.days);
    if (one.weekend && !calendar.isWeekend(day) && generator.chance(0.3)) day = Math.min(calendar.days - 1, day + 1);
    const merchant = generator.chance(0.85)
      ? favourites[Math.floor(generator.unit() * generator.unit() * one.favourites)]
      : ledger.merchant(one.kind, generator);
    const open = merchants.openMinute[merchant];
    const second = hourOf(open, merchants.closeMinute[merchant], generator);
    const cents = kind.medianCents * kind.spread.draw(generator);
    const row = ledger.pay(kind.online ? TEMPLATE.web : TEMPLATE.card, merchant, day, second, price(cents, generator));
    if (generator.chance(0.01)) {
      const second = hourOf(600, 1080, generator);
      const back = ledger.pay(TEMPLATE.refund, merchant, day + generator.between(2, 9), second, ledger.rows.amount[row]);
      if (generator.chance(0.2)) ledger.rows.status[back] = STATUS.reversed;
    }
  }
}

const TOPIC_SPENDING = 3;
/** How much more, or less, some people buy than others of their means. */
const ACTIVITY = NARROW;

/** Writes the shopping of the whole world's days. `level` scales how often. */
export function shop(ledger: Ledger, profile: Profile, level: number): void {
  const generator = ledger.open(TOPIC_SPENDING);
  const means = 0.48 + Math.min(0.85, profile.incomeDollars / 100_000);
  const activity = ACTIVITY.draw(generator);
  for (const one of HABITS) if (generator.chance(one.share)) habit(ledger, one, generator, activity * means * level);
}
