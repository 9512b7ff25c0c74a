/** One cut on any raw column: every column's numbers by account, against accounts with as many rows. */
import type { BilingualText } from "@vigie/spec";
import { codesOf } from "../columns.ts";
import { averagePrecision } from "../chance/strength.ts";
import { ranksOf } from "../chance/try-number.ts";
import type { Means, Rows } from "../means.ts";

interface Summary {
  readonly aspect: BilingualText;
  readonly values: Float64Array;
}

function empty(accounts: number, start = 0): Float64Array {
  return new Float64Array(accounts).fill(start);
}

/** How many rows have a value, how many values are distinct; of numbers the mean, the least and the largest. */
function summaries({ frame }: Rows, name: string, accounts: number): Summary[] {
  const column = frame.table.column(name);
  const { codes } = codesOf(column, frame.rows);
  const count = empty(accounts);
  const distinct = empty(accounts);
  const sum = empty(accounts);
  const least = empty(accounts, Infinity);
  const most = empty(accounts, -Infinity);
  for (let account = 0; account < accounts; account++) {
    const met = new Set<number>();
    for (let row = frame.starts[account]; row < frame.starts[account + 1]; row++) {
      if (codes[row] < 0) continue;
      count[account]++;
      met.add(codes[row]);
      if (column.kind === "text") continue;
      sum[account] += column.values[row];
      least[account] = Math.min(least[account], column.values[row]);
      most[account] = Math.max(most[account], column.values[row]);
    }
    distinct[account] = met.size;
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

function tryRows(means: Means, rows: Rows): void {
  const { set, alike } = means;
  for (const name of rows.frame.table.columns) {
    for (const { aspect, values } of summaries(rows, name, set.accountCount)) {
      const ranks = ranksOf(values);
      const strength = (): number => averagePrecision(ranks, set.labels.accounts);
      alike.try({ family: "sweep", column: `${rows.frame.table.name}.${name}`, aspect: () => aspect, strength }, ranks, "auc");
    }
  }
}

export function attackColumns(means: Means): void {
  tryRows(means, means.transactions);
  tryRows(means, means.events);
}
