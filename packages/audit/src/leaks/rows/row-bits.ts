/** Tries up to 32 yes-or-no properties of each row at once: the bits of a word, as {@link RowAttack} tries categories. */
import type { BilingualText } from "@vigie/spec";
import type { PermutationTest } from "../chance/permutation-test.ts";
import type { FamilyId } from "../families.ts";
import { clumping, type PlaceboTest, type PlantedSum } from "./placebo-test.ts";
import { plantedSum } from "./planted-sum.ts";
import type { RowFrame } from "./row-frame.ts";
import { ClassExcess, type ClassShares } from "./class-excess.ts";
import { addShare } from "./sample.ts";

const BITS = 32;

/** A word a row; `used` is 0 where the row has none. */
export interface RowWords {
  readonly words: Int32Array;
  readonly used: Uint8Array | null;
}

function addBits(sums: Float64Array, at: number, word: number): void {
  for (let k = 0; k < BITS; k++) sums[at + k] += (word >>> k) & 1;
}

function classShares({ rows, classOf, classes }: RowFrame, { words, used }: RowWords): ClassShares {
  const inClass = new Float64Array(classes);
  const shares = new Float64Array(classes * BITS);
  for (let row = 0; row < rows; row++) {
    if (used && used[row] === 0) continue;
    inClass[classOf[row]]++;
    addBits(shares, classOf[row] * BITS, words[row]);
  }
  for (let i = 0; i < shares.length; i++) shares[i] /= Math.max(1, inClass[Math.floor(i / BITS)]);
  return { rows: inClass, shares };
}

/** By subject and bit: how many standard deviations more rows have it than their classes explain. */
function excessOf(frame: RowFrame, subjects: number, { words, used }: RowWords, shares: ClassShares): Float64Array {
  const { starts, classOf, classes } = frame;
  const excess = new Float64Array(subjects * BITS);
  const explained = new ClassExcess(shares, BITS, classes);
  for (let subject = 0; subject < subjects; subject++) {
    const at = subject * BITS;
    for (let row = starts[subject]; row < starts[subject + 1]; row++) {
      if (used && used[row] === 0) continue;
      addBits(excess, at, words[row]);
      explained.meet(classOf[row]);
    }
    explained.settle(excess, at);
  }
  return excess;
}

function plantedBit(frame: RowFrame, { words, used }: RowWords, { rows: inClass, shares }: ClassShares, k: number): PlantedSum {
  return plantedSum(frame, {
    valueOf: (row) => (used && used[row] === 0 ? NaN : (words[row] >>> k) & 1),
    meanOf: (c) => shares[c * BITS + k],
    addClass: (moments, taken, c) => addShare(moments, taken, inClass[c], shares[c * BITS + k]),
  });
}

/** Tries the first `count` bits. */
export function tryRowBits(
  means: { readonly frame: RowFrame; readonly test: PermutationTest; readonly placebo: PlaceboTest },
  what: {
    readonly family: FamilyId;
    readonly column: string;
    readonly aspect: (bit: number) => BilingualText;
    readonly count: number;
  },
  words: RowWords,
): void {
  const { frame, test, placebo } = means;
  const { subjects } = test.labels;
  const shares = classShares(frame, words);
  const excess = excessOf(frame, subjects, words, shares);
  const values = new Float64Array(subjects);
  const sums = Array.from({ length: what.count }, (_, k) => plantedBit(frame, words, shares, k));
  const together = clumping(sums);
  sums.forEach((sum, k) => {
    const feature = { family: what.family, column: what.column, aspect: () => what.aspect(k) };
    for (let subject = 0; subject < subjects; subject++) values[subject] = excess[subject * BITS + k];
    test.try(feature, values, "deviations");
    placebo.try(feature, sum, "share", together);
  });
}
