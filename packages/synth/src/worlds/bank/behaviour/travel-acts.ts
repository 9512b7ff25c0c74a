/** Patterns of travel and lodging: tickets, tours between cities, long stays, rooms settled in cash, a second rent. */
import { NARROW } from "../../../chance/quantiles.ts";
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import { during, room, setOut, type Journey } from "../life/journeys.ts";
import { hourOf, price } from "../life/spending.ts";
import { otherCity, spendThere } from "../life/trips.ts";
import { folded, inTime, laterOn, many, mark, moment, spanStart, type Act, type Moment } from "./act.ts";
import { cityNear, goesTo } from "./cash-acts.ts";
import { buys } from "./spending-acts.ts";

const TRIES = 8;
/** How many legs of a tour lead to the next towns. */
const STAYS_NEAR = 0.85;

/** Ticket after ticket by rail and coach: on most of them the holder goes away for a day or two. */
export function travels(act: Act): void {
  const { ledger, generator } = act;
  buys(act, ["rail", "coach", "coach"], 5, "frequent-tickets");
  for (let i = Math.round(many(act, 5) / 2); i > 0; i--) {
    const journey = goesTo(act, cityNear(act), generator.below(3));
    if (!journey) continue;
    for (const row of journey.tickets) mark(act, row, "frequent-tickets");
    spendThere(ledger, journey.stops[0], 1, generator);
  }
}

/** The stops of a tour that begins at `start`, for somebody whose home is `home`: none of them at home, or where the one before was. */
function stopsOf(start: number, home: number, count: number, route: Sfc32) {
  let city = start;
  const all = Array.from({ length: count }, () => {
    city = otherCity(city, STAYS_NEAR, route);
    return { city, nights: route.chance(0.7) ? 1 : 2 };
  });
  const away = all.filter((stop) => stop.city !== home);
  return away.filter((stop, i) => i === 0 || stop.city !== away[i - 1].city);
}

/** A tour: one or two nights in each of several cities, with a room and meals there. People on one tour share `route`, from `start` on. */
export function tours(act: Act, route: Sfc32 = act.generator, start = act.ledger.city): void {
  const { ledger, generator } = act;
  const count = act.planted || act.strength >= 1 ? 4 : 3;
  const stops = stopsOf(start, ledger.city, count, route);
  const nights = stops.reduce((sum, stop) => sum + stop.nights, 0);
  let journey: Journey | null = null;
  for (let turn = 0; turn < TRIES && !journey; turn++) {
    const day = spanStart(act, nights + 3, turn === 0 ? route : generator);
    journey = setOut(
      ledger,
      { day, second: route.between(6 * 3600, 11 * 3600), stops },
      generator,
      turn === 0 ? route : generator,
    );
  }
  for (const stop of journey?.stops ?? []) {
    mark(act, room(ledger, stop, 0.4, true, generator).charge, "short-stays-many-cities", "many-cities-in-days");
    for (let meal = generator.between(1, 3); meal > 0; meal--) {
      const place = ledger.merchant(generator.chance(0.6) ? "fastFood" : "restaurant", generator, stop.city);
      const at = during(stop, 690, 1380, generator);
      if (!at) continue;
      const bill = price(1900 * NARROW.draw(generator), generator);
      mark(act, ledger.pay(TEMPLATE.cardFirm, place, at[0], at[1], bill), "many-cities-in-days");
    }
  }
}

/** Weeks at one hotel, paid by the week: in another city, or between two homes; others are put up in their own town. */
export function staysLong(act: Act): void {
  const { ledger, generator, profile } = act;
  const weekly = Math.max(40_000, profile.incomeDollars * 0.7) * NARROW.draw(generator);
  const every = Math.max(1, Math.floor(act.days / 4));
  const first = spanStart(act, 3 * every + 4);
  const here = generator.chance(act.planted ? 0.5 : 0.2);
  const route = {
    day: first,
    second: generator.between(6 * 3600, 11 * 3600),
    stops: [{ city: otherCity(ledger.city, 0.5, generator), nights: 3 * every + 1 }],
  };
  const stop = here ? null : (setOut(ledger, route, generator)?.stops[0] ?? null);
  if (!here && !stop && !act.planted) return;
  const hotel = ledger.merchant("hotel", generator, stop?.city ?? ledger.city);
  for (let i = 0; i < 4; i++) {
    const cents = price(weekly * (0.9 + 0.2 * generator.unit()), generator);
    const day = (stop?.day ?? first) + i * every;
    const at = stop
      ? (during({ ...stop, day, second: i === 0 ? stop.second : 0, lastDay: day, lastSecond: 86_399 }, 480, 1200, generator) ?? [
          day,
          Math.min(86_000, stop.second + 1200),
        ])
      : momentOn(act, day);
    if (at) mark(act, ledger.pay(TEMPLATE.cardFirm, hotel, at[0], at[1], cents), "lodging-beyond-profile");
  }
}

/** A time of day at which the holder is at home on a day, or on the next on which that is so. */
function momentOn(act: Act, day: number): readonly [day: number, second: number] {
  const at = moment({ ...act, start: day, days: 1 }, () => hourOf(480, 1200, act.generator), act.ledger.city);
  return [at.day, at.second];
}

/** Rooms that are held on the card and settled in cash: on the road, or in town. */
export function settlesInCash(act: Act): void {
  const { ledger, generator } = act;
  for (let i = Math.max(2, many(act, 2.4)); i > 0; i--) {
    const stop = generator.chance(act.planted ? 0.5 : 0.75) ? goesTo(act, cityNear(act), 1)?.stops[0] : undefined;
    const at = stop ?? moment(act, () => hourOf(840, 1380, generator), ledger.city);
    const hold = stop ? room(ledger, stop, 1, false, generator).hold : holdsHere(act, at);
    const taken = Math.ceil((ledger.rows.amount[hold] * (0.8 + 0.4 * generator.unit())) / 2000) * 2000;
    const paid = stop ? ([stop.lastDay, stop.lastSecond - generator.between(600, 5400)] as const) : laterHere(act, at);
    if (!paid) continue;
    mark(act, hold, "lodging-settled-in-cash");
    mark(act, ledger.cash(TEMPLATE.cashOutFirm, at.city, paid[0], paid[1], taken, generator), "lodging-settled-in-cash");
  }
}

/** A room in town that is held on the card. */
function holdsHere({ ledger, generator }: Act, { city, day, second }: Moment): number {
  const cents = price(13_500 * NARROW.draw(generator), generator);
  return ledger.hold(ledger.merchant("hotel", generator, city), day, second, cents);
}

/** Within a day or so, at home. */
function laterHere(act: Act, { day, second }: Moment): readonly [day: number, second: number] | null {
  const { ledger, generator } = act;
  for (let turn = 0; turn < TRIES; turn++) {
    const later = inTime(act, day, second, Math.min(laterOn(second, 1, generator), second + 90_000));
    if (ledger.where(day, later) !== ledger.city) continue;
    ledger.whereabouts.pin(ledger.city, day, later);
    return [day, later];
  }
  return null;
}

/** Rent for a second and a third place, for a month or two. */
export function rentsMore(act: Act): void {
  const { ledger, generator } = act;
  const { calendar } = ledger.ground;
  const first = Math.max(0, Math.min(folded(act.start, calendar.days), calendar.days - 34));
  for (let place = 0; place < 2; place++) {
    const landlord = generator.chance(0.7) ? ledger.pooled("landlords", generator) : ledger.stranger(generator);
    const cents = 2500 * generator.between(28, 62);
    const byTransfer = generator.chance(0.4);
    const pay = byTransfer ? TEMPLATE.rentByTransfer : TEMPLATE.rent;
    const hour = byTransfer ? hourOf(480, 1380, generator) : generator.between(18_000, 28_800);
    for (let day = first; day < Math.min(calendar.days - 3, first + 31 * Math.max(1, many(act, 1.2))); day++) {
      if (calendar.monthDay[day] !== 1) continue;
      mark(act, ledger.deal(pay, landlord, day + (byTransfer ? generator.below(3) : 0), hour, cents), "several-rents");
    }
  }
}
