/** Sums a number over planted rows, in all and by ring, beside what the rows' classes let expect. */
import type { PlantedSum } from "./planted-bench.ts";
import type { RowFrame } from "./row-frame.ts";
import type { SampleMoments } from "./sample.ts";

/** What is summed, and what each class of rows says of it. */
export interface Summed {
  /** Of a row; NaN takes the row out. */
  readonly valueOf: (row: number) => number;
  /** Mean over the rows of a class. */
  readonly meanOf: (rowClass: number) => number;
  /** Adds the moments of `taken` rows that were drawn from a class. */
  readonly addClass: (moments: SampleMoments, taken: number, rowClass: number) => void;
}

export function plantedSum(frame: RowFrame, { valueOf, meanOf, addClass }: Summed): PlantedSum {
  const { planted, ringOfPlanted, rings, classOf, classes } = frame;
  const ofRing = new Float64Array(rings);
  const rowsOfRing = new Float64Array(rings);
  const taken = new Float64Array(classes);
  let rows = 0;
  let sum = 0;
  planted.forEach((row, i) => {
    const value = valueOf(row);
    if (Number.isNaN(value)) return;
    rows++;
    sum += value;
    taken[classOf[row]]++;
    ofRing[ringOfPlanted[i]] += value - meanOf(classOf[row]);
    rowsOfRing[ringOfPlanted[i]]++;
  });
  const moments = { expected: 0, variance: 0, third: 0 };
  for (let c = 0; c < classes; c++) addClass(moments, taken[c], c);
  return { rows, sum, ...moments, ofRing, rowsOfRing };
}
