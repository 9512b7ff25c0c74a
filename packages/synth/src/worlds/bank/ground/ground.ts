/** What all accounts of a world share: its days, places, merchants, names, and the keys of its streams. */
import type { DatasetSpec, Seed } from "@vigie/spec";
import { stream } from "@vigie/spec";
import { KeyedStreams } from "../../../chance/chacha.ts";
import { Feistel } from "../../../chance/permutation.ts";
import { Sfc32 } from "../../../chance/sfc32.ts";
import { Calendar } from "../../../ground/calendar.ts";
import { Merchants } from "./merchants.ts";
import { Names } from "../../../ground/names.ts";
import { drawSchedules, type Schedule } from "./paydays.ts";
import { Tokens } from "./tokens.ts";

const LENDERS = ["Chaudière", "Highland", "Maritime", "Portage", "Wescana", "Horizon"] as const;
/** Outside parties that many accounts deal with. */
export const POOLS = { employers: 900, landlords: 400, platforms: 6, offices: 8, banks: 6, lenders: 12 } as const;
const POOL_STARTS = { employers: 0, landlords: 1000, platforms: 2000, offices: 2100, banks: 2200, lenders: 2300 } as const;
export type PoolId = keyof typeof POOLS;

export interface Ground {
  readonly calendar: Calendar;
  readonly names: Names;
  readonly merchants: Merchants;
  readonly tokens: Tokens;
  readonly ids: Feistel;
  readonly transferIds: Feistel;
  readonly accountStreams: KeyedStreams;
  readonly pairStreams: KeyedStreams;
  readonly ringStreams: KeyedStreams;
  readonly poolNames: ReadonlyMap<number, number>;
  /** By employer of the pool. */
  readonly schedules: readonly Schedule[];
  /** Numbers of the names under which businesses, and some people, trade. */
  readonly tradeNames: readonly number[];
}

export const INSTITUTIONS = [
  "Banque Boréale",
  "Lakehead Trust",
  "Caisse du Large",
  "Northern Cardinal Bank",
  "Prairie Mutual",
] as const;

/** The number of the `i`-th party of a pool among all pooled parties. */
export function pooled(pool: PoolId, i: number): number {
  return POOL_STARTS[pool] + i;
}

const EMPLOYER_WORDS = [
  ["Atelier", "Groupe", "Northern", "Lakeview", "Conseil", "Summit", "Maritime", "Central", "Delta", "Horizon"],
  ["Logistics", "Santé", "Services", "Industries", "Solutions", "Construction", "Distribution", "Éducation", "Foods", "Systems"],
] as const;

function namePools(names: Names): Map<number, number> {
  const named = new Map<number, number>();
  const [first, second] = EMPLOYER_WORDS;
  for (let i = 0; i < POOLS.employers; i++)
    named.set(
      pooled("employers", i),
      names.list(`${first[i % 10]} ${second[Math.floor(i / 10) % 10]} ${1 + Math.floor(i / 100)}`),
    );
  for (let i = 0; i < POOLS.landlords; i++)
    named.set(
      pooled("landlords", i),
      names.list(`${i % 2 ? "Immeubles" : "Properties"} ${first[i % 10]} ${1 + Math.floor(i / 20)}`),
    );
  for (let i = 0; i < POOLS.platforms; i++)
    named.set(pooled("platforms", i), names.list(`${["Roule", "Portage", "Dashway", "Livro", "Hopon", "Tasko"][i]} payouts`));
  for (let i = 0; i < POOLS.offices; i++)
    named.set(pooled("offices", i), names.list(`${i % 2 ? "Bureau des prestations" : "Benefits office"} ${1 + (i >> 1)}`));
  for (let i = 0; i < POOLS.banks; i++)
    named.set(
      pooled("banks", i),
      names.list(`${["Cardinal", "Boréale", "Large", "Prairie", "Lakehead", "Union"][i]} card services`),
    );
  for (let i = 0; i < POOLS.lenders; i++)
    named.set(pooled("lenders", i), names.list(`${LENDERS[i % 6]} ${i < 6 ? "home loans" : "auto finance"}`));
  return named;
}

function tradeNames(names: Names): number[] {
  const first = ["Studio", "Maison", "Coast", "Urban", "Nova", "Chez", "Bright", "Alpin"];
  const second = ["Lumen", "Nord", "Works", "Plus", "Express", "Design", "Mobile", "Sud", "Zen", "Soleil"];
  return first.flatMap((a) => second.flatMap((b) => ["", " 2", " & Co", " Inc"].map((end) => names.list(`${a} ${b}${end}`))));
}

/** Lays the ground of a world: the same for any number of accounts. */
export function layGround(spec: DatasetSpec, seed: Seed): Ground {
  const names = new Names();
  const generator = new KeyedStreams(stream(seed, "merchants")).open(new Sfc32(), 0, 0);
  const merchants = new Merchants(names, generator);
  const calendar = new Calendar(spec.firstDay, spec.days);
  return {
    calendar,
    names,
    merchants,
    tokens: new Tokens(stream(seed, "tokens")),
    ids: new Feistel(stream(seed, "rows"), 26),
    transferIds: new Feistel(stream(seed, "transfers"), 26),
    accountStreams: new KeyedStreams(stream(seed, "accounts")),
    pairStreams: new KeyedStreams(stream(seed, "pairs")),
    ringStreams: new KeyedStreams(stream(seed, "rings")),
    poolNames: namePools(names),
    schedules: drawSchedules(calendar, POOLS.employers, new KeyedStreams(stream(seed, "employers")).open(new Sfc32(), 0, 0)),
    tradeNames: tradeNames(names),
  };
}
