/** Everyday shopping of a person: how often, where, when and for how much. */
import { MIDDLING, NARROW } from "../../../chance/quantiles.ts";
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { MERCHANT_KINDS, type MerchantKindId } from "../ground/merchant-kinds.ts";
import { STATUS, TEMPLATE, TEMPLATES } from "../ground/vocabulary.ts";
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
  /** Seldom again so soon: a full tank lasts. */
  readonly spaced?: boolean;
}

const HABITS: readonly Habit[] = [
  { kind: "grocery", monthly: 8.2, share: 1, favourites: 3, weekend: true },
  { kind: "fastFood", monthly: 6.5, share: 0.9, favourites: 4, weekend: false },
  { kind: "restaurant", monthly: 3, share: 0.8, favourites: 5, weekend: true },
  { kind: "bar", monthly: 2, share: 0.35, favourites: 3, weekend: true },
  { kind: "drugStore", monthly: 2.2, share: 0.9, favourites: 2, weekend: false },
  { kind: "cosmetics", monthly: 1, share: 0.4, favourites: 2, weekend: true },
  { kind: "salon", monthly: 0.9, share: 0.55, favourites: 1, weekend: true, spaced: true },
  { kind: "spa", monthly: 0.5, share: 0.12, favourites: 1, weekend: true, spaced: true },
  { kind: "clothing", monthly: 1.4, share: 0.75, favourites: 4, weekend: true },
  { kind: "fuel", monthly: 4.2, share: 0.6, favourites: 3, weekend: false, spaced: true },
  { kind: "transit", monthly: 5, share: 0.4, favourites: 1, weekend: false },
  { kind: "parking", monthly: 2, share: 0.4, favourites: 3, weekend: false },
  { kind: "gym", monthly: 1, share: 0.25, favourites: 1, weekend: false, spaced: true },
  { kind: "department", monthly: 2, share: 0.85, favourites: 3, weekend: true },
  { kind: "jewellery", monthly: 0.2, share: 0.15, favourites: 1, weekend: true },
  { kind: "rides", monthly: 2.4, share: 0.45, favourites: 2, weekend: true },
  { kind: "rail", monthly: 0.3, share: 0.15, favourites: 1, weekend: false },
  { kind: "coach", monthly: 0.4, share: 0.15, favourites: 1, weekend: false },
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

/** What a pump holds before the hose is lifted. */
const PUMP_HOLDS = [10_000, 12_500, 12_500, 15_000] as const;

/** A purchase at a merchant of a kind, when it is open; gives the row. At some pumps an amount is held first. */
export function buy(ledger: Ledger, merchant: number, id: MerchantKindId, day: number, generator: Sfc32): number {
  const kind = MERCHANT_KINDS[id];
  const { merchants } = ledger.ground;
  const second = hourOf(merchants.openMinute[merchant], merchants.closeMinute[merchant], generator);
  const cents = price(kind.medianCents * kind.spread.draw(generator), generator);
  if (id === "fuel" && generator.chance(0.4)) {
    const held = ledger.pay(TEMPLATE.hold, merchant, day, second - generator.between(150, 420), generator.pick(PUMP_HOLDS));
    ledger.rows.status[held] = STATUS.authorised;
  }
  return ledger.pay(kind.online ? TEMPLATE.web : TEMPLATE.card, merchant, day, second, cents);
}

/** What people bring or send back. */
const RETURNED: readonly MerchantKindId[] = ["clothing", "department", "onlineShop", "cosmetics", "jewellery", "grocery"];
const BROUGHT_BACK = 0.02;
const CHARGED_TWICE = 0.0035;

interface Purchase {
  readonly merchant: number;
  readonly id: MerchantKindId;
  readonly day: number;
  readonly row: number;
}

/** Now and then something is brought back, or was charged twice. */
function amend(ledger: Ledger, { merchant, id, day, row }: Purchase, generator: Sfc32): void {
  const at = generator.unit();
  if (at >= CHARGED_TWICE + BROUGHT_BACK || (at >= CHARGED_TWICE && !RETURNED.includes(id))) return;
  const { rows } = ledger;
  const second = hourOf(600, 1080, generator);
  const cents = rows.amount[row];
  if (at < CHARGED_TWICE) {
    // charged twice within minutes, and set right within days
    const again = ledger.pay(TEMPLATES[rows.template[row]], merchant, 0, rows.local[row] + generator.between(20, 240), cents);
    rows.offset[again] = rows.offset[row];
    ledger.pay(TEMPLATE.refund, merchant, day + generator.between(1, 4), second, cents);
    return;
  }
  const back = ledger.pay(TEMPLATE.refund, merchant, day + generator.between(2, 9), second, cents);
  if (generator.chance(0.2)) rows.status[back] = STATUS.reversed;
}

function habit(ledger: Ledger, one: Habit, generator: Sfc32, level: number): void {
  const { calendar } = ledger.ground;
  for (let i = 0; i < one.favourites; i++) favourites[i] = ledger.merchant(one.kind, generator);
  if (one.kind === "transit" && generator.chance(PASS_SHARE)) {
    passes(ledger, favourites[0], generator);
    return;
  }
  const own = MIDDLING.draw(generator) * level;
  const count = generator.around((one.monthly * own * calendar.days) / 30);
  for (let i = 0; i < count; i++) {
    let day = Math.floor(one.spaced === true ? ((i + generator.unit()) * calendar.days) / count : generator.below(calendar.days));
    if (one.weekend && !calendar.isWeekend(day) && generator.chance(0.3)) day = Math.min(calendar.days - 1, day + 1);
    if (ledger.isAway(day) && !MERCHANT_KINDS[one.kind].online) continue;
    const merchant = generator.chance(0.88)
      ? favourites[Math.floor(generator.unit() * generator.unit() * one.favourites)]
      : ledger.merchant(one.kind, generator);
    const row = buy(ledger, merchant, one.kind, day, generator);
    amend(ledger, { merchant, id: one.kind, day, row }, generator);
  }
}

const TOPIC_SPENDING = 3;
/** How much more, or less, some people buy than others of their means. */
const ACTIVITY = NARROW;

/** Writes the shopping of the whole world's days. `level` scales how often. */
export function shop(ledger: Ledger, profile: Profile, level: number): void {
  const generator = ledger.open(TOPIC_SPENDING);
  const means = 0.31 + Math.min(0.85, profile.incomeDollars / 100_000);
  const activity = ACTIVITY.draw(generator);
  for (const one of HABITS) if (generator.chance(one.share)) habit(ledger, one, generator, activity * means * level);
}
