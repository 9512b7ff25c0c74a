/** The tail of a distribution of counts: which share has at least so many. */
import type { DegreeTail } from "@vigie/report/bank";
import type { BilingualText } from "@vigie/spec";
import type { Sample } from "./sample.ts";

const STEP = 1.15;

/** At whole numbers that grow by about 15 in 100, from 1 to the largest. */
export function tailOf(title: BilingualText, sample: Sample): DegreeTail {
  const sorted = sample.sorted();
  const largest = sorted.length === 0 ? 0 : sorted[sorted.length - 1];
  const values: number[] = [];
  const shares: number[] = [];
  for (let value = 1; value <= largest; value = Math.max(value + 1, Math.round(value * STEP))) {
    values.push(value);
    shares.push(1 - sample.sharesAt(value)[0]);
  }
  return { title, values, shares, units: sample.count };
}
