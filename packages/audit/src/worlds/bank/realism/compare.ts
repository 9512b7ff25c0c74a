/** Makes a row of the report: a measure, its reference, their distance, and the verdict at the stated tolerance. */
import { FEWEST_CASES } from "@vigie/report/bank";
import type { Comparison, ComparisonDetail, RealismSectionId, RealismUnit, Reference } from "@vigie/report/bank";
import type { BilingualText } from "@vigie/spec";
import {
  circularWasserstein,
  outside,
  relativeDifference,
  sharesOf,
  smirnovAt,
  totalVariation,
  type Cumulative,
} from "./distance.ts";
import { OURS } from "./references.ts";

export const LEVELS = [0.1, 0.5, 0.9] as const;

/** What a row is called, where it stands, and what it is held against. */
export interface RowName {
  readonly id: string;
  readonly section: RealismSectionId;
  readonly title: BilingualText;
  readonly reference: Reference | null;
  /** How far is still close; in the distance's own measure. */
  readonly tolerance: number;
}

function judged(name: RowName, observations: number, detail: ComparisonDetail, distance: number | null): Comparison {
  const usable = name.reference !== null && distance !== null && observations >= FEWEST_CASES;
  const { id, section, title, reference } = name;
  const shown = { id, section, title, reference, observations, detail };
  if (!usable) return { ...shown, distance: null, tolerance: null, verdict: "none" };
  return { ...shown, distance, tolerance: name.tolerance, verdict: distance <= name.tolerance ? "close" : "off" };
}

/** Kinds by their shares: total variation. */
export function compareKinds(
  name: RowName,
  labels: readonly BilingualText[],
  counts: ArrayLike<number>,
  expected: readonly number[] | null,
): Comparison {
  const observed = sharesOf(counts);
  const stated = expected === null ? null : sharesOf(expected);
  const distance = stated === null ? null : totalVariation(observed, stated);
  const observations = Array.from(counts).reduce((a, b) => a + b, 0);
  return judged(name, observations, { kind: "shares", along: "kinds", labels, observed, expected: stated }, distance);
}

/** The 24 hours of the day: Wasserstein around the clock, in hours. */
export function compareHours(name: RowName, counts: ArrayLike<number>, expected: readonly number[]): Comparison {
  const observed = sharesOf(counts);
  const stated = sharesOf(expected);
  const labels = observed.map((_, hour) => ({ en: `${hour}:00`, fr: `${hour} h` }));
  const observations = Array.from(counts).reduce((a, b) => a + b, 0);
  const detail = { kind: "shares", along: "hours", labels, observed, expected: stated } as const;
  return judged(name, observations, detail, circularWasserstein(observed, stated));
}

/** What a distribution is asked for. */
export interface Distribution extends Cumulative {
  readonly count: number;
  quantile(share: number): number;
}

/** A distribution by the values below which 10, 50 and 90 in 100 lie: Kolmogorov-Smirnov at the stated values. */
export function comparePoints(
  name: RowName,
  unit: RealismUnit,
  of: Distribution,
  expected: readonly [number, number, number] | null,
): Comparison {
  const observed = [of.quantile(LEVELS[0]), of.quantile(LEVELS[1]), of.quantile(LEVELS[2])] as const;
  const distance = expected === null ? null : smirnovAt(of, expected, LEVELS);
  return judged(name, of.count, { kind: "points", unit, observed, expected }, distance);
}

/** A figure, and on how many cases it rests. */
export interface Figure {
  readonly unit: RealismUnit;
  readonly observations: number;
  readonly observed: number;
}

/** A part of a whole; 0 where there is none. */
export function share(part: number, whole: number): Figure {
  return { unit: "share", observations: whole, observed: whole === 0 ? 0 : part / whole };
}

/** One figure against one figure: relative difference. */
export function compareFigure(name: RowName, { unit, observations, observed }: Figure, expected: number): Comparison {
  return judged(name, observations, { kind: "figure", unit, observed, expected }, relativeDifference(observed, expected));
}

/** One figure that should lie within bounds: how far outside. */
export function compareBand(
  name: RowName,
  { unit, observations, observed }: Figure,
  bounds: readonly [number, number],
): Comparison {
  const [low, high] = bounds;
  return judged(name, observations, { kind: "band", unit, observed, low, high }, outside(observed, low, high));
}

/** Names the rows of a section by their ids; they are held against our own expectation where nothing else is said. */
export function rowsOf<T extends Readonly<Record<string, readonly [en: string, fr: string]>>>(
  section: RealismSectionId,
  titles: T,
) {
  return (id: keyof T & string, tolerance = 0, reference = OURS): RowName => {
    const [en, fr] = titles[id];
    return { id, section, title: { en, fr }, reference, tolerance };
  };
}
