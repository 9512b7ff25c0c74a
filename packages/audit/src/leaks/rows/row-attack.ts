/**
 * Tries properties of rows: on accounts (has a ring's account more such rows than its row classes explain?) and on
 * planted rows. An account's excess is divided by what chance would scatter, so that the number of its rows tells nothing.
 */
import type { BilingualText } from "@vigie/spec";
import type { Bench } from "../chance/bench.ts";
import type { FamilyId } from "../families.ts";
import { clumping, type PlantedBench, type PlantedSum } from "./planted-bench.ts";
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

export class RowAttack {
  readonly frame: RowFrame;
  private readonly bench: Bench;
  private readonly planted: PlantedBench;

  constructor(frame: RowFrame, bench: Bench, planted: PlantedBench) {
    this.frame = frame;
    this.bench = bench;
    this.planted = planted;
  }

  /** The same rows on another bench. */
  on(bench: Bench): RowAttack {
    return new RowAttack(this.frame, bench, this.planted);
  }

  /** Tries each category; gives by how much planted rows of one ring go together, which `clumps` may say already. */
  categories(family: FamilyId, column: string, categories: Categories, clumps?: number): number {
    const shares = this.classShares(categories);
    const excess = this.excess(categories, shares);
    const { accountCount } = this.bench.arena;
    const values = new Float64Array(accountCount);
    const sums = Array.from({ length: categories.count }, (_, k) => this.plantedCategory(categories, shares, k));
    const together = clumps ?? clumping(sums);
    sums.forEach((sum, k) => {
      const aspect = (): BilingualText => categories.aspect(k);
      for (let account = 0; account < accountCount; account++) values[account] = excess[account * categories.count + k];
      this.bench.try({ family, column, aspect }, values, "deviations");
      this.planted.try({ family, column, aspect }, sum, "share", together);
    });
    return together;
  }

  private classShares({ of, count }: Categories): ClassShares {
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

  /** By account and category: rows beyond what the classes of its rows explain, in standard deviations. */
  private excess({ of, count }: Categories, shares: ClassShares): Float64Array {
    const { starts, classOf, classes } = this.frame;
    const { accountCount } = this.bench.arena;
    const excess = new Float64Array(accountCount * count);
    const explained = new ClassExcess(shares, count, classes);
    for (let account = 0; account < accountCount; account++) {
      const at = account * count;
      for (let row = starts[account]; row < starts[account + 1]; row++) {
        if (of[row] < 0) continue;
        excess[at + of[row]]++;
        explained.meet(classOf[row]);
      }
      explained.settle(excess, at);
    }
    return excess;
  }

  private plantedCategory({ of, count }: Categories, { rows: inClass, shares }: ClassShares, k: number): PlantedSum {
    return plantedSum(this.frame, {
      valueOf: (row) => (of[row] < 0 ? NaN : of[row] === k ? 1 : 0),
      meanOf: (c) => shares[c * count + k],
      addClass: (moments, taken, c) => addShare(moments, taken, inClass[c], shares[c * count + k]),
    });
  }

  /** Tries a number a row by its mean within the class; NaN takes the row out. */
  numbers(family: FamilyId, column: string, of: Float64Array, aspect: () => BilingualText): void {
    const { starts } = this.frame;
    const { accountCount } = this.bench.arena;
    const classes = this.classMoments(of);
    const spread = classes.spread;
    const values = new Float64Array(accountCount);
    for (let account = 0; account < accountCount; account++) {
      let sum = 0;
      let variance = 0;
      for (let row = starts[account]; row < starts[account + 1]; row++) {
        if (Number.isNaN(of[row])) continue;
        const c = this.frame.classOf[row];
        sum += of[row] - classes.mean[c];
        variance += classes.second[c];
      }
      values[account] = scaledExcess(sum / spread, variance / (spread * spread));
    }
    this.bench.try({ family, column, aspect }, values, "deviations");
    this.planted.try({ family, column, aspect }, this.plantedNumbers(of, classes), "mean");
  }

  private classMoments(of: Float64Array) {
    const { classOf, classes, rows } = this.frame;
    const size = new Float64Array(classes);
    const mean = new Float64Array(classes);
    const second = new Float64Array(classes);
    const third = new Float64Array(classes);
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

  private plantedNumbers(of: Float64Array, { size, mean, second, third }: ReturnType<RowAttack["classMoments"]>): PlantedSum {
    return plantedSum(this.frame, {
      valueOf: (row) => of[row],
      meanOf: (c) => mean[c],
      addClass: (moments, taken, c) => addSample(moments, taken, size[c], mean[c], second[c], third[c]),
    });
  }
}
