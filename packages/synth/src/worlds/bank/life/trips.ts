/** Journeys of people with no bad intent: to see family, for work, for a week-end. */
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { CITY_WEIGHTS, NEAR_WEIGHTS } from "../../../ground/geography.ts";
import type { MerchantKindId } from "../ground/merchant-kinds.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Stop } from "../ledger/whereabouts.ts";
import { during, room, setOut } from "./journeys.ts";
import type { Profile } from "./profile.ts";
import { buy } from "./spending.ts";

const TOPIC_TRIPS = 19;
/** People who leave town at all in the days of a world. */
const TRAVELS = 0.46;
const LONGEST_NIGHTS = 6;
/** How many go to the next towns, rather than anywhere in the country. */
const GOES_NEAR = 0.6;
/** Who pays for a bed sleeps nowhere else; the others stay with family and friends. */
const PAYS_FOR_A_BED = 0.55;
/** What is bought on a journey beside everyday things. */
const ON_A_JOURNEY: readonly MerchantKindId[] = ["restaurant", "fastFood", "restaurant", "fastFood", "fuel", "department", "bar"];

/** A city other than `city`: mostly near, or by people alone. */
export function otherCity(city: number, near: number, generator: Sfc32): number {
  if (generator.chance(near)) return generator.weighted(NEAR_WEIGHTS[city]);
  let other = city;
  while (other === city) other = generator.weighted(CITY_WEIGHTS);
  return other;
}

/** Purchases at a stop, up to `most` a day, and one at least where it is for more than a night. */
export function spendThere(ledger: Ledger, stop: Stop, most: number, generator: Sfc32): void {
  for (let day = stop.day; day <= stop.lastDay; day++) {
    for (let i = generator.between(day === stop.day && stop.lastDay > day ? 1 : 0, most); i > 0; i--) {
      const id = generator.pick(ON_A_JOURNEY);
      const merchant = ledger.merchant(id, generator, stop.city);
      const { openMinute, closeMinute } = ledger.ground.merchants;
      const at = during(stop, openMinute[merchant], closeMinute[merchant], generator);
      if (at) buy(ledger, { merchant, id, day: at[0], second: at[1] }, generator);
    }
  }
}

function trip(ledger: Ledger, generator: Sfc32): void {
  const { days } = ledger.ground.calendar;
  const nights = 1 + Math.floor(LONGEST_NIGHTS * generator.unit() * generator.unit());
  const day = generator.below(days - nights - 1);
  const city = otherCity(ledger.city, GOES_NEAR, generator);
  const second = generator.between(6 * 3600, 17 * 3600);
  const journey = setOut(ledger, { day, second, stops: [{ city, nights }] }, generator);
  if (journey === null) return;
  if (generator.chance(PAYS_FOR_A_BED)) room(ledger, journey.stops[0], 0.5, true, generator);
  spendThere(ledger, journey.stops[0], 2, generator);
}

/** Writes the trips of a person; who earns more leaves more often. */
export function travel(ledger: Ledger, profile: Profile): void {
  const generator = ledger.open(TOPIC_TRIPS);
  if (!generator.chance(TRAVELS * (0.7 + Math.min(0.6, profile.incomeDollars / 160_000)))) return;
  for (let i = generator.chance(0.3) ? 2 : 1; i > 0; i--) trip(ledger, generator);
}
