/**
 * The bootstrap's resamples of a split: the same for every run, so that differences between runs are paired.
 *
 * They hang on the split's seed and its bootstrap units alone. Resample by resample, strata in the order of their numbers,
 * each stratum of m units is drawn m times with replacement from its units in the order of theirs; one generator runs
 * through all. What a first walk drew is kept for the next ones, a byte a unit, where that is not much: 10 MB for 2,000
 * resamples of 5,000 units. Else they are drawn again on each walk (10 ns a unit): those of a million units would be 2 GB.
 */
import { stream, type Seed } from "@vigie/spec";
import { drawBelow, sfc32 } from "./sfc32.ts";

/** How often each unit counts: in all as often as there are units, for each stratum is drawn as often as it has some. */
export type UnitCounts = Uint8Array | Uint16Array;

export interface Draw {
  /** By bootstrap unit: the stratum within which it is drawn. */
  readonly stratumOfUnit: Int32Array;
  readonly seed: Seed;
  readonly count: number;
}

export interface Resamples {
  readonly count: number;
  /** Calls `visit` for each resample in order; `counts` is ours, and may be reused. */
  each(visit: (counts: UnitCounts, resample: number) => void): void;
}

/** The units of each stratum, strata and units ascending. */
function unitsByStratum(stratumOfUnit: Int32Array): Int32Array[] {
  const strata = new Map<number, number[]>();
  stratumOfUnit.forEach((stratum, unit) => {
    const units = strata.get(stratum) ?? [];
    units.push(unit);
    strata.set(stratum, units);
  });
  return [...strata.keys()].sort((a, b) => a - b).map((stratum) => Int32Array.from(strata.get(stratum) ?? []));
}

interface Stratum {
  readonly units: Int32Array;
  /** Which of the units were drawn, by their places; written anew for each resample. */
  readonly drawn: Int32Array;
}

function drawStratum(state: Int32Array, { units, drawn }: Stratum, counts: UnitCounts): void {
  drawBelow(state, units.length, drawn);
  for (let i = 0; i < drawn.length; i++) counts[units[drawn[i]]]++;
}

const MOST_KEPT_BYTES = 1 << 25;
const MOST_IN_A_BYTE = 255;

type Each = Resamples["each"];

function drawEach({ stratumOfUnit, seed, count }: Draw): Each {
  const strata = unitsByStratum(stratumOfUnit).map((units) => ({ units, drawn: new Int32Array(units.length) }));
  const key = stream(seed, "resamples");
  return (visit) => {
    const state = sfc32(key);
    const counts = new Uint16Array(stratumOfUnit.length);
    for (let resample = 0; resample < count; resample++) {
      counts.fill(0);
      for (const stratum of strata) drawStratum(state, stratum, counts);
      visit(counts, resample);
    }
  };
}

/** All counts, one resample behind another; null where one does not fit into its byte. */
function packed(each: Each, units: number, count: number): Uint8Array | null {
  const all = new Uint8Array(units * count);
  let most = 0;
  each((counts, resample) => {
    for (let unit = 0; unit < units; unit++) if (counts[unit] > most) most = counts[unit];
    all.set(counts, resample * units);
  });
  return most <= MOST_IN_A_BYTE ? all : null;
}

/** The resamples of a split. @throws RangeError unless `count` is a whole number from 1 on. */
export function drawResamples(draw: Draw): Resamples {
  const { count, stratumOfUnit } = draw;
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`resamples: expected a whole number from 1 on; found ${count}`);
  const units = stratumOfUnit.length;
  const drawn = drawEach(draw);
  let kept: Uint8Array | null | undefined = units * count > MOST_KEPT_BYTES ? null : undefined;
  const each: Each = (visit) => {
    if (kept === undefined) kept = packed(drawn, units, count);
    if (kept === null) {
      drawn(visit);
      return;
    }
    for (let at = 0; at < count; at++) visit(kept.subarray(at * units, (at + 1) * units), at);
  };
  return { count, each };
}
