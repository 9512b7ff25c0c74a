/**
 * Tries properties of rows: on subjects (has a positive more such rows than its row classes explain?) and on planted rows. A
 * subject's excess is divided by what chance would scatter, so that the number of its rows tells nothing.
 */
import type { BilingualText } from "@vigie/spec";
import type { PermutationTest } from "../chance/permutation-test.ts";
import type { FamilyId } from "../families.ts";
import { clumping, type PlaceboTest, type PlantedSum } from "./placebo-test.ts";
import { plantedSum } from "./planted-sum.ts";
import type { RowFrame } from "./row-frame.ts";
import { ClassExcess, type ClassShares } from "./class-excess.ts";
import { addSample, addShare, scaledExcess } from "./sample.ts";

/** One category a row, 0 … count − 1; −1 takes the row out. */
export interface Categories {
  readonly of: Int16Array | Int32Array;
  readonly count: number;
  readonly aspect: (category: number) => BilingualText;
}

/** By class of rows: how many take part, and the moments of their numbers; `spread` is that of all. */
interface ClassMoments {
  readonly size: Float64Array;
  readonly mean: Float64Array;
  readonly second: Float64Array;
  readonly third: Float64Array;
  readonly spread: number;
}

export class RowAttack {
  readonly frame: RowFrame;
  readonly #test: PermutationTest;
  readonly #placebo: PlaceboTest;

  constructor(frame: RowFrame, test: PermutationTest, placebo: PlaceboTest) {
    this.frame = frame;
    this.#test = test;
    this.#placebo = placebo;
  }

  /** The same rows by another test. */
  by(test: PermutationTest): RowAttack {
    return new RowAttack(this.frame, test, this.#placebo);
  }

  /** Tries each category; gives by how much planted rows of one cluster go together, which `clumps` may say already. */
  categories(family: FamilyId, column: string, categories: Categories, clumps?: number): number {
    const shares = this.#classShares(categories);
    const excess = this.#excess(categories, shares);
    const { subjects } = this.#test.labels;
    const values = new Float64Array(subjects);
    const sums = Array.from({ length: categories.count }, (_, k) => this.#plantedCategory(categories, shares, k));
    const together = clumps ?? clumping(sums);
    sums.forEach((sum, k) => {
      const aspect = (): BilingualText => categories.aspect(k);
      for (let subject = 0; subject < subjects; subject++) values[subject] = excess[subject * categories.count + k];
      this.#test.try({ family, column, aspect }, values, "deviations");
      this.#placebo.try({ family, column, aspect }, sum, "share", together);
    });
    return together;
  }

  #classShares({ of, count }: Categories): ClassShares {
    const { classOf, classes, rows } = this.frame;
    const inClass = new Float64Array(classes);
    const shares = new Float64Array(classes * count);
    for (let row = 0; row < rows; row++) {
      if (of[row] < 0) continue;
      inClass[classOf[row]]++;
      shares[classOf[row] * count + of[row]]++;
    }
    for (let i = 0; i < shares.length; i++) shares[i] /= Math.max(1, inClass[Math.floor(i / count)]);
    return { rows: inClass, shares };
  }

  /** By subject and category: rows beyond what the classes of its rows explain, in standard deviations. */
  #excess({ of, count }: Categories, shares: ClassShares): Float64Array {
    const { starts, classOf, classes } = this.frame;
    const { subjects } = this.#test.labels;
    const excess = new Float64Array(subjects * count);
    const explained = new ClassExcess(shares, count, classes);
    for (let subject = 0; subject < subjects; subject++) {
      const at = subject * count;
      for (let row = starts[subject]; row < starts[subject + 1]; row++) {
        if (of[row] < 0) continue;
        excess[at + of[row]]++;
        explained.meet(classOf[row]);
      }
      explained.settle(excess, at);
    }
    return excess;
  }

  #plantedCategory({ of, count }: Categories, { rows: inClass, shares }: ClassShares, k: number): PlantedSum {
    return plantedSum(this.frame, {
      valueOf: (row) => (of[row] < 0 ? NaN : of[row] === k ? 1 : 0),
      meanOf: (c) => shares[c * count + k],
      addClass: (moments, taken, c) => addShare(moments, taken, inClass[c], shares[c * count + k]),
    });
  }

  /** Tries a number a row by its mean within the class; NaN takes the row out. */
  numbers(family: FamilyId, column: string, of: Float64Array, aspect: () => BilingualText): void {
    const classes = this.#classMoments(of);
    this.#test.try({ family, column, aspect }, this.#excessOfNumbers(of, classes), "deviations");
    this.#placebo.try({ family, column, aspect }, this.#plantedNumbers(of, classes), "mean");
  }

  #excessOfNumbers(of: Float64Array, { mean, second, spread }: ClassMoments): Float64Array {
    const { starts, classOf } = this.frame;
    return Float64Array.from({ length: this.#test.labels.subjects }, (_, subject) => {
      let sum = 0;
      let variance = 0;
      for (let row = starts[subject]; row < starts[subject + 1]; row++) {
        if (Number.isNaN(of[row])) continue;
        sum += of[row] - mean[classOf[row]];
        variance += second[classOf[row]];
      }
      return scaledExcess(sum / spread, variance / (spread * spread));
    });
  }

  #classMoments(of: Float64Array): ClassMoments {
    const { classOf, classes, rows } = this.frame;
    const [size, mean, second, third] = Array.from({ length: 4 }, () => new Float64Array(classes));
    for (let row = 0; row < rows; row++) {
      if (Number.isNaN(of[row])) continue;
      size[classOf[row]]++;
      mean[classOf[row]] += of[row];
    }
    for (let c = 0; c < classes; c++) mean[c] /= Math.max(1, size[c]);
    for (let row = 0; row < rows; row++) {
      if (Number.isNaN(of[row])) continue;
      const c = classOf[row];
      const off = of[row] - mean[c];
      second[c] += (off * off) / size[c];
      third[c] += (off * off * off) / size[c];
    }
    const all = size.reduce((sum, n) => sum + n, 0);
    const spread = Math.sqrt(second.reduce((sum, value, c) => sum + value * size[c], 0) / Math.max(1, all)) || 1;
    return { size, mean, second, third, spread };
  }

  #plantedNumbers(of: Float64Array, { size, mean, second, third }: ClassMoments): PlantedSum {
    return plantedSum(this.frame, {
      valueOf: (row) => of[row],
      meanOf: (c) => mean[c],
      addClass: (moments, taken, c) => addSample(moments, taken, size[c], mean[c], second[c], third[c]),
    });
  }
}
