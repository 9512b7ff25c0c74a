/** Lengths of texts, and their order in the dictionary: sorted dictionaries say nothing beyond the words themselves. */
import type { BilingualText } from "@vigie/spec";
import type { FamilyId } from "../families.ts";
import { textOf, type TextColumn } from "../columns.ts";
import { tryNumber } from "../chance/try-number.ts";
import type { Means, Rows } from "../means.ts";

interface Measure {
  readonly family: FamilyId;
  readonly aspect: BilingualText;
  /** By code. */
  readonly of: Float64Array;
}

function isSorted(words: readonly string[]): boolean {
  return words.every((word, i) => i === 0 || words[i - 1] < word);
}

function measuresOf({ words }: TextColumn): Measure[] {
  const lengths = Float64Array.from(words, (word) => word.length);
  const measures: Measure[] = [{ family: "lengths", aspect: { en: "length", fr: "longueur" }, of: lengths }];
  if (!isSorted(words)) {
    const places = Float64Array.from(words, (_, code) => code / words.length);
    measures.push({
      family: "dictionary",
      aspect: { en: "place in the dictionary", fr: "place dans le dictionnaire" },
      of: places,
    });
  }
  return measures;
}

function tryRows({ frame, attack }: Rows): void {
  for (const name of frame.table.columns) {
    const column = frame.table.column(name);
    if (column.kind !== "text") continue;
    const { codes } = textOf(column);
    for (const { family, aspect, of } of measuresOf(column)) {
      const values = new Float64Array(frame.rows);
      for (let row = 0; row < frame.rows; row++) values[row] = codes[row] < 0 ? NaN : of[codes[row]];
      attack.numbers(family, `${frame.table.name}.${name}`, values, () => aspect);
    }
  }
}

export function attackTexts({ set, accounts, transactions, events }: Means): void {
  for (const name of set.accounts.columns) {
    const column = set.accounts.column(name);
    if (column.kind !== "text") continue;
    for (const { family, aspect, of } of measuresOf(column)) {
      const middle = of.reduce((sum, value) => sum + value, 0) / Math.max(1, of.length);
      const values = Float64Array.from({ length: set.accountCount }, (_, i) =>
        column.codes[i] < 0 ? middle : of[column.codes[i]],
      );
      tryNumber(accounts, { family, column: `accounts.${name}`, aspect }, values);
    }
  }
  tryRows(transactions);
  tryRows(events);
}
