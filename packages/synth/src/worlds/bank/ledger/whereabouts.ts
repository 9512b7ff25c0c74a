/**
 * Where the holder of an account is, at any time of the world: at home, on the way, or at one of the stops of a journey.
 * Whatever needs a person (a card at a counter, a cash machine, a branch) asks here first, so that nobody is in two places.
 */
import { DAY_SECONDS, type Calendar } from "../../../ground/calendar.ts";
import { CITIES } from "../../../ground/geography.ts";

/** A place between two cities. */
export const ON_THE_WAY = -1;
const MOST_STOPS = 128;
const MOST_PINS = 256;
/** Between one journey and the next people are at home for so long at least, in seconds. */
const REST = 4 * 3600;

/** A stay in a city: the local days and seconds of the day at which it begins and ends. */
export interface Stop {
  readonly city: number;
  readonly day: number;
  readonly second: number;
  readonly lastDay: number;
  readonly lastSecond: number;
}

export class Whereabouts {
  readonly #calendar: Calendar;
  #home = 0;
  #journeys = 0;
  #stops = 0;
  // seconds of UTC since the world's first local midnight would have been there
  readonly #left = new Int32Array(MOST_STOPS);
  readonly #back = new Int32Array(MOST_STOPS);
  readonly #from = new Int32Array(MOST_STOPS);
  readonly #to = new Int32Array(MOST_STOPS);
  readonly #city = new Int32Array(MOST_STOPS);
  #pins = 0;
  readonly #pinned = new Int32Array(MOST_PINS);

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  /** A new holder, at home from the first day to the last. */
  begin(home: number): void {
    this.#home = home;
    this.#journeys = 0;
    this.#stops = 0;
    this.#pins = 0;
  }

  /** Seconds of UTC at a local time of a city. */
  utc(city: number, day: number, second: number): number {
    return day * DAY_SECONDS + second - this.#calendar.offsetMinutes(CITIES[city].zone, day, second) * 60;
  }

  /** The local day and second of the day in a city, of seconds of UTC. */
  local(city: number, utc: number): readonly [day: number, second: number] {
    const { zone } = CITIES[city];
    let [day, second] = [0, 0];
    // the offset hangs on the local time, which hangs on the offset: twice is enough
    for (let turn = 0, offset = 0; turn < 3; turn++) {
      const at = utc + offset * 60;
      day = Math.floor(at / DAY_SECONDS);
      second = at - day * DAY_SECONDS;
      offset = this.#calendar.offsetMinutes(zone, Math.max(0, Math.min(day, this.#calendar.days - 1)), second);
    }
    return [day, second];
  }

  /** The holder was seen at a local time of a city: no journey that is booked later may lie over it. */
  pin(city: number, day: number, second: number): void {
    if (this.#pins < MOST_PINS) this.#pinned[this.#pins++] = this.utc(city, day, second);
  }

  /** True where no journey touches the time from `left` to `back` (seconds of UTC), nor the rest before and after it. */
  isHome(left: number, back: number): boolean {
    for (let i = 0; i < this.#journeys; i++) if (left < this.#back[i] + REST && back > this.#left[i] - REST) return false;
    for (let i = 0; i < this.#pins; i++) if (this.#pinned[i] > left && this.#pinned[i] < back) return false;
    return true;
  }

  /** A journey that leaves home and comes back, with its stops in order; false, and nothing done, where there are too many. */
  add(left: number, back: number, stops: readonly Stop[]): boolean {
    if (this.#journeys === MOST_STOPS || this.#stops + stops.length > MOST_STOPS) return false;
    this.#left[this.#journeys] = left;
    this.#back[this.#journeys++] = back;
    for (const { city, day, second, lastDay, lastSecond } of stops) {
      this.#city[this.#stops] = city;
      this.#from[this.#stops] = this.utc(city, day, second);
      this.#to[this.#stops++] = this.utc(city, lastDay, lastSecond);
    }
    return true;
  }

  /** The city whose clocks show that time while the holder is there; ON_THE_WAY where there is none. */
  at(day: number, second: number): number {
    if (this.#journeys === 0) return this.#home;
    for (let i = 0; i < this.#stops; i++) {
      const utc = this.utc(this.#city[i], day, second);
      if (utc >= this.#from[i] && utc <= this.#to[i]) return this.#city[i];
    }
    const utc = this.utc(this.#home, day, second);
    for (let i = 0; i < this.#journeys; i++) if (utc > this.#left[i] && utc < this.#back[i]) return ON_THE_WAY;
    return this.#home;
  }
}
