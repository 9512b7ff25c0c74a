/**
 * Adversarial validation: can a tree tell subjects of one split from those of the other?
 *
 * Theory. Splits are worlds of other seeds. If practice is to teach what holds elsewhere, nothing but chance may tell them
 * apart, save what is declared. The best cut on one number is the Kolmogorov-Smirnov distance D of its two distributions: a
 * stump is right (1 + D) / 2 of the time, a coin half. Chance's D for so many subjects follows from Smirnov's tail
 * 2 exp(−2 n D²), which ties only make stricter. Two cuts together are tried by the share of subjects that lie on like sides
 * of both, beyond what each cut gives: what a tree of depth 2 finds where neither stump does. Below a tenth a difference is
 * let pass at any size: worlds are drawn, and one has other employers than the next. Compared are lawful subjects of no
 * look-alike group: how many positives and look-alikes there are, and what they show, is what the final split shifts, and
 * other attacks look after it.
 */
import type { Feature, Finding } from "../leaks/feature.ts";
import { findingsOf, NOT_PERMUTED, type FindingsList } from "../leaks/chance/findings-list.ts";
import { drawsFor } from "../leaks/chance/generator.ts";
import { scoreAt, twoSided } from "../leaks/chance/normal.ts";
import { comparedNumbers, comparedSubjects, type ComparedNumber } from "./compared-numbers.ts";
import { CutColumns } from "./cut-columns.ts";
import type { ComparedSets } from "./named-sets.ts";
import { sharedNumbers } from "./shared-numbers.ts";
import { compareGrowth, trySplitFeature } from "./split-features.ts";

/** A difference that is let pass at any size. */
const TOLERANCE = 0.1;
const FEWEST = 50;

/** How a distance and its normal score hang together, for a number of subjects. */
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

/** @param shuffled the same distance between two heaps that chance dealt from both splits. */
function record(
  list: FindingsList,
  { family, column, aspect }: Feature,
  distance: number,
  shuffled: number,
  chance: Chance,
): void {
  const { scoreOf, distanceAt } = chance;
  const score = scoreOf(distance);
  list.trials++;
  list.see(CONTROL, scoreOf(shuffled));
  list.keep(column, score, (bound): Finding => ({
    family,
    column,
    aspect: aspect(),
    target: { kind: "splits", name: "" },
    unit: "share",
    value: distance,
    low: 0,
    high: Math.max(distanceAt(bound), TOLERANCE),
    score,
    bound: Math.max(bound, scoreOf(TOLERANCE)),
    strength: null,
  }));
}

/** Deals the entries of both splits to two heaps anew: the same deal for every column of a population. */
class Shuffle {
  readonly #orders = new Map<string, Int32Array>();

  apply({ of, a, b }: Pick<ComparedNumber, "of" | "a" | "b">): readonly [Float64Array, Float64Array] {
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

/** The place of the shuffled splits in a list. */
const CONTROL = NOT_PERMUTED - 1;

function tryStump(list: FindingsList, number: ComparedNumber, dealt: readonly [Float64Array, Float64Array]): void {
  const { gap, n } = greatestGap(number.a, number.b);
  if (n === 0) return;
  const feature: Feature = { family: "apart", column: number.column, aspect: () => number.aspect };
  record(list, feature, gap, greatestGap(...dealt).gap, smirnov(n));
}

function tryTrees(list: FindingsList, columns: CutColumns): void {
  columns.eachPair(({ column, aspect, distance, shuffled, deviation }) =>
    record(list, { family: "apartPairs", column, aspect }, distance, shuffled, normal(deviation)),
  );
}

/** Tries every cut on every number, every two cuts on the columns' main ones, and how well a number ranks subjects by split. */
export function compareSplits(compared: ComparedSets): void {
  const features = findingsOf(compared.found, "features", NOT_PERMUTED);
  const stumps = findingsOf(compared.found, "apart", NOT_PERMUTED);
  const shuffle = new Shuffle();
  const cuts = new Map<string, CutColumns>();
  for (const number of comparedNumbers(compared)) {
    const dealt = shuffle.apply(number);
    tryStump(stumps, number, dealt);
    if (number.ofSubjects && !number.own) trySplitFeature(features, number, dealt);
    if (!number.main) continue;
    const own = cuts.get(number.of) ?? new CutColumns();
    cuts.set(number.of, own);
    own.add(number, dealt);
  }
  const trees = findingsOf(compared.found, "apartPairs", NOT_PERMUTED);
  for (const columns of cuts.values()) tryTrees(trees, columns);
  const sets = [compared.a.set, compared.b.set] as const;
  for (const number of sharedNumbers(sets, comparedSubjects(compared))) {
    trySplitFeature(features, number, shuffle.apply({ ...number, of: "shared" }));
  }
  compareGrowth(sets, findingsOf(compared.found, "growth", NOT_PERMUTED));
}
