/** One cut on any raw column: every column's numbers by subject, against subjects with as many rows. */
import type { BilingualText } from "@vigie/spec";
import { codesOf } from "../columns.ts";
import { averagePrecision } from "../chance/strength.ts";
import { ranksOf } from "../chance/try-number.ts";
import type { Means, Rows } from "../means.ts";

interface Summary {
  readonly aspect: BilingualText;
  readonly values: Float64Array;
}

function empty(subjects: number, start = 0): Float64Array {
  return new Float64Array(subjects).fill(start);
}

/** How many rows have a value, how many values are distinct; of numbers the mean, the least and the largest. */
function summaries({ frame }: Rows, name: string, subjects: number): Summary[] {
  const column = frame.table.column(name);
  const { codes } = codesOf(column, frame.rows);
  const count = empty(subjects);
  const distinct = empty(subjects);
  const sum = empty(subjects);
  const least = empty(subjects, Infinity);
  const most = empty(subjects, -Infinity);
  for (let subject = 0; subject < subjects; subject++) {
    const met = new Set<number>();
    for (let row = frame.starts[subject]; row < frame.starts[subject + 1]; row++) {
      if (codes[row] < 0) continue;
      count[subject]++;
      met.add(codes[row]);
      if (column.kind === "text") continue;
      sum[subject] += column.values[row];
      least[subject] = Math.min(least[subject], column.values[row]);
      most[subject] = Math.max(most[subject], column.values[row]);
    }
    distinct[subject] = met.size;
  }
  const counted: Summary[] = [
    { aspect: { en: "rows with a value", fr: "rangées avec une valeur" }, values: count },
    { aspect: { en: "distinct values", fr: "valeurs distinctes" }, values: distinct },
  ];
  if (column.kind === "text") return counted;
  return [
    ...counted,
    { aspect: { en: "mean", fr: "moyenne" }, values: sum.map((total, i) => total / Math.max(1, count[i])) },
    { aspect: { en: "least", fr: "minimum" }, values: least },
    { aspect: { en: "largest", fr: "maximum" }, values: most },
  ];
}

function tryRows({ set, byRows }: Means, rows: Rows): void {
  const { table } = rows.frame;
  for (const name of table.columns) {
    for (const { aspect, values } of summaries(rows, name, set.subjects)) {
      const ranks = ranksOf(values);
      const strength = (): number => averagePrecision(ranks, set.labels.positives);
      byRows.try({ family: "sweep", column: `${table.name}.${name}`, aspect: () => aspect, strength }, ranks, "auc");
    }
  }
}

export function attackColumns(means: Means): void {
  for (const rows of means.owned) tryRows(means, rows);
}
