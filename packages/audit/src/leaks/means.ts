/** What every attack works with: the test set, the tests, and the rows of owned tables in classes. */
import { bySubject, type AuditSet, type Listing } from "./audit-set.ts";
import { CountTest } from "./chance/count-test.ts";
import type { FindingLists } from "./chance/findings-list.ts";
import { drawsFor } from "./chance/generator.ts";
import { PermutationTest, type LabelPermutations, type Test } from "./chance/permutation-test.ts";
import { permuteLabels } from "./chance/permutations.ts";
import { strataByKind, strataByRows, type Strata } from "./chance/strata.ts";
import { targetsOf } from "./chance/targets.ts";
import { PlaceboTest } from "./rows/placebo-test.ts";
import { RowAttack } from "./rows/row-attack.ts";
import { rowFrame, type RowFrame } from "./rows/row-frame.ts";

/** The rows of a table that subjects own. */
export interface Rows {
  readonly frame: RowFrame;
  readonly test: PermutationTest;
  readonly placebo: PlaceboTest;
  readonly attack: RowAttack;
}

export interface Means {
  readonly set: AuditSet;
  /** Subjects against subjects of their kind and look-alike group. */
  readonly byKind: PermutationTest;
  /** Subjects against subjects with as many rows. */
  readonly byRows: PermutationTest;
  /** One positive of each cluster: for values that its members may lawfully share. */
  readonly oneOfEach: PermutationTest;
  readonly counts: CountTest;
  readonly owned: readonly Rows[];
  /** What subjects and what planted rows showed. */
  readonly found: { readonly subjects: FindingLists; readonly planted: FindingLists };
}

/** Permutes the labels of chosen positives (places among them) within strata. @param purpose names the stream of draws. */
export function permutationsOf(
  set: AuditSet,
  purpose: string,
  strata: Strata,
  chosen: Int32Array,
  count: number,
): LabelPermutations {
  const members = chosen.map((j) => set.labels.positives[j]);
  return {
    subjects: set.subjects,
    strata,
    permutations: permuteLabels(members, strata, count, drawsFor(`deals/${purpose}`)),
    targets: targetsOf(set, chosen),
  };
}

/** A member of each cluster, drawn by the audit's own stream: the place among the positives. */
export function oneOfEach({ labels }: AuditSet): Int32Array {
  const draw = drawsFor("one of each ring");
  const byCluster = new Map<number, number[]>();
  labels.cluster.forEach((cluster, j) => byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), j]));
  return Int32Array.from(byCluster.values(), (members) => members[draw(members.length)]).sort();
}

/** @param count how often labels are permuted. */
export function meansFor(set: AuditSet, count: number): Means {
  const found: Means["found"] = { subjects: new Map(), planted: new Map() };
  const everybody = Int32Array.from(set.labels.positives.keys());
  const [kinds, rows] = [strataByKind(set), strataByRows(set)];
  const test = (purpose: string, strata: Strata, chosen: Int32Array): PermutationTest =>
    new PermutationTest(permutationsOf(set, purpose, strata, chosen, count), found.subjects);
  const byKind = test("accounts", kinds, everybody);
  const placebo = new PlaceboTest(found.planted);
  const rowsOf = (frame: RowFrame): Rows => ({ frame, test: byKind, placebo, attack: new RowAttack(frame, byKind, placebo) });
  return {
    set,
    byKind,
    counts: new CountTest(set, rows, found.planted),
    byRows: test("alike", rows, everybody),
    oneOfEach: test("rings", kinds, oneOfEach(set)),
    owned: set.owned.map((table) => rowsOf(rowFrame(set, table))),
    found,
  };
}

/** A test that takes one value a row of a listing. */
export function onListing(test: Test, set: AuditSet, listing: Listing): Test {
  return { try: (feature, values, unit) => test.try(feature, bySubject(set, listing, values), unit) };
}
