/** Everyday shopping of a person: how often, where, when and for how much. */
import { MIDDLING, NARROW, type Lognormal } from "../../../chance/quantiles.ts";
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { MERCHANT_KINDS, type MerchantKindId } from "../ground/merchant-kinds.ts";
import { STATUS, TEMPLATE, TEMPLATES } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { monthly } from "./due-days.ts";

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
function passes(ledger: Ledger, company: number, cents: number, generator: Sfc32): void {
  monthly(ledger, 1, (first) => {
    const [day, second] = [first + generator.below(4), hourOf(420, 1260, generator)];
    if (ledger.where(day, second) === ledger.city) ledger.pay(TEMPLATE.card, company, day, second, cents);
  });
}

/** What a pump holds before the hose is lifted. */
const PUMP_HOLDS = [10_000, 12_500, 12_500, 15_000] as const;

/** A card is refused at first: a wrong code, a tap too much. */
const WRONG_CODE = 0.009;

/** Where and when somebody buys, and what that costs against the usual. */
interface Errand {
  readonly merchant: number;
  readonly id: MerchantKindId;
  readonly day: number;
  readonly second: number;
  readonly dear?: number;
}

/** What somebody who buys dearer, or cheaper, pays: where prices differ little, they differ little by the buyer. */
function dearer(spread: Lognormal, dear: number): number {
  const most = spread === NARROW ? 1.2 : spread === MIDDLING ? 1.7 : MOST_DEAR;
  return Math.min(most, Math.max(1 / most, dear));
}

/** A purchase at a merchant of a kind; gives the row. At some pumps an amount is held first. */
export function buy(ledger: Ledger, { merchant, id, day, second, dear = 1 }: Errand, generator: Sfc32): number {
  const kind = MERCHANT_KINDS[id];
  const drawn = price(dearer(kind.spread, dear) * kind.medianCents * kind.spread.draw(generator), generator);
  const cents = id === "transit" ? fareOf(merchant) : id === "fuel" ? drawn - (drawn % 100) + generator.below(100) : drawn;
  const held =
    id === "fuel" && generator.chance(0.4)
      ? ledger.hold(merchant, day, second - generator.between(150, 420), generator.pick(PUMP_HOLDS))
      : -1;
  if (held < 0 && !kind.online && generator.chance(WRONG_CODE)) {
    const refused = ledger.pay(TEMPLATE.card, merchant, day, second - generator.between(20, 70), cents);
    ledger.rows.status[refused] = STATUS.declined;
  }
  const row = ledger.pay(kind.online ? TEMPLATE.web : TEMPLATE.card, merchant, day, second, cents);
  if (held >= 0) ledger.rows.needs[held] = row;
  return row;
}

/** What a company takes for a ride: of each its own, always the same. */
function fareOf(company: number): number {
  return 310 + 5 * (company % 17);
}

/** A time at which a merchant sells: on one of the holder's ways where that suits, else at any hour at which it is open. */
export function errandAt(
  { ground: { merchants }, outings }: Ledger,
  merchant: number,
  outing: number,
  generator: Sfc32,
): readonly [day: number, second: number] {
  const [open, close] = [merchants.openMinute[merchant], merchants.closeMinute[merchant]];
  const day = outings.day(outing);
  const second = outings.second(outing, generator);
  if (merchants.city[merchant] >= 0 && second >= open * 60 && second <= close * 60) return [day, second];
  return [day, hourOf(open, close, generator)];
}

/** What people bring or send back. */
const RETURNED: readonly MerchantKindId[] = ["clothing", "department", "onlineShop", "cosmetics", "jewellery", "grocery"];
const BROUGHT_BACK = 0.02;
const CHARGED_TWICE = 0.0035;

/** Now and then something is brought back, by somebody who is there, or was charged twice. */
function amend(ledger: Ledger, { merchant, id, day }: Errand, row: number, generator: Sfc32): void {
  const at = generator.unit();
  if (at >= CHARGED_TWICE + BROUGHT_BACK || (at >= CHARGED_TWICE && !RETURNED.includes(id))) return;
  const { rows } = ledger;
  const { days } = ledger.ground.calendar;
  const second = hourOf(600, 1080, generator);
  const cents = rows.amount[row];
  if (at < CHARGED_TWICE) {
    // charged twice within minutes, and set right within days
    const again = ledger.pay(TEMPLATES[rows.template[row]], merchant, 0, rows.local[row] + generator.between(20, 240), cents);
    rows.offset[again] = rows.offset[row];
    const right = day + generator.between(1, 4);
    if (right < days) rows.needs[ledger.pay(TEMPLATE.refund, merchant, right, second, cents)] = again;
    return;
  }
  const later = day + generator.between(2, 9);
  if (later >= days) return;
  if (!MERCHANT_KINDS[id].online && ledger.where(later, second) !== ledger.ground.merchants.city[merchant]) return;
  const back = ledger.pay(TEMPLATE.refund, merchant, later, second, cents);
  rows.needs[back] = row;
  if (generator.chance(0.2)) rows.status[back] = STATUS.reversed;
}

/** Tries to find a way on which nothing of the kind was bought yet. */
const TRIES = 3;

/** How likely people who would rather go at a week-end wait for one. */
const WAITS = 0.45;

function outingFor(ledger: Ledger, one: Habit, i: number, count: number, generator: Sfc32): number {
  const { outings, ground } = ledger;
  if (one.spaced === true) {
    const day = Math.floor(((i + generator.unit()) * ground.calendar.days) / count);
    const near = outings.within(day - 2, day + 3, generator);
    return near < 0 ? outings.any(generator) : near;
  }
  const first = outings.any(generator);
  return one.weekend && !ground.calendar.isWeekend(outings.day(first)) && generator.chance(WAITS)
    ? outings.any(generator)
    : first;
}

/** @param often how many purchases in thirty days, @param dear what they cost against the usual. */
function habit(ledger: Ledger, one: Habit, often: number, dear: number, generator: Sfc32): void {
  const { calendar } = ledger.ground;
  const { online } = MERCHANT_KINDS[one.kind];
  for (let i = 0; i < one.favourites; i++) favourites[i] = ledger.merchant(one.kind, generator);
  if (one.kind === "transit" && generator.chance(PASS_SHARE)) {
    passes(ledger, favourites[0], 500 * generator.between(17, 31), generator);
    return;
  }
  if (one.kind === "gym") {
    passes(ledger, favourites[0], 100 * generator.between(24, 74) + 99, generator);
    return;
  }
  const count = generator.around((often * calendar.days) / 30);
  ledger.outings.anew();
  for (let i = 0; i < count; i++) {
    let outing = outingFor(ledger, one, i, count, generator);
    for (let turn = 0; turn < TRIES && !ledger.outings.take(outing); turn++) outing = outingFor(ledger, one, i, count, generator);
    const usual = generator.chance(0.88)
      ? favourites[Math.floor(generator.unit() * generator.unit() * one.favourites)]
      : ledger.merchant(one.kind, generator);
    const [day, second] = errandAt(ledger, usual, outing, generator);
    const city = ledger.where(day, second);
    if (city < 0 && !online) continue;
    // who is out of town buys there
    const merchant = online || city === ledger.city ? usual : ledger.merchant(one.kind, generator, city);
    const errand = { merchant, id: one.kind, day, second, dear };
    amend(ledger, errand, buy(ledger, errand, generator), generator);
  }
}

const TOPIC_SPENDING = 3;
/** What a purchase of a habit costs on average, in cents. */
function meanCents({ kind }: Habit): number {
  const { medianCents, spread } = MERCHANT_KINDS[kind];
  return medianCents * spread.mean;
}

/** What all habits cost in thirty days of somebody with usual means, in cents. */
const USUAL_BASKET = HABITS.reduce((sum, one) => sum + one.share * one.monthly * MIDDLING.mean * meanCents(one), 0);
/** How much more, or less, some people buy than others of their means. */
const ACTIVITY = NARROW;
/** How much dearer or cheaper than the usual some people buy. */
const [LEAST_DEAR, MOST_DEAR] = [0.5, 2.4];
/** Nobody lives on less, and few live on more, than so many times the usual basket. */
const [LEAST, MOST] = [0.16, 3];
const monthlyCount = new Float64Array(HABITS.length);

/**
 * Writes the shopping of the whole world's days, for about `roomCents` in all: who has more buys more often, and dearer.
 * `level` scales how many rows it takes. Gives what is left over, in cents.
 */
export function shop(ledger: Ledger, roomCents: number, level: number): number {
  const generator = ledger.open(TOPIC_SPENDING);
  const months = ledger.ground.calendar.days / 30;
  const share = Math.max(LEAST, Math.min(MOST, roomCents / (USUAL_BASKET * months)));
  const often = Math.sqrt(share) * ACTIVITY.draw(generator) * level;
  let basket = 0;
  HABITS.forEach((one, i) => {
    const [has, own] = [generator.chance(one.share), MIDDLING.draw(generator)];
    monthlyCount[i] = has ? one.monthly * own * often : 0;
    basket += monthlyCount[i] * meanCents(one);
  });
  const dear = Math.max(LEAST_DEAR, Math.min(MOST_DEAR, (share * USUAL_BASKET) / Math.max(basket, 1)));
  let spent = 0;
  HABITS.forEach((one, i) => {
    if (monthlyCount[i] === 0) return;
    spent += monthlyCount[i] * months * meanCents(one) * dearer(MERCHANT_KINDS[one.kind].spread, dear);
    habit(ledger, one, monthlyCount[i], dear, generator);
  });
  return roomCents - spent;
}
