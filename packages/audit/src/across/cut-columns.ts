/**
 * Columns cut at quartiles, or at the median, and how two cuts hang together: the share of subjects on like sides of both,
 * beyond what each cut gives by itself. A cut that moved is the stumps' business.
 */
import type { BilingualText } from "@vigie/spec";
import type { ComparedNumber } from "./compared-numbers.ts";

const QUARTERS = [0.25, 0.5, 0.75];
const MIDDLE = [0.5];
/** A side of a cut that fewer than this share take says nothing that another column could add to. */
const THINNEST = 0.05;

interface Cut {
  readonly column: string;
  readonly at: number;
  /** 1 above the cut; first those of one split, then those of the other. The same of two heaps that chance dealt. */
  readonly above: readonly [Uint8Array, Uint8Array];
  readonly dealt: readonly [Uint8Array, Uint8Array];
}

/** What two cuts show together. */
export interface TwoCuts {
  readonly column: string;
  readonly aspect: () => BilingualText;
  /** How far apart the splits are in the share of subjects on like sides; two heaps dealt from both. */
  readonly distance: number;
  readonly shuffled: number;
  /** Standard deviation of such a distance where nothing tells the splits apart. */
  readonly deviation: number;
}

function above(values: Float64Array, cut: number): Uint8Array {
  return Uint8Array.from(values, (value) => (value > cut ? 1 : 0));
}

function share(sides: Uint8Array): number {
  return sides.reduce((sum, side) => sum + side, 0) / Math.max(1, sides.length);
}

/** Share of subjects on like sides of two cuts, less what independent cuts of these shares give: twice the covariance. */
function alike(a: Uint8Array, b: Uint8Array): number {
  let both = 0;
  for (let i = 0; i < a.length; i++) both += a[i] & b[i];
  return 2 * (both / Math.max(1, a.length) - share(a) * share(b));
}

function difference(first: readonly [Uint8Array, Uint8Array], second: readonly [Uint8Array, Uint8Array]): number {
  return Math.abs(alike(first[0], second[0]) - alike(first[1], second[1]));
}

/** Variance of a side's flag, over both splits. */
function spread([a, b]: readonly [Uint8Array, Uint8Array]): number {
  const middle = (share(a) + share(b)) / 2;
  return middle * (1 - middle);
}

function deviationOf(first: Cut, second: Cut): number {
  const [a, b] = first.above;
  return 2 * Math.sqrt(spread(first.above) * spread(second.above) * (1 / Math.max(1, a.length) + 1 / Math.max(1, b.length)));
}

export class CutColumns {
  readonly #cuts: Cut[] = [];

  /** @param dealt the numbers of both splits in two heaps that chance dealt. */
  add({ column, own, a, b }: ComparedNumber, dealt: readonly [Float64Array, Float64Array]): void {
    const order = Float64Array.from([...a, ...b].filter((value) => !Number.isNaN(value))).sort();
    const met = new Set<number>();
    for (const at of own ? QUARTERS : MIDDLE) {
      const cut = order[Math.floor(at * (order.length - 1))] ?? NaN;
      const sides = [above(a, cut), above(b, cut)] as const;
      const middle = (share(sides[0]) + share(sides[1])) / 2;
      if (met.has(cut) || middle < THINNEST || middle > 1 - THINNEST) continue;
      met.add(cut);
      this.#cuts.push({ column, at, above: sides, dealt: [above(dealt[0], cut), above(dealt[1], cut)] });
    }
  }

  eachPair(see: (two: TwoCuts) => void): void {
    this.#cuts.forEach((first, i) => {
      for (const second of this.#cuts.slice(i + 1)) {
        if (first.column === second.column) continue;
        see({
          column: `${first.column} × ${second.column}`,
          aspect: () => ({
            en: `cuts at ${first.at * 100} of 100 and ${second.at * 100} of 100 together`,
            fr: `coupures à ${first.at * 100} sur 100 et à ${second.at * 100} sur 100, ensemble`,
          }),
          distance: difference(first.above, second.above),
          shuffled: difference(first.dealt, second.dealt),
          deviation: deviationOf(first, second),
        });
      }
    });
  }
}
