/**
 * Guards: rows of the realism report that hold a sentence about the world, as `docs/realism.md` lists them. Each has a band, a
 * feature by account that stands behind it, and how well that feature alone tells rings from lawful accounts.
 */
import type { Comparison } from "@vigie/report/bank";
import { FEWEST_CASES } from "@vigie/report/bank";
import type { Figure, RowName } from "../compare.ts";
import type { Measure } from "../walk.ts";
import { RING } from "../bank-truth.ts";

const FEWEST_RINGS = 5;

/** One number an account; NaN for those of whom it says nothing. */
export type Feature = Float64Array;

export interface GuardRow {
  readonly comparison: Comparison;
  readonly feature: Feature;
}

/** What sees every row, and then says which rows of the report it holds. */
export interface Guard extends Measure {
  guarded(): GuardRow[];
}

/** A feature of which nothing is known yet. */
export function blank(accounts: number): Feature {
  return new Float64Array(accounts).fill(NaN);
}

/** A row without a band: it informs. */
export function informs({ id, section, title }: RowName, { unit, observations, observed }: Figure): Comparison {
  const detail = { kind: "figure", unit, observed, expected: null } as const;
  return { id, section, title, reference: null, observations, detail, distance: null, tolerance: null, verdict: "none" };
}

/**
 * The probability that a ring account's number is above a lawful one's, ties as a half (the area under the ROC curve, by
 * Mann and Whitney's ranks). @returns null where either has too few.
 */
export function ringAuc(feature: Feature, standing: Uint8Array): number | null {
  const known = Int32Array.from(feature.keys()).filter((account) => !Number.isNaN(feature[account]));
  known.sort((a, b) => feature[a] - feature[b]);
  let [rings, below, sum] = [0, 0, 0];
  for (let from = 0; from < known.length;) {
    let to = from;
    let tied = 0;
    for (; to < known.length && feature[known[to]] === feature[known[from]]; to++) if (standing[known[to]] === RING) tied++;
    const lawful = to - from - tied;
    sum += tied * (below + lawful / 2);
    below += lawful;
    rings += tied;
    from = to;
  }
  return rings < FEWEST_RINGS || below < FEWEST_CASES ? null : sum / (rings * below);
}

/** A guard's rows as the report shows them. */
export function shownRow({ comparison, feature }: GuardRow, standing: Uint8Array): Comparison {
  return { ...comparison, ringAuc: ringAuc(feature, standing) };
}
