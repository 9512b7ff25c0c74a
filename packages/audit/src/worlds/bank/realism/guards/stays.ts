/**
 * A hotel charge is a stay: nobody with the card was seen in another city in the night before a charge away from home, from
 * 20:00 to 08:00 by the clock of where it was charged. And life goes on near it: of the rows that need a person, other than at
 * hotels, the last one before the charge or the first one after it lies in its city.
 */
import { compareBand, rowsOf, share } from "../compare.ts";
import type { RowView } from "../walk.ts";
import { RING } from "../bank-truth.ts";
import { blank, informs, type Feature, type Guard, type GuardRow } from "./guard.ts";
import { needsPerson, whereabouts } from "./whereabouts.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
const HOTEL = 7011;
const [DUSK, DAWN] = [20, 8];

const named = rowsOf("guards", {
  "stays-nights": [
    "Hotel charges away from home, nobody elsewhere that night",
    "Frais d’hôtel en voyage, personne ailleurs cette nuit-là",
  ],
  "stays-life": [
    "Hotel charges away from home, with life near it",
    "Frais d’hôtel en voyage, avec des traces de vie à proximité",
  ],
  "stays-home-lawful": ["Hotel charges in the home city, lawful accounts", "Frais d’hôtel dans sa propre ville, comptes licites"],
  "stays-home-rings": ["Hotel charges in the home city, ring accounts", "Frais d’hôtel dans sa propre ville, comptes de réseaux"],
});

/** Somebody in a city at a time. */
interface Seen {
  readonly city: number;
  /** UTC, and by the clock of the place; milliseconds. */
  readonly time: number;
  readonly local: number;
}

/** Whether nobody was elsewhere in the night before a charge. */
function slept({ city, local }: Seen, seen: readonly Seen[]): boolean {
  const midnight = Math.floor(local / DAY_MS) * DAY_MS;
  const [from, to] = [midnight - (24 - DUSK) * HOUR_MS, midnight + DAWN * HOUR_MS];
  return !seen.some((other) => other.local >= from && other.local < to && other.city !== city);
}

/** Whether the last row before a charge or the first one after it lies in its city; rows stand in order of time. */
function lived({ city, time }: Seen, seen: readonly Seen[]): boolean {
  const after = seen.findIndex((other) => other.time >= time);
  const around = after < 0 ? seen.slice(-1) : seen.slice(Math.max(0, after - 1), after + 1);
  return around.some((other) => other.city === city);
}

export class Stays implements Guard {
  readonly #standing: Uint8Array;
  readonly #homes: Int32Array;
  /** By account: shares of its hotel charges. */
  readonly #restless: Feature;
  readonly #lonely: Feature;
  readonly #atHome: Feature;
  #charges: Seen[] = [];
  #seen: Seen[] = [];
  #away = 0;
  #nights = 0;
  #lives = 0;
  readonly #lawful = { all: 0, home: 0 };
  readonly #rings = { all: 0, home: 0 };

  /** @param homes by account: the place of its home city in CITY_NAMES. */
  constructor(standing: Uint8Array, homes: Int32Array) {
    this.#standing = standing;
    this.#homes = homes;
    this.#restless = blank(homes.length);
    this.#lonely = blank(homes.length);
    this.#atHome = blank(homes.length);
  }

  row(row: RowView): void {
    const seen = { city: row.city, time: row.time, local: row.day * DAY_MS + row.minute * MINUTE_MS };
    if (row.mcc === HOTEL && row.posted && !row.credit && row.city >= 0) this.#charges.push(seen);
    else if (row.mcc !== HOTEL && needsPerson(whereabouts(row))) this.#seen.push(seen);
  }

  endAccount(account: number): void {
    if (this.#charges.length > 0) this.#close(account);
    this.#charges = [];
    this.#seen = [];
  }

  #close(account: number): void {
    const away = this.#charges.filter(({ city }) => city !== this.#homes[account]);
    const home = this.#charges.length - away.length;
    const of = this.#standing[account] === RING ? this.#rings : this.#lawful;
    of.all += this.#charges.length;
    of.home += home;
    this.#atHome[account] = home / this.#charges.length;
    if (away.length === 0) return;
    const nights = away.filter((charge) => slept(charge, this.#seen)).length;
    const lives = away.filter((charge) => lived(charge, this.#seen)).length;
    this.#restless[account] = 1 - nights / away.length;
    this.#lonely[account] = 1 - lives / away.length;
    this.#away += away.length;
    this.#nights += nights;
    this.#lives += lives;
  }

  guarded(): GuardRow[] {
    const [lawful, rings] = [this.#lawful, this.#rings];
    return [
      { comparison: compareBand(named("stays-nights"), share(this.#nights, this.#away), [0.98, 1]), feature: this.#restless },
      { comparison: compareBand(named("stays-life"), share(this.#lives, this.#away), [0.9, 1]), feature: this.#lonely },
      { comparison: informs(named("stays-home-lawful"), share(lawful.home, lawful.all)), feature: this.#atHome },
      { comparison: informs(named("stays-home-rings"), share(rings.home, rings.all)), feature: this.#atHome },
    ];
  }
}
