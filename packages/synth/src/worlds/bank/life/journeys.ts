/** Journeys: how long they take by road, by rail and by air, what they cost, and where people sleep meanwhile. */
import { NARROW } from "../../../chance/quantiles.ts";
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { DAY_SECONDS } from "../../../ground/calendar.ts";
import { CITIES, kilometres } from "../../../ground/geography.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Stop } from "../ledger/whereabouts.ts";
import { buy, hourOf, price } from "./spending.ts";

type Way = "car" | "coach" | "rail" | "air";
interface Speed {
  /** Minutes that a journey takes beside the ride itself, and kilometres as the crow flies in an hour of it. */
  readonly before: number;
  readonly perHour: number;
  /** Cents of a ticket: a part that is always there, and one for each kilometre. */
  readonly fixed: number;
  readonly each: number;
}

const WAYS: Readonly<Record<Way, Speed>> = {
  car: { before: 20, perHour: 68, fixed: 0, each: 0 },
  coach: { before: 40, perHour: 60, fixed: 1200, each: 12 },
  rail: { before: 45, perHour: 72, fixed: 1800, each: 17 },
  air: { before: 165, perHour: 720, fixed: 13_000, each: 6 },
};
/** Cumulative shares, in percent, of those who go by car, coach and rail; the others fly. */
const BY_DISTANCE: readonly { readonly upTo: number; readonly shares: readonly [number, number, number, number] }[] = [
  { upTo: 320, shares: [66, 84, 100, 100] },
  { upTo: 700, shares: [46, 60, 72, 100] },
  { upTo: 1100, shares: [12, 18, 22, 100] },
  { upTo: Infinity, shares: [0, 0, 0, 100] },
];
const ORDER = ["car", "coach", "rail", "air"] as const;
/** No road leads there; a ferry takes its time. */
const BY_AIR_ALONE = CITIES.findIndex(({ name }) => name === "St. John’s");
const BY_FERRY = CITIES.findIndex(({ name }) => name === "Victoria");
const FERRY_MINUTES = 190;
/** Tickets that somebody else paid, or another card: an employer, a friend, a host. */
const PAID_BY_OTHERS = 0.1;
const FUEL_ON_THE_WAY = 0.6;

/** What a journey is to be: when it leaves home, and how many nights in which cities; none for a few hours. */
export interface Route {
  readonly day: number;
  readonly second: number;
  readonly stops: readonly { readonly city: number; readonly nights: number }[];
  /** Within how many days before it a seat is bought. */
  readonly ahead?: number;
}
/** Where a route does not say. */
const USUAL_AHEAD = 24;

/** A journey that was made: its stops, and where tickets were bought, their rows. */
export interface Journey {
  readonly stops: readonly Stop[];
  readonly tickets: readonly number[];
}

interface Leg {
  readonly way: Way;
  readonly from: number;
  readonly to: number;
}

/** A leg as it is bought: the day on which it begins, whether it leads back as well, how early a seat is bought. */
interface Seat {
  readonly leg: Leg;
  readonly day: number;
  readonly back: boolean;
  readonly ahead: number;
}

function wayFor(from: number, to: number, generator: Sfc32): Way {
  const km = kilometres(from, to);
  const { shares } = BY_DISTANCE.find(({ upTo }) => km <= upTo) ?? BY_DISTANCE[BY_DISTANCE.length - 1];
  const drawn = ORDER[generator.weighted(shares)];
  return from === BY_AIR_ALONE || to === BY_AIR_ALONE ? "air" : drawn;
}

function secondsOf({ way, from, to }: Leg, generator: Sfc32): number {
  const { before, perHour } = WAYS[way];
  const ferry = way !== "air" && (from === BY_FERRY || to === BY_FERRY) ? FERRY_MINUTES : 0;
  const minutes = before + ferry + (kilometres(from, to) * 60) / perHour;
  return Math.round(minutes * 60 * (1 + 0.25 * generator.unit()));
}

/** When somebody leaves a stop: after some hours, or in the course of the morning after the last night. */
function leaving(day: number, second: number, nights: number, generator: Sfc32): readonly [day: number, second: number] {
  const morning = generator.between(8 * 3600, 13 * 3600);
  if (nights > 0) return [day + nights, morning];
  const later = second + generator.between(2 * 3600, 6 * 3600);
  return [day + Math.floor(later / DAY_SECONDS), later % DAY_SECONDS];
}

/** A ticket, bought ahead or on the day, for one leg or there and back; −1 where the account does not show it. */
function ticket(ledger: Ledger, { leg: { way, from, to }, day, back, ahead }: Seat, generator: Sfc32): number {
  if (way === "car") return -1;
  const bought = day - Math.floor(ahead * generator.unit() * generator.unit());
  const { fixed, each } = WAYS[way];
  const cents = price((fixed + each * kilometres(from, to)) * (back ? 1.8 : 1) * NARROW.draw(generator), generator);
  const second = hourOf(420, bought === day ? 480 : 1400, generator);
  if (generator.chance(PAID_BY_OTHERS) || bought < 0) return -1;
  return ledger.pay(TEMPLATE.webFirm, ledger.merchant(way, generator), bought, second, cents);
}

/** Fuel before the road, where the card is at that time. */
function fillUp(ledger: Ledger, { from }: Leg, day: number, second: number, generator: Sfc32): void {
  const pump = ledger.merchant("fuel", generator, from);
  const at = second - generator.between(600, 3000);
  if (generator.chance(FUEL_ON_THE_WAY) && at > 0) buy(ledger, { merchant: pump, id: "fuel", day, second: at }, generator);
}

/**
 * Sets out on a journey, where the holder is free to and it ends within the world: books it, and writes tickets and fuel.
 * Null, and nothing written, where it cannot be. `times` draws ways and hours: people who go together share it.
 */
export function setOut(
  ledger: Ledger,
  { day, second, stops, ahead = USUAL_AHEAD }: Route,
  generator: Sfc32,
  times = generator,
): Journey | null {
  const { whereabouts, city: home } = ledger;
  const left = whereabouts.utc(home, day, second);
  const made: Stop[] = [];
  const legs: { readonly leg: Leg; readonly day: number; readonly second: number }[] = [];
  let [at, utc, hour] = [home, left, [day, second] as readonly [number, number]];
  const sameWay = stops.length === 1 ? wayFor(home, stops[0].city, times) : null;
  for (const stop of [...stops, { city: home, nights: 0 }]) {
    const leg = { way: sameWay ?? wayFor(at, stop.city, times), from: at, to: stop.city };
    legs.push({ leg, day: hour[0], second: hour[1] });
    utc += secondsOf(leg, times);
    const [arrives, arrivesAt] = whereabouts.local(stop.city, utc);
    const [lastDay, lastSecond] = leaving(arrives, arrivesAt, stop.nights, times);
    if (legs.length <= stops.length) {
      made.push({ city: stop.city, day: arrives, second: arrivesAt, lastDay, lastSecond });
      utc = whereabouts.utc(stop.city, lastDay, lastSecond);
      hour = [lastDay, lastSecond];
    }
    at = stop.city;
  }
  const [lastDay] = whereabouts.local(home, utc);
  if (day < 0 || lastDay >= ledger.ground.calendar.days || !whereabouts.isHome(left, utc)) return null;
  if (!whereabouts.add(left, utc, made)) return null;
  const tickets: number[] = [];
  legs.forEach(({ leg, day: on, second: from }, i) => {
    if (leg.way === "car") fillUp(ledger, leg, on, from, generator);
    else if (sameWay === null || i === 0) {
      const row = ticket(ledger, { leg, day: on, back: sameWay !== null, ahead }, generator);
      if (row >= 0) tickets.push(row);
    }
  });
  return { stops: made, tickets };
}

const TURNS = 8;

/** A day and second within a stop at which a place with these hours (minutes) is open; null where the stay is too short for it. */
export function during(stop: Stop, open: number, close: number, generator: Sfc32): readonly [day: number, second: number] | null {
  for (let turn = 0; turn < TURNS; turn++) {
    const day = generator.between(stop.day, stop.lastDay);
    const second = hourOf(open, close, generator);
    const begun = day > stop.day || second >= stop.second;
    if (begun && (day < stop.lastDay || (day === stop.lastDay && second <= stop.lastSecond))) return [day, second];
  }
  return null;
}

/** Cents of a room for a night: dear in large cities and where people go on holiday, cheap in winter. */
function roomCents(ledger: Ledger, { city, day }: Stop): number {
  const { people, name } = CITIES[city];
  const place = people > 2000 ? 1.35 : people > 700 || HOLIDAY_PLACES.includes(name) ? 1.12 : 0.92;
  return 12_600 * place * SEASON[ledger.ground.calendar.month[day]];
}
const HOLIDAY_PLACES: readonly string[] = ["Niagara Falls", "Victoria", "Kelowna", "Charlottetown", "Québec", "St. John’s"];
/** By month, January first: rooms against the year's mean. */
const SEASON = [0.84, 0.86, 0.9, 0.94, 1.03, 1.14, 1.24, 1.22, 1.08, 1, 0.88, 0.9] as const;

export interface Room {
  /** Row of the charge at the end of the stay, −1 where it was left unpaid by this card. */
  readonly charge: number;
  /** Row of the amount held on arrival, −1 for none. */
  readonly hold: number;
}

/** A room for the nights of a stop: at times held on the card on arrival, charged on leaving. `held` is how likely. */
export function room(ledger: Ledger, stop: Stop, held: number, pays: boolean, generator: Sfc32): Room {
  const hotel = ledger.merchant("hotel", generator, stop.city);
  const nights = Math.max(1, stop.lastDay - stop.day);
  const cents = price(nights * roomCents(ledger, stop) * NARROW.draw(generator), generator);
  const arrives = stop.second + generator.between(600, 4500);
  const lasts = stop.lastSecond - stop.second + (stop.lastDay - stop.day) * DAY_SECONDS;
  let hold = -1;
  if (generator.chance(held) && arrives - stop.second < lasts) {
    hold = ledger.hold(hotel, stop.day, arrives, cents);
  }
  const leaves = Math.max(0, stop.lastSecond - generator.between(300, 2700));
  const charge = pays ? ledger.pay(TEMPLATE.cardFirm, hotel, stop.lastDay, leaves, cents) : -1;
  return { charge, hold };
}
