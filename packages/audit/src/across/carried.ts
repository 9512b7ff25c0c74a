/**
 * What one split's labels tell in the other: the values that ring accounts hold in one are looked up in the other, and its
 * ring accounts must not score higher for it than chance puts accounts of their kind, or of as many rows.
 */
import { integersOf } from "../leaks/columns.ts";
import type { AuditSet, AuditTable } from "../leaks/audit-set.ts";
import { Bench } from "../leaks/chance/bench.ts";
import { knownRings, type KnownRings } from "../leaks/chance/known-rings.ts";
import type { Ledger } from "../leaks/chance/ledger.ts";
import { strataByKind, strataByRows } from "../leaks/chance/strata.ts";
import { averagePrecision } from "../leaks/chance/strength.ts";
import { ranksOf } from "../leaks/chance/try-number.ts";
import { arenaOf, oneOfEach } from "../leaks/means.ts";
import { aspectsOf, learn, lookUp, type Aspect, type Weights } from "./learn.ts";
import type { NamedSet } from "./pair.ts";
import { pairedViews, type View } from "./views.ts";

const CHANCES = 199;
/** Values that members of a ring may share: they live together. */
const SHARED = new Set(["home_city", "home_province"]);

/** How accounts of the other split look to somebody who remembers this one. */
interface Remembered {
  readonly strongest: Float64Array;
  readonly mean: Float64Array;
  /** By account: how many values it holds. Who holds more meets more that is remembered, whatever that is. */
  readonly held: Int32Array;
  /** How many rows were known at all. */
  readonly met: number;
}

function recall(weights: Weights, accounts: number, accountOf: ArrayLike<number>, view: View, aspect: Aspect): Remembered {
  const keysOf = lookUp(view, aspect, (key) => key);
  const weightsOf = lookUp(view, aspect, (key) => weights.get(key));
  const strongest = new Float64Array(accounts);
  const sum = new Float64Array(accounts);
  const rows = new Float64Array(accounts);
  const held = new Int32Array(accounts);
  const lastOf = new Int32Array(view.words.length).fill(-1);
  let met = 0;
  for (let row = 0; row < accountOf.length; row++) {
    const account = accountOf[row];
    rows[account]++;
    if (keysOf(row).length === 0) continue;
    const code = view.codes?.[row] ?? -1;
    if (code < 0 || lastOf[code] !== account) held[account]++;
    if (code >= 0) lastOf[code] = account;
    let most = -Infinity;
    for (const weight of weightsOf(row)) most = Math.max(most, weight);
    if (most === -Infinity) continue;
    met++;
    sum[account] += most;
    strongest[account] = Math.max(strongest[account], most);
  }
  return { strongest, mean: sum.map((total, account) => total / Math.max(1, rows[account])), held, met };
}

/** Ranks from 0 to 1 among accounts that hold about as many values: within 9 %. */
function ranksAmongLike(values: Float64Array, held: Int32Array): Float64Array {
  const bins = new Map<number, number[]>();
  held.forEach((count, account) => {
    const bin = Math.floor(8 * Math.log2(count + 1));
    const own = bins.get(bin);
    if (own) own.push(account);
    else bins.set(bin, [account]);
  });
  const ranks = new Float64Array(values.length);
  for (const own of bins.values()) {
    const within = ranksOf(Float64Array.from(own, (account) => values[account]));
    own.forEach((account, i) => (ranks[account] = within[i]));
  }
  return ranks;
}

function accountsOf(table: AuditTable): ArrayLike<number> {
  if (table.name === "accounts") return Int32Array.from({ length: table.rows }, (_, row) => row);
  return integersOf(table.column("account")).subarray(0, table.rows);
}

/** The benches of the split on which it is tried. */
interface Benches {
  readonly kind: Bench;
  readonly rows: Bench;
  readonly rings: Bench;
}

function benchesOf(set: AuditSet, ledgers: Map<string, Ledger>): Benches {
  const everybody = Int32Array.from(set.labels.accounts.keys());
  const bench = (purpose: string, strata: ReturnType<typeof strataByKind>, who: Int32Array): Bench =>
    new Bench(arenaOf(set, purpose, strata, who, CHANCES), ledgers);
  return {
    kind: bench("carried", strataByKind(set), everybody),
    rings: bench("carried/rings", strataByKind(set), oneOfEach(set)),
    rows: bench("carried/rows", strataByRows(set), oneOfEach(set)),
  };
}

interface Journey {
  readonly from: NamedSet;
  readonly to: NamedSet;
  readonly known: KnownRings;
  readonly benches: Benches;
}

function tryAspect(
  journey: Journey,
  bench: Bench,
  aspect: Aspect,
  [source, target]: readonly [View, View],
  [learntOf, triedOf]: readonly [ArrayLike<number>, ArrayLike<number>],
): void {
  const { from, to, known } = journey;
  const weights = learn(known, learntOf, source, aspect);
  const { strongest, mean, held, met } = recall(weights, to.set.accountCount, triedOf, target, aspect);
  if (met === 0) return;
  const measures = [
    { values: strongest, en: "strongest", fr: "maximum" },
    { values: mean, en: "mean", fr: "moyenne" },
  ];
  const single = learntOf.length === from.set.accountCount;
  for (const { values, en, fr } of single ? measures.slice(1) : measures) {
    const ranks = single ? ranksOf(values) : ranksAmongLike(values, held);
    const named = () => ({
      en: `${aspect.en} learned on ${from.name.en}, tried on ${to.name.en}${single ? "" : `, ${en}`}`,
      fr: `${aspect.fr} : apprentissage sur ${from.name.fr}, essai sur ${to.name.fr}${single ? "" : `, ${fr}`}`,
    });
    const strength = (): number => averagePrecision(ranks, to.set.labels.accounts);
    bench.try({ family: "carried", column: source.column, aspect: named, strength }, ranks, "auc");
  }
}

/** Learns on one split and tries on the other. Ids and tokens repeat nowhere: that is another attack's business. */
export function attackCarried(from: NamedSet, to: NamedSet, ledgers: Map<string, Ledger>): void {
  const known = knownRings(from.set, strataByRows(from.set));
  const journey: Journey = { from, to, known, benches: benchesOf(to.set, ledgers) };
  const { benches } = journey;
  for (const name of ["accounts", "transactions", "events"] as const) {
    const accounts = [accountsOf(from.set[name]), accountsOf(to.set[name])] as const;
    for (const views of pairedViews(from.set[name], to.set[name])) {
      if (views[0].opaque) continue;
      const own = SHARED.has(views[0].name) ? benches.rings : benches.kind;
      for (const aspect of aspectsOf(views[0]))
        tryAspect(journey, name === "accounts" ? own : benches.rows, aspect, views, accounts);
    }
  }
}
