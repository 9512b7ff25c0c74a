/** Patterns of travel and lodging: tickets, tours between cities, long stays, rooms settled in cash, a second rent. */
import { NARROW } from "../../../chance/quantiles.ts";
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { CITY_WEIGHTS } from "../../../ground/geography.ts";
import { STATUS, TEMPLATE } from "../ground/vocabulary.ts";
import { hourOf, price } from "../life/spending.ts";
import { actDay, folded, inTime, many, mark, spanStart, type Act } from "./act.ts";
import { elsewhereThan } from "./cash-acts.ts";
import { buys } from "./spending-acts.ts";

export function travels(act: Act): void {
  buys(act, ["rail", "coach", "coach"], 5, "frequent-tickets");
}

/** A tour: one or two nights in each of several cities, with a hotel and meals there. People on one tour share `route`. */
export function tours(act: Act, route: Sfc32 = act.generator): void {
  const { ledger, generator } = act;
  const stops = act.planted || act.strength >= 1 ? 4 : 3;
  let day = spanStart(act, 2 * stops + 1, route);
  let city = ledger.city;
  for (let i = 0; i < stops; i++) {
    let next = route.weighted(CITY_WEIGHTS);
    while (next === city) next = route.weighted(CITY_WEIGHTS);
    city = next;
    const nights = route.chance(0.7) ? 1 : 2;
    ledger.leave(day, day + nights);
    const hotel = ledger.merchant("hotel", route, city);
    const cents = price(nights * 12_500 * NARROW.draw(generator), generator);
    if (generator.chance(0.4))
      ledger.rows.status[ledger.pay(TEMPLATE.hold, hotel, day, hourOf(840, 1380, generator), cents)] = STATUS.authorised;
    const left = ledger.pay(TEMPLATE.cardFirm, hotel, day + nights, hourOf(420, 720, generator), cents);
    mark(act, left, "short-stays-many-cities", "many-cities-in-days");
    for (let meal = generator.between(1, 3); meal > 0; meal--) {
      const place = ledger.merchant(generator.chance(0.6) ? "fastFood" : "restaurant", generator, city);
      const bill = price(1900 * NARROW.draw(generator), generator);
      mark(act, ledger.pay(TEMPLATE.cardFirm, place, day, hourOf(700, 1400, generator), bill), "many-cities-in-days");
    }
    day += nights;
  }
}

/** Weeks at one hotel, paid by the week. */
export function staysLong(act: Act): void {
  const { ledger, generator, profile } = act;
  const hotel = ledger.merchant("hotel", generator, generator.chance(0.5) ? ledger.city : elsewhereThan(ledger.city, act));
  const weekly = Math.max(40_000, profile.incomeDollars * 0.7) * NARROW.draw(generator);
  const every = Math.max(1, Math.floor(act.days / 4));
  const first = spanStart(act, 3 * every + 1);
  for (let i = 0; i < 4; i++) {
    const cents = price(weekly * (0.9 + 0.2 * generator.unit()), generator);
    const row = ledger.pay(TEMPLATE.cardFirm, hotel, first + i * every, hourOf(480, 1200, generator), cents);
    mark(act, row, "lodging-beyond-profile");
  }
}

/** Rooms that are held on the card and settled in cash. */
export function settlesInCash(act: Act): void {
  const { ledger, generator } = act;
  for (let i = Math.max(2, many(act, 2.4)); i > 0; i--) {
    const city = generator.chance(0.6) ? ledger.city : elsewhereThan(ledger.city, act);
    const hotel = ledger.merchant("hotel", generator, city);
    const day = actDay(act);
    const second = hourOf(840, 1380, generator);
    const cents = price(15_000 * NARROW.draw(generator), generator);
    const hold = ledger.pay(TEMPLATE.hold, hotel, day, second, cents);
    ledger.rows.status[hold] = STATUS.authorised;
    const taken = Math.ceil((cents * (0.8 + 0.4 * generator.unit())) / 2000) * 2000;
    const later = inTime(act, day, second, second + generator.between(1800, 90_000));
    const cash = ledger.cash(TEMPLATE.cashOutFirm, city, day, later, taken, generator);
    mark(act, hold, "lodging-settled-in-cash");
    mark(act, cash, "lodging-settled-in-cash");
  }
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
