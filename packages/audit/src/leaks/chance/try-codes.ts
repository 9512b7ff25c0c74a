/** Tries each value of a column that has few: is it more frequent among positives? */
import type { BilingualText } from "@vigie/spec";
import type { FamilyId } from "../families.ts";
import type { Test } from "./permutation-test.ts";

const MOST_VALUES = 128;
const FEWEST_ROWS = 8;

export interface CodeColumn {
  readonly family: FamilyId;
  readonly column: string;
  readonly aspect: (code: number) => BilingualText;
}

/** @param codes one a row of what is tested; −1 is no value. The most frequent values are tried, and none that fewer than 8 have. */
export function tryCodes(test: Test, { family, column, aspect }: CodeColumn, codes: ArrayLike<number>): void {
  const counts = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) if (codes[i] >= 0) counts.set(codes[i], (counts.get(codes[i]) ?? 0) + 1);
  const values = [...counts]
    .filter(([, count]) => count >= FEWEST_ROWS)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_VALUES);
  const has = new Float64Array(codes.length);
  for (const [code] of values) {
    for (let i = 0; i < codes.length; i++) has[i] = codes[i] === code ? 1 : 0;
    test.try({ family, column, aspect: () => aspect(code) }, has, "share");
  }
}
