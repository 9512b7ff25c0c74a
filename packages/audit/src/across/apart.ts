/**
 * Adversarial validation: can a tree tell accounts of one split from those of the other?
 *
 * Theory. Splits are worlds of other seeds. If practice is to teach what holds elsewhere, nothing but chance may tell them
 * apart, save what is declared. The best cut on one number is the Kolmogorov-Smirnov distance D of its two distributions: a
 * stump is right (1 + D) / 2 of the time, a coin half. Chance's D for so many accounts follows from Smirnov's tail
 * 2 exp(−2 n D²), which ties only make stricter. Two cuts together are tried by the share of accounts that lie on like sides
 * of both, beyond what each cut gives: what a tree of depth 2 finds where neither stump does. Below a tenth a difference is let pass at any size: worlds
 * are drawn, and one has other employers than the next. Compared are lawful accounts of no look-alike group: how many rings
 * and look-alikes there are, and what they show, is what the final split shifts, and other attacks look after it.
 */
import type { BilingualText } from "@vigie/spec";
import type { Finding } from "../leaks/feature.ts";
import { drawsFor } from "../leaks/chance/generator.ts";
import { CHANCE_DEALS_NOTHING, ledgerOf, type Ledger } from "../leaks/chance/ledger.ts";
import { scoreAt, twoSided } from "../leaks/chance/normal.ts";
import { CutColumns } from "./cut-columns.ts";
import { heldBetween, type Held } from "./held.ts";
import type { Pair } from "./pair.ts";

/** A difference that is let pass at any size. */
const TOLERANCE = 0.1;
const FEWEST = 50;

/** How a distance and its normal score hang together, for a number of accounts. */
interface Chance {
  readonly scoreOf: (distance: number) => number;
  readonly distanceAt: (score: number) => number;
}

function smirnov(n: number): Chance {
  return {
    scoreOf: (distance) => scoreAt(Math.min(1, 2 * Math.exp(-2 * n * distance * distance))),
    distanceAt: (score) => Math.sqrt(Math.max(0, -Math.log(Math.max(1e-300, twoSided(score)) / 2) / (2 * n))),
  };
}

function normal(deviation: number): Chance {
  return { scoreOf: (distance) => distance / deviation, distanceAt: (score) => score * deviation };
}

/** The greatest gap between two cumulative distributions; NaN takes an entry out. */
function greatestGap(a: Float64Array, b: Float64Array): { readonly gap: number; readonly n: number } {
  const x = a.filter((value) => !Number.isNaN(value)).sort();
  const y = b.filter((value) => !Number.isNaN(value)).sort();
  let gap = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    const value = Math.min(x[i], y[j]);
    while (i < x.length && x[i] === value) i++;
    while (j < y.length && y[j] === value) j++;
    gap = Math.max(gap, Math.abs(i / x.length - j / y.length));
  }
  return { gap, n: Math.min(x.length, y.length) < FEWEST ? 0 : (x.length * y.length) / (x.length + y.length) };
}

function record(
  ledger: Ledger,
  family: "apart" | "apartPairs",
  column: string,
  aspect: () => BilingualText,
  distance: number,
  { scoreOf, distanceAt }: Chance,
): void {
  ledger.trials++;
  const score = scoreOf(distance);
  ledger.keep(column, score, (chance): Finding => {
    const bound = Math.max(chance, scoreOf(TOLERANCE));
    const high = Math.max(distanceAt(chance), TOLERANCE);
    const target = { kind: "splits", name: "" } as const;
    return {
      family,
      column,
      aspect: aspect(),
      target,
      unit: "share",
      value: distance,
      low: 0,
      high,
      score,
      bound,
      strength: null,
    };
  });
}

/** Deals the entries of both splits to two heaps anew: the same deal for every column of accounts, or of merchants. */
class Shuffle {
  readonly #orders = new Map<string, Int32Array>();

  apply({ of, a, b }: Held): readonly [Float64Array, Float64Array] {
    const order = this.#orderOf(of, a.length + b.length);
    const dealt = Float64Array.from(order, (at) => (at < a.length ? a[at] : b[at - a.length]));
    return [dealt.subarray(0, a.length), dealt.subarray(a.length)];
  }

  #orderOf(of: string, count: number): Int32Array {
    const name = `${of}/${count}`;
    const known = this.#orders.get(name);
    if (known) return known;
    const draw = drawsFor(`apart/control/${of}`);
    const order = Int32Array.from({ length: count }, (_, i) => i);
    for (let i = 0; i < count; i++) {
      const other = i + draw(count - i);
      [order[i], order[other]] = [order[other], order[i]];
    }
    this.#orders.set(name, order);
    return order;
  }
}

/** The place of the shuffled splits in a ledger. */
const CONTROL = CHANCE_DEALS_NOTHING - 1;

function tryStump(ledger: Ledger, held: Held, shuffle: Shuffle): void {
  const { gap, n } = greatestGap(held.a, held.b);
  if (n === 0) return;
  const chance = smirnov(n);
  record(ledger, "apart", held.column, () => held.aspect, gap, chance);
  ledger.see(CONTROL, chance.scoreOf(greatestGap(...shuffle.apply(held)).gap));
}

function tryTrees(ledger: Ledger, columns: CutColumns): void {
  columns.eachPair(({ column, aspect, distance, shuffled, deviation }) => {
    const chance = normal(deviation);
    record(ledger, "apartPairs", column, aspect, distance, chance);
    ledger.see(CONTROL, chance.scoreOf(shuffled));
  });
}

/** Tries every cut on every number, then every two cuts on the columns' main ones. */
export function attackApart(pair: Pair): void {
  const stumps = ledgerOf(pair.ledgers, "apart", CHANCE_DEALS_NOTHING);
  const shuffle = new Shuffle();
  const cuts = { accounts: new CutColumns(), merchants: new CutColumns() };
  for (const held of heldBetween(pair)) {
    tryStump(stumps, held, shuffle);
    if (held.main && held.of !== "words") cuts[held.of].add(held, shuffle.apply(held));
  }
  const trees = ledgerOf(pair.ledgers, "apartPairs", CHANCE_DEALS_NOTHING);
  tryTrees(trees, cuts.accounts);
  tryTrees(trees, cuts.merchants);
}
