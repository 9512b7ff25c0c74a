/** Patterns of cash: by machine at night or in many cities, in parts, by others, in one city and out in another. */
import { NEAR_WEIGHTS } from "../../../ground/geography.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import { during, setOut, type Journey } from "../life/journeys.ts";
import { hourOf } from "../life/spending.ts";
import { actDay, many, mark, moment, notes, type Act } from "./act.ts";

const TRIES = 8;
/** What either end of cash that goes in here and comes out there shows. */
const PAID_IN = ["funnel-account", "turnover-beyond-income", "in-and-out-within-a-day"] as const;
const TAKEN_OUT = ["funnel-account", "in-and-out-within-a-day"] as const;
/** Second of the day from which on people go to a machine. */
const AWAKE = 23_400;

/** A journey in the days of an act to one city, for `nights` or a few hours; null where the holder has no time for it. */
export function goesTo(act: Act, city: number, nights: number): Journey | null {
  const { ledger, generator } = act;
  for (let turn = 0; turn < TRIES; turn++) {
    const second = generator.between(5 * 3600, nights > 0 ? 16 * 3600 : 10 * 3600);
    const journey = setOut(ledger, { day: actDay(act), second, stops: [{ city, nights }], ahead: 3 }, generator);
    if (journey) return journey;
  }
  return null;
}

/** A city to which people of `city` go for a day or two. */
export function cityNear({ ledger, generator }: Act): number {
  return generator.weighted(NEAR_WEIGHTS[ledger.city]);
}

function atNight({ generator }: Act): number {
  return generator.between(22 * 3600 + 60, 29 * 3600);
}

/** Cash by machine at a moment of the act. */
function deposits(act: Act, city: number, day: number, second: number): void {
  const { ledger, generator } = act;
  const row = ledger.cash(TEMPLATE.cashIn, city, day, second, notes(act, 34_000), generator);
  mark(act, row, "cash-night-or-many-cities", "turnover-beyond-income", "cash-heavy-without-payroll");
}

/** Cash deposits by machine, at night or in several cities. */
export function depositsAtNight(act: Act): void {
  const { generator } = act;
  if (generator.chance(0.5)) depositsOnTheRoad(act);
  else
    for (let i = many(act, 4); i > 0; i--) {
      const { city, day, second } = moment(act, () => atNight(act));
      deposits(act, city, day, second);
    }
}

/** A round of three or four cities within a few days, with cash at a machine of each. */
function depositsOnTheRoad(act: Act): void {
  const { ledger, generator } = act;
  let stops = Array.from({ length: 3 }, () => ({ city: cityNear(act), nights: 1 }));
  stops = stops.filter(({ city }, i) => stops.findIndex((other) => other.city === city) === i);
  let journey: Journey | null = null;
  for (let turn = 0; turn < TRIES && !journey; turn++)
    journey = setOut(ledger, { day: actDay(act), second: generator.between(6 * 3600, 14 * 3600), stops }, generator);
  const there = journey?.stops ?? [];
  for (let i = 0; i < many(act, 4); i++) {
    const at = i < there.length ? during(there[i], 480, 1430, generator) : null;
    if (at) deposits(act, there[i].city, at[0], at[1]);
    else {
      const night = journey === null || there.length < 2;
      const hour = () => (night ? atNight(act) : hourOf(540, 1310, generator));
      const { city, day, second } = moment(act, hour);
      deposits(act, city, day, second);
    }
  }
}

/** A part of a sum in cash, under the reporting threshold and not by far. */
function partOf(act: Act): number {
  const cents = notes(act, 280_000);
  return cents >= 204_000 && cents < 1_000_000 ? cents : 2000 * act.generator.between(103, 230);
}

/** Two or three deposits within a day, each under the reporting threshold. */
export function splitsCash(act: Act): void {
  const { ledger, generator } = act;
  for (let i = many(act, 2); i > 0; i--) {
    const first = moment(act, () => hourOf(570, 1150, generator), ledger.city);
    for (let part = generator.between(2, 3); part > 0; part--) {
      const later = hourOf(570, 1150, generator);
      const second = ledger.where(first.day, later) === ledger.city ? later : first.second + part * 240;
      const row = ledger.cash(
        generator.chance(0.5) ? TEMPLATE.branchIn : TEMPLATE.cashIn,
        ledger.city,
        first.day,
        second,
        partOf(act),
        generator,
      );
      mark(act, row, "cash-under-threshold", "turnover-beyond-income", "cash-heavy-without-payroll");
    }
  }
}

/** Others deposit cash into the account. */
export function othersDeposit(act: Act): void {
  const { ledger, generator } = act;
  const others = [ledger.stranger(generator), ledger.stranger(generator), ledger.stranger(generator)];
  for (let i = many(act, 4); i > 0; i--) {
    const row = ledger.cash(
      generator.chance(0.6) ? TEMPLATE.branchIn : TEMPLATE.cashIn,
      ledger.city,
      actDay(act),
      hourOf(570, 1200, generator),
      notes(act, 40_000),
      generator,
    );
    ledger.rows.depositor[row] = others[i % 3];
    mark(act, row, "third-party-cash", "turnover-beyond-income", "cash-heavy-without-payroll");
  }
}

/** Cash goes in in one city and comes out in another a day or so later: somebody carries it, or somebody there brings it. */
export function funnelsCash(act: Act): void {
  const { ledger, generator } = act;
  const away = cityNear(act);
  const brought = generator.chance(0.5) ? ledger.stranger(generator) : -1;
  for (let i = Math.max(2, many(act, 2.6)); i > 0; i--) {
    const cents = notes(act, 44_000);
    const taken = Math.ceil((cents * (0.6 + 0.38 * generator.unit())) / 2000) * 2000;
    const journey = brought < 0 ? goesTo(act, away, generator.below(2)) : null;
    if (journey) carries(act, journey, cents, taken);
    else funnels(act, away, brought < 0 ? ledger.stranger(generator) : brought, cents, taken);
  }
}

/** The holder pays in at home and takes it out at the end of a way. */
function carries(act: Act, { stops: [stop] }: Journey, cents: number, taken: number): void {
  const { ledger, generator } = act;
  const { whereabouts, city: home } = ledger;
  const at = during(stop, 420, 1430, generator) ?? [stop.day, stop.second + 300];
  const out = whereabouts.utc(stop.city, at[0], at[1]);
  // the last hour at home before the way, or on the eve of it
  for (let hours = 0, back = generator.between(1200, 9000); hours < 30; hours++, back += 3600) {
    const [day, second] = whereabouts.local(home, whereabouts.utc(stop.city, stop.day, stop.second) - back);
    if (day < 0 || second < 25_000 || second > 82_000 || ledger.where(day, second) !== home) continue;
    if (out - whereabouts.utc(home, day, second) > 170_000) break;
    whereabouts.pin(home, day, second);
    mark(act, ledger.cash(TEMPLATE.cashIn, home, day, second, cents, generator), ...PAID_IN);
    mark(act, ledger.cash(TEMPLATE.cashOutFirm, stop.city, at[0], at[1], taken, generator), ...TAKEN_OUT);
    return;
  }
}

/** Somebody in another city pays in, and the holder takes it out at home. */
function funnels(act: Act, away: number, brought: number, cents: number, taken: number): void {
  const { ledger, generator } = act;
  const day = actDay(act);
  const second = hourOf(560, 1250, generator);
  const row = ledger.cash(generator.chance(0.3) ? TEMPLATE.branchIn : TEMPLATE.cashIn, away, day, second, cents, generator);
  ledger.rows.depositor[row] = brought;
  mark(act, row, ...PAID_IN);
  const paidIn = ledger.whereabouts.utc(away, day, second);
  for (let turn = 0; turn < TRIES; turn++) {
    const [later, hour] = ledger.whereabouts.local(ledger.city, paidIn + generator.between(2400, 150_000));
    if (later >= ledger.ground.calendar.days || hour < AWAKE || ledger.where(later, hour) !== ledger.city) continue;
    ledger.whereabouts.pin(ledger.city, later, hour);
    const out = ledger.cash(TEMPLATE.cashOutFirm, ledger.city, later, hour, taken, generator);
    mark(act, out, ...TAKEN_OUT);
    return;
  }
}
