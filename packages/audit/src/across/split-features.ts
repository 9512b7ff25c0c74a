/**
 * The feature that tells the splits apart: how well one number of a subject, by itself, says of which split it is.
 *
 * Theory. The area under the ROC curve (AUC) of a number is the probability that a subject of one split has more of it than one
 * of the other; by Mann and Whitney its deviation under chance is √((n + m + 1) / 12nm), ties only make it less. A detector that
 * learns on practice goes astray where such a number differs, whatever the reason: beyond 0.6 none is let pass. Tried are what
 * subjects' rows come to on average, and what subjects share with others. How many rows common tables have for each subject
 * (merchants for each account) may differ by a tenth.
 */
import type { BilingualText } from "@vigie/spec";
import type { AuditSet, AuditTable } from "../leaks/audit-set.ts";
import { NOT_PERMUTED, type FindingsList } from "../leaks/chance/findings-list.ts";
import type { Finding } from "../leaks/feature.ts";
import { tablesOfBoth } from "./named-sets.ts";

/** What is let pass at any size: an AUC from 0.4 to 0.6, and a tenth more or fewer rows. */
const FARTHEST = 0.1;
const FEWEST = 50;
/** The place of the shuffled splits in a list. */
const CONTROL = NOT_PERMUTED - 1;
const SPLITS = { kind: "splits", name: "" } as const;

/** The probability that a number of the second is above one of the first, ties as a half; NaN takes an entry out. */
function aucOf(first: Float64Array, second: Float64Array): { readonly auc: number; readonly deviation: number } | null {
  const [a, b] = [first, second].map((values) => values.filter((value) => !Number.isNaN(value)).sort());
  if (Math.min(a.length, b.length) < FEWEST) return null;
  let sum = 0;
  for (let below = 0, upTo = 0, i = 0; i < b.length; i++) {
    while (below < a.length && a[below] < b[i]) below++;
    while (upTo < a.length && a[upTo] <= b[i]) upTo++;
    sum += (below + upTo) / 2;
  }
  return { auc: sum / (a.length * b.length), deviation: Math.sqrt((a.length + b.length + 1) / (12 * a.length * b.length)) };
}

/** A number of subjects of both splits. */
export interface SplitFeature {
  readonly column: string;
  readonly aspect: BilingualText;
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** Tries one. @param dealt the same numbers in two heaps that chance dealt. */
export function trySplitFeature(
  list: FindingsList,
  { column, aspect, a, b }: SplitFeature,
  dealt: readonly [Float64Array, Float64Array],
): void {
  const told = aucOf(a, b);
  if (told === null) return;
  const { auc, deviation } = told;
  const score = Math.abs(auc - 0.5) / deviation;
  list.trials++;
  list.see(CONTROL, Math.abs((aucOf(...dealt)?.auc ?? 0.5) - 0.5) / deviation);
  list.keep(column, score, (chance): Finding => {
    const bound = Math.max(chance, FARTHEST / deviation);
    const reach = Math.min(0.5, bound * deviation);
    const found = { unit: "auc", value: auc, low: 0.5 - reach, high: 0.5 + reach, score, bound, strength: null } as const;
    return { family: "features", column, aspect, target: SPLITS, ...found };
  });
}

function rowsEach({ rows }: AuditTable, { subjects }: AuditSet): number {
  return rows / Math.max(1, subjects);
}

/** Compares how many rows common tables have for each subject. */
export function compareGrowth(sets: readonly [AuditSet, AuditSet], list: FindingsList): void {
  for (const [first, second] of tablesOfBoth(...sets, ({ commons }) => commons)) {
    if (first.rows === 0 || second.rows === 0) continue;
    const value = rowsEach(second, sets[1]) / rowsEach(first, sets[0]) - 1;
    const score = Math.abs(value) / FARTHEST;
    const aspect = { en: "rows for each subject, more or fewer", fr: "rangées par sujet, en plus ou en moins" };
    list.trials++;
    list.keep(first.name, score, (): Finding => {
      const found = { unit: "share", value, low: -FARTHEST, high: FARTHEST, score, bound: 1, strength: null } as const;
      return { family: "growth", column: first.name, aspect, target: SPLITS, ...found };
    });
  }
}
