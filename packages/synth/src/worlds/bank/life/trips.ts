/** Journeys of people with no bad intent: to see family, for work, for a week-end; by rail, coach, air or car. */
import { NARROW } from "../../../chance/quantiles.ts";
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { CITY_WEIGHTS } from "../../../ground/geography.ts";
import { STATUS, TEMPLATE } from "../ground/vocabulary.ts";
import type { MerchantKindId } from "../ground/merchant-kinds.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Profile } from "./profile.ts";
import { buy, hourOf, price } from "./spending.ts";

const TOPIC_TRIPS = 19;
/** People who leave town at all in the days of a world. */
const TRAVELS = 0.46;
const LONGEST_NIGHTS = 6;
/** How many days ahead a seat is bought. */
const AHEAD = 24;
/** What is bought away from home, each day once or more. */
const AWAY: readonly MerchantKindId[] = [
  "restaurant",
  "fastFood",
  "restaurant",
  "fastFood",
  "grocery",
  "department",
  "bar",
  "fuel",
];

/** A room: often held on the card on arrival, charged on departure. */
function room(ledger: Ledger, city: number, day: number, nights: number, generator: Sfc32): void {
  const hotel = ledger.merchant("hotel", generator, city);
  const cents = price(nights * 13_500 * NARROW.draw(generator), generator);
  if (generator.chance(0.5)) {
    const held = ledger.pay(TEMPLATE.hold, hotel, day, hourOf(840, 1380, generator), cents);
    ledger.rows.status[held] = STATUS.authorised;
  }
  ledger.pay(TEMPLATE.card, hotel, day + nights, hourOf(420, 720, generator), cents);
}

function ticket(ledger: Ledger, day: number, generator: Sfc32): void {
  const kind = generator.pick(["air", "air", "rail", "coach", "coach"] as const);
  const bought = day - generator.below(AHEAD);
  if (bought >= 0) buy(ledger, ledger.merchant(kind, generator), kind, bought, generator);
}

function trip(ledger: Ledger, generator: Sfc32): void {
  const { days } = ledger.ground.calendar;
  const nights = 1 + Math.floor(LONGEST_NIGHTS * generator.unit() * generator.unit());
  const day = generator.below(days - nights);
  let city = ledger.city;
  while (city === ledger.city) city = generator.weighted(CITY_WEIGHTS);
  ledger.leave(day, day + nights);
  if (generator.chance(0.6)) ticket(ledger, day, generator);
  if (generator.chance(0.55)) room(ledger, city, day, nights, generator);
  for (let on = day; on <= day + nights; on++) {
    for (let i = generator.between(0, 3); i > 0; i--) {
      const kind = generator.pick(AWAY);
      buy(ledger, ledger.merchant(kind, generator, city), kind, on, generator);
    }
  }
}

/** Writes the trips of a person; who earns more leaves more often. */
export function travel(ledger: Ledger, profile: Profile): void {
  const generator = ledger.open(TOPIC_TRIPS);
  if (!generator.chance(TRAVELS * (0.7 + Math.min(0.6, profile.incomeDollars / 160_000)))) return;
  for (let i = generator.chance(0.3) ? 2 : 1; i > 0; i--) trip(ledger, generator);
}
