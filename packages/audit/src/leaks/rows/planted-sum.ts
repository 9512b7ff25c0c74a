/** Sums a number over planted rows, in all and by cluster, beside what the rows' classes let expect. */
import type { PlantedSum } from "./placebo-test.ts";
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
  const { planted, clusterOfPlanted, clusters, classOf, classes } = frame;
  const ofCluster = new Float64Array(clusters);
  const rowsOfCluster = new Float64Array(clusters);
  const taken = new Float64Array(classes);
  let rows = 0;
  let sum = 0;
  planted.forEach((row, i) => {
    const value = valueOf(row);
    if (Number.isNaN(value)) return;
    rows++;
    sum += value;
    taken[classOf[row]]++;
    ofCluster[clusterOfPlanted[i]] += value - meanOf(classOf[row]);
    rowsOfCluster[clusterOfPlanted[i]]++;
  });
  const moments = { expected: 0, variance: 0, third: 0 };
  for (let c = 0; c < classes; c++) addClass(moments, taken[c], c);
  return { rows, sum, ...moments, ofCluster, rowsOfCluster };
}
