/**
 * What one split's labels tell in the other: the values that positives hold in one are looked up in the other, and its
 * positives must not score higher for it than chance puts subjects of their kind, or of as many rows.
 */
import type { AuditTable } from "../leaks/audit-set.ts";
import type { FindingLists } from "../leaks/chance/findings-list.ts";
import { knownClusters, type KnownClusters } from "../leaks/chance/known-clusters.ts";
import { PermutationTest } from "../leaks/chance/permutation-test.ts";
import { strataByKind, strataByRows, type Strata } from "../leaks/chance/strata.ts";
import { averagePrecision } from "../leaks/chance/strength.ts";
import { ranksOf } from "../leaks/chance/try-number.ts";
import { oneOfEach, permutationsOf } from "../leaks/means.ts";
import { aspectsOf, learn, lookUp, type Aspect, type Weights } from "./learn.ts";
import { tablesOfBoth, type NamedSet } from "./named-sets.ts";
import { pairedViews, type View } from "./views.ts";

const PERMUTATIONS = 199;

/** How subjects of the other split look to somebody who remembers this one. */
interface Remembered {
  readonly strongest: Float64Array;
  readonly mean: Float64Array;
  /** By subject: how many values it holds. Who holds more meets more that is remembered, whatever that is. */
  readonly valueCount: Int32Array;
  /** How many rows were known at all. */
  readonly met: number;
}

function recall(weights: Weights, subjects: number, subjectOf: ArrayLike<number>, view: View, aspect: Aspect): Remembered {
  const keysOf = lookUp(view, aspect, (key) => key);
  const weightsOf = lookUp(view, aspect, (key) => weights.get(key));
  const strongest = new Float64Array(subjects);
  const sum = new Float64Array(subjects);
  const rows = new Float64Array(subjects);
  const valueCount = new Int32Array(subjects);
  const lastOf = new Int32Array(view.words.length).fill(-1);
  let met = 0;
  for (let row = 0; row < subjectOf.length; row++) {
    const subject = subjectOf[row];
    rows[subject]++;
    if (keysOf(row).length === 0) continue;
    const code = view.codes?.[row] ?? -1;
    if (code < 0 || lastOf[code] !== subject) valueCount[subject]++;
    if (code >= 0) lastOf[code] = subject;
    let most = -Infinity;
    for (const weight of weightsOf(row)) most = Math.max(most, weight);
    if (most === -Infinity) continue;
    met++;
    sum[subject] += most;
    strongest[subject] = Math.max(strongest[subject], most);
  }
  return { strongest, mean: sum.map((total, subject) => total / Math.max(1, rows[subject])), valueCount, met };
}

/** Ranks from 0 to 1 among subjects that hold about as many values: within 9 %. */
function ranksAmongLike(values: Float64Array, valueCount: Int32Array): Float64Array {
  const bins = new Map<number, number[]>();
  valueCount.forEach((count, subject) => {
    const bin = Math.floor(8 * Math.log2(count + 1));
    const own = bins.get(bin);
    if (own) own.push(subject);
    else bins.set(bin, [subject]);
  });
  const ranks = new Float64Array(values.length);
  for (const own of bins.values()) {
    const within = ranksOf(Float64Array.from(own, (subject) => values[subject]));
    own.forEach((subject, i) => (ranks[subject] = within[i]));
  }
  return ranks;
}

/** What is learned on one split, and the tests of the other on which it is tried. */
interface Transfer {
  readonly from: NamedSet;
  readonly to: NamedSet;
  readonly known: KnownClusters;
  readonly byKind: PermutationTest;
  readonly byRows: PermutationTest;
  readonly oneOfEach: PermutationTest;
}

function transferOf(from: NamedSet, to: NamedSet, found: FindingLists): Transfer {
  const { set } = to;
  const test = (purpose: string, strata: Strata, who: Int32Array): PermutationTest =>
    new PermutationTest(permutationsOf(set, purpose, strata, who, PERMUTATIONS), found);
  return {
    from,
    to,
    known: knownClusters(from.set, strataByRows(from.set)),
    byKind: test("carried", strataByKind(set), Int32Array.from(set.labels.positives.keys())),
    oneOfEach: test("carried/rings", strataByKind(set), oneOfEach(set)),
    byRows: test("carried/rows", strataByRows(set), oneOfEach(set)),
  };
}

/** A column of both splits, whose rows each has, and by which test what is learned is tried. */
interface Lesson {
  readonly views: readonly [learned: View, tried: View];
  readonly subjectOf: readonly [learned: ArrayLike<number>, tried: ArrayLike<number>];
  readonly test: PermutationTest;
  /** Whether subjects have one row each. */
  readonly single: boolean;
}

function tryAspect({ from, to, known }: Transfer, { views, subjectOf, test, single }: Lesson, aspect: Aspect): void {
  const weights = learn(known, subjectOf[0], views[0], aspect);
  const { strongest, mean, valueCount, met } = recall(weights, to.set.subjects, subjectOf[1], views[1], aspect);
  if (met === 0) return;
  const measures = [
    { values: strongest, en: "strongest", fr: "maximum" },
    { values: mean, en: "mean", fr: "moyenne" },
  ];
  for (const { values, en, fr } of single ? measures.slice(1) : measures) {
    const ranks = single ? ranksOf(values) : ranksAmongLike(values, valueCount);
    const named = () => ({
      en: `${aspect.en} learned on ${from.name.en}, tried on ${to.name.en}${single ? "" : `, ${en}`}`,
      fr: `${aspect.fr} : apprentissage sur ${from.name.fr}, essai sur ${to.name.fr}${single ? "" : `, ${fr}`}`,
    });
    const strength = (): number => averagePrecision(ranks, to.set.labels.positives);
    test.try({ family: "carried", column: views[0].column, aspect: named, strength }, ranks, "auc");
  }
}

/** Learns on one split and tries on the other. Ids and tokens repeat nowhere: that is another attack's business. */
export function transferLabels(from: NamedSet, to: NamedSet, found: FindingLists): void {
  const transfer = transferOf(from, to, found);
  const tryTable = (lessonOf: (view: View) => Omit<Lesson, "views">, both: readonly [AuditTable, AuditTable]): void => {
    for (const views of pairedViews(...both)) {
      if (views[0].facts.opaque) continue;
      const lesson = { ...lessonOf(views[0]), views };
      for (const aspect of aspectsOf(views[0])) tryAspect(transfer, lesson, aspect);
    }
  };
  for (const both of tablesOfBoth(from.set, to.set, ({ listings }) => listings)) {
    const subjectOf = [both[0].subjects, both[1].subjects] as const;
    const testOf = ({ facts }: View) => (facts.shared ? transfer.oneOfEach : transfer.byKind);
    tryTable((view) => ({ subjectOf, test: testOf(view), single: true }), both);
  }
  for (const both of tablesOfBoth(from.set, to.set, ({ owned }) => owned)) {
    const subjectOf = [both[0].integers(both[0].owner), both[1].integers(both[1].owner)] as const;
    tryTable(() => ({ subjectOf, test: transfer.byRows, single: false }), both);
  }
}
