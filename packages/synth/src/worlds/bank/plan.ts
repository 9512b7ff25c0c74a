/**
 * Who is who. Inside the generator every account has a slot: first the members of rings, then the look-alike groups,
 * then everybody else; account numbers are a keyed permutation of slots, so that they say nothing of it.
 *
 * The plan holds a few bytes an account and does not depend on whether crime is switched on: a ring's members have the
 * same city, occupation and daily life with and without it.
 */
import type { Role } from "@vigie/sdk";
import { stream, type Seed } from "@vigie/spec";
import { LOOKALIKE_GROUPS } from "@vigie/spec/bank";
import { KeyedStreams } from "../../chance/chacha.ts";
import { Shuffle } from "../../chance/permutation.ts";
import { Sfc32 } from "../../chance/sfc32.ts";
import { CITIES, CITY_WEIGHTS } from "../../ground/geography.ts";
import type { Parameters } from "./parameters.ts";

export const GROUP_IDS: readonly string[] = Object.keys(LOOKALIKE_GROUPS).sort();
export const TYPOLOGY_IDS = [
  "advertisement-cards",
  "cash-pooler",
  "city-circuit",
  "controlled-account",
  "cross-border-remittance",
  "e-transfer-collector",
  "front-business",
  "mule-funnel",
] as const;
export type Typology = (typeof TYPOLOGY_IDS)[number];

/** Roles by typology, in the order in which members are added: the first two are always there. One of the casts is drawn. */
const CASTS: Readonly<Record<Typology, readonly (readonly Role[])[]>> = {
  "advertisement-cards": [
    ["controller", "exploited", "exploited", "facilitator", "exploited"],
    ["exploited", "facilitator", "controller", "exploited", "exploited"],
  ],
  "cash-pooler": [
    ["controller", "mule", "mule", "exploited", "facilitator"],
    ["mule", "exploited", "controller", "mule", "facilitator"],
  ],
  "city-circuit": [
    ["exploited", "controller", "exploited", "facilitator", "exploited"],
    ["exploited", "facilitator", "exploited", "controller", "exploited"],
  ],
  "controlled-account": [
    ["exploited", "controller", "exploited", "facilitator", "mule"],
    ["exploited", "controller", "facilitator", "exploited", "exploited"],
  ],
  "cross-border-remittance": [
    ["controller", "mule", "exploited", "mule", "facilitator"],
    ["exploited", "facilitator", "controller", "mule", "exploited"],
  ],
  "e-transfer-collector": [
    ["exploited", "controller", "exploited", "mule", "exploited"],
    ["exploited", "controller", "mule", "exploited", "facilitator"],
  ],
  "front-business": [
    ["front", "exploited", "controller", "exploited", "facilitator"],
    ["front", "controller", "exploited", "facilitator", "exploited"],
  ],
  "mule-funnel": [
    ["mule", "controller", "mule", "exploited", "mule"],
    ["exploited", "mule", "controller", "mule", "facilitator"],
  ],
};

export interface Ring {
  readonly typology: Typology;
  /** Slots of its members, first … first + roles.length − 1. */
  readonly first: number;
  readonly roles: readonly Role[];
}

export const FRIEND_LAYERS = 4;
/** The layer whose friends live anywhere; in the others they live in the same city. */
const FAR_LAYER = 1;
/** Friends in one city come in circles of four, each of whom knows each other: which bits of its place tell a slot from its friend. */
const CIRCLE_STEPS = [1, 0, 2, 3] as const;
const BUSINESS_SHARE = 0.045;
/** How many slots of these groups live together. */
const HOUSEHOLDS: Readonly<Record<string, number>> = { "families-with-pooled-accounts": 3, "students-sharing-rent": 4 };
const LARGEST_HOUSEHOLD = 4;
const LIVES_WITH_RING = 0.06;

export class Plan {
  readonly accounts: number;
  readonly rings: readonly Ring[];
  readonly positives: number;
  /** By slot: its ring (−1 for none), its group (index into GROUP_IDS, −1 for none), its city, 1 for a business. */
  readonly ring: Int32Array;
  readonly group: Int8Array;
  readonly city: Uint8Array;
  readonly business: Uint8Array;
  /** By slot: the first slot of its household (students who share rent, families that pool), −1 for none. */
  readonly household: Int32Array;
  readonly #order: Shuffle;
  readonly #byCity: Int32Array;
  readonly #placeInCity: Int32Array;
  readonly #cityStart: Int32Array;
  readonly #far: Shuffle;
  readonly #circles: readonly Shuffle[];

  constructor(seed: Seed, accounts: number, parameters: Parameters) {
    this.accounts = accounts;
    this.#order = new Shuffle(stream(seed, "order"), accounts);
    this.ring = new Int32Array(accounts).fill(-1);
    this.group = new Int8Array(accounts).fill(-1);
    this.city = new Uint8Array(accounts);
    this.business = new Uint8Array(accounts);
    this.household = new Int32Array(accounts).fill(-1);
    const draws = new KeyedStreams(stream(seed, "plan"));
    this.rings = castRings(draws, accounts, parameters);
    this.positives = this.rings.reduce((sum, { roles }) => sum + roles.length, 0);
    this.#settleSlots(draws, parameters);
    [this.#cityStart, this.#byCity, this.#placeInCity] = sortByCity(this.city);
    this.#far = new Shuffle(stream(seed, "friends/far"), accounts);
    this.#circles = CITIES.map(
      (_city, city) =>
        new Shuffle(stream(seed, `friends/circles/${city}`), Math.max(1, this.#cityStart[city + 1] - this.#cityStart[city])),
    );
  }

  #settleSlots(draws: KeyedStreams, { lookalikeShare }: Parameters): void {
    const { accounts, positives } = this;
    const generator = new Sfc32();
    const perGroup = Math.max(LARGEST_HOUSEHOLD, Math.round((lookalikeShare * accounts) / GROUP_IDS.length));
    for (let slot = 0; slot < accounts; slot++) {
      draws.open(generator, slot, 1);
      this.city[slot] = generator.weighted(CITY_WEIGHTS);
      const place = slot - positives;
      const group = place >= 0 ? Math.floor(place / perGroup) : GROUP_IDS.length;
      if (group < GROUP_IDS.length) this.#joinGroup(slot, group, place % perGroup);
      else if (place >= 0) this.business[slot] = generator.chance(BUSINESS_SHARE) ? 1 : 0;
    }
    this.rings.forEach((ring, number) => this.#joinRing(ring, number, draws, generator));
  }

  #joinGroup(slot: number, group: number, place: number): void {
    this.group[slot] = group;
    if (GROUP_IDS[group] === "small-cash-businesses") this.business[slot] = 1;
    if (!(GROUP_IDS[group] in HOUSEHOLDS)) return;
    const lead = slot - (place % HOUSEHOLDS[GROUP_IDS[group]]);
    this.household[slot] = lead;
    this.city[slot] = this.city[lead];
  }

  #joinRing(ring: Ring, number: number, draws: KeyedStreams, generator: Sfc32): void {
    ring.roles.forEach((role, i) => {
      const slot = ring.first + i;
      draws.open(generator, slot, 2);
      this.ring[slot] = number;
      this.business[slot] = role === "front" ? 1 : 0;
      if (generator.chance(0.6)) this.city[slot] = this.city[ring.first];
      if (role !== "front" && generator.chance(LIVES_WITH_RING)) this.#moveIn(slot, ring.first);
      if (!generator.chance(0.25)) return;
      const open = GROUP_IDS.filter((id) => (id === "small-cash-businesses") === (role === "front") && !(id in HOUSEHOLDS));
      this.group[slot] = GROUP_IDS.indexOf(generator.pick(open));
    });
  }

  /** Members of a ring may live at its first member's address, as families and students do. */
  #moveIn(slot: number, first: number): void {
    if (slot === first || slot - first >= LARGEST_HOUSEHOLD || this.business[first] === 1) return;
    this.household[slot] = first;
    this.household[first] = first;
    this.city[slot] = this.city[first];
  }

  accountOf(slot: number): number {
    return this.#order.forward(slot);
  }

  slotOf(account: number): number {
    return this.#order.backward(account);
  }

  /** The slot at whose address a slot lives. */
  homeOf(slot: number): number {
    return this.household[slot] < 0 ? slot : this.household[slot];
  }

  /** The slots that live at the address of a slot. */
  livesThere(home: number): number[] {
    const last = Math.min(this.accounts, home + LARGEST_HOUSEHOLD);
    return Array.from({ length: last - home }, (_, i) => home + i).filter((slot) => this.homeOf(slot) === home);
  }

  /** The friend of a slot in one layer; −1 for none. Friendship is mutual. */
  friend(slot: number, layer: number): number {
    if (layer === FAR_LAYER) {
      const other = this.#far.forward(slot) ^ 1;
      return other < this.accounts ? this.#far.backward(other) : -1;
    }
    const city = this.city[slot];
    const start = this.#cityStart[city];
    const shuffle = this.#circles[city];
    const partner = shuffle.forward(this.#placeInCity[slot]) ^ CIRCLE_STEPS[layer];
    if (partner >= this.#cityStart[city + 1] - start) return -1;
    return this.#byCity[start + shuffle.backward(partner)];
  }
}

function sortByCity(city: Uint8Array): [Int32Array, Int32Array, Int32Array] {
  const starts = new Int32Array(CITIES.length + 1);
  for (const c of city) starts[c + 1]++;
  for (let c = 0; c < CITIES.length; c++) starts[c + 1] += starts[c];
  const next = starts.slice();
  const slots = new Int32Array(city.length);
  const places = new Int32Array(city.length);
  city.forEach((c, slot) => {
    places[slot] = next[c] - starts[c];
    slots[next[c]++] = slot;
  });
  return [starts, slots, places];
}

function castRings(draws: KeyedStreams, accounts: number, { prevalence, accountsPerRing }: Parameters): Ring[] {
  const positives = Math.max(2, Math.round(prevalence * accounts));
  const count = Math.max(
    1,
    Math.min(Math.floor(positives / 2), Math.max(Math.ceil(accounts * 0.004), Math.round(positives / accountsPerRing))),
  );
  const sizes = new Int32Array(count).fill(2);
  const generator = draws.open(new Sfc32(), 0, 0);
  for (let left = positives - 2 * count; left > 0;) {
    const ring = generator.below(count);
    if (sizes[ring] === 5) continue;
    sizes[ring]++;
    left--;
  }
  let first = 0;
  return Array.from(sizes, (size, i) => {
    const typology = TYPOLOGY_IDS[i % TYPOLOGY_IDS.length];
    const ring = { typology, first, roles: generator.pick(CASTS[typology]).slice(0, size) };
    first += size;
    return ring;
  });
}
