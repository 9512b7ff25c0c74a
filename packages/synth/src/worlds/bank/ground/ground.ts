/** What all accounts of a world share: its days, places, merchants, names, and the keys of its streams. */
import type { DatasetSpec, Seed } from "@vigie/spec";
import { stream } from "@vigie/spec";
import { KeyedStreams } from "../../../chance/chacha.ts";
import { Feistel } from "../../../chance/permutation.ts";
import { Sfc32 } from "../../../chance/sfc32.ts";
import { Calendar } from "../../../ground/calendar.ts";
import { CITIES } from "../../../ground/geography.ts";
import { Merchants } from "./merchants.ts";
import { Names } from "../../../ground/names.ts";
import { EMPLOYER_LINES, type Occupation } from "./occupations.ts";
import { drawSchedules, type Schedule } from "./paydays.ts";
import { Tokens } from "./tokens.ts";

const LENDERS = ["Chaudière", "Highland", "Maritime", "Portage", "Wescana", "Horizon"] as const;
/**
 * Outside parties that many accounts deal with: so many in a world of USUAL_ACCOUNTS. Like merchants and cash machines they
 * grow with the accounts, so that as many clients meet at one of them in any world; else its size would tell splits apart.
 */
const POOLS = { employers: 900, landlords: 400, platforms: 6, offices: 8, banks: 6, lenders: 12 } as const;
export const USUAL_ACCOUNTS = 5000;
export type PoolId = keyof typeof POOLS;
const POOL_IDS = Object.keys(POOLS).filter((id): id is PoolId => id in POOLS);
/** A pool holds fewer than there may be accounts. */
const POOL_SPACE = 1_048_576;
/** Cash machines of a city: two, and one more for each so many thousand people. */
const PEOPLE_PER_MACHINE = 40;

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
  /** How many parties each pool holds, and their names. */
  readonly pools: Readonly<Record<PoolId, number>>;
  readonly poolNames: ReadonlyMap<number, number>;
  /** By city, the number of its first cash machine; at the end, how many there are. */
  readonly machineStarts: Int32Array;
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
  return POOL_IDS.indexOf(pool) * POOL_SPACE + i;
}

const FIRM_WORDS = ["Atelier", "Groupe", "Northern", "Lakeview", "Conseil", "Summit", "Maritime", "Central", "Delta", "Horizon"];

/** The place in EMPLOYER_LINES of an employer's line of business. */
function lineOf(employer: number): number {
  return Math.floor(employer / FIRM_WORDS.length) % EMPLOYER_LINES.length;
}

const OFFICES = ["Benefits office", "Bureau des prestations", "Tax office", "Bureau du revenu"] as const;

const NAMED: Readonly<Record<PoolId, (i: number) => string>> = {
  employers: (i) => `${FIRM_WORDS[i % 10]} ${EMPLOYER_LINES[lineOf(i)]} ${1 + Math.floor(i / 100)}`,
  landlords: (i) => `${i % 2 ? "Immeubles" : "Properties"} ${FIRM_WORDS[i % 10]} ${1 + Math.floor(i / 20)}`,
  platforms: (i) => numbered(["Roule", "Portage", "Dashway", "Livro", "Hopon", "Tasko"], i, "payouts"),
  offices: (i) => `${OFFICES[i % OFFICES.length]} ${1 + Math.floor(i / OFFICES.length)}`,
  banks: (i) => numbered(["Cardinal", "Boréale", "Large", "Prairie", "Lakehead", "Union"], i, "card services"),
  lenders: (i) => numbered(LENDERS, i >> 1, i % 2 ? "auto finance" : "home loans"),
};

/** The number of an office among all pooled parties: one that pays benefits, or one that takes taxes. */
export function officeOf({ pools }: Pick<Ground, "pools">, sort: "benefits" | "taxes", generator: Sfc32): number {
  const i = generator.below(pools.offices);
  return pooled("offices", i - (i % OFFICES.length) + (i % 2) + (sort === "taxes" ? 2 : 0));
}

/** The number, in its pool, of an employer of the line in which people of an occupation work: any where there is none. */
export function employerFor({ pools }: Pick<Ground, "pools">, { lines }: Occupation, generator: Sfc32): number {
  const i = generator.below(pools.employers);
  if (lines.length === 0) return i;
  const inLine = i + FIRM_WORDS.length * (generator.pick(lines) - lineOf(i));
  return inLine < pools.employers ? inLine : i;
}

/** One of some names with what it does, and from the second round on a number. */
function numbered(first: readonly string[], i: number, what: string): string {
  const round = Math.floor(i / first.length);
  return round === 0 ? `${first[i]} ${what}` : `${first[i % first.length]} ${what} ${round + 1}`;
}

function poolsOf(scale: number): Readonly<Record<PoolId, number>> {
  const many = (id: PoolId, least: number) => Math.max(least, Math.round(POOLS[id] * scale));
  return {
    employers: many("employers", 20),
    landlords: many("landlords", 10),
    platforms: many("platforms", 2),
    offices: OFFICES.length * Math.max(1, Math.round((POOLS.offices * scale) / OFFICES.length)),
    banks: many("banks", 2),
    lenders: 2 * Math.max(1, Math.round((POOLS.lenders * scale) / 2)),
  };
}

function namePools(names: Names, pools: Readonly<Record<PoolId, number>>): Map<number, number> {
  const named = new Map<number, number>();
  for (const id of POOL_IDS) for (let i = 0; i < pools[id]; i++) named.set(pooled(id, i), names.list(NAMED[id](i)));
  return named;
}

/** The machines of a city follow one another. */
function machineStartsOf(scale: number): Int32Array {
  const starts = new Int32Array(CITIES.length + 1);
  CITIES.forEach(({ people }, city) => {
    starts[city + 1] = starts[city] + Math.max(2, Math.round((2 + people / PEOPLE_PER_MACHINE) * scale));
  });
  return starts;
}

function tradeNames(names: Names): number[] {
  const first = ["Studio", "Maison", "Coast", "Urban", "Nova", "Chez", "Bright", "Alpin"];
  const second = ["Lumen", "Nord", "Works", "Plus", "Express", "Design", "Mobile", "Sud", "Zen", "Soleil"];
  return first.flatMap((a) => second.flatMap((b) => ["", " Pro", " & Co", " Inc"].map((end) => names.list(`${a} ${b}${end}`))));
}

/** Lays the ground of a world for so many accounts. */
export function layGround(spec: DatasetSpec, seed: Seed, accounts: number): Ground {
  const scale = accounts / USUAL_ACCOUNTS;
  const pools = poolsOf(scale);
  const names = new Names();
  const generator = new KeyedStreams(stream(seed, "merchants")).open(new Sfc32(), 0, 0);
  const merchants = new Merchants(names, generator, scale);
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
    pools,
    poolNames: namePools(names, pools),
    machineStarts: machineStartsOf(scale),
    schedules: drawSchedules(calendar, pools.employers, new KeyedStreams(stream(seed, "employers")).open(new Sfc32(), 0, 0)),
    tradeNames: tradeNames(names),
  };
}
