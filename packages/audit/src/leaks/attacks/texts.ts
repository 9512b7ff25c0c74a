/** Lengths of texts, and their order in the dictionary: sorted dictionaries say nothing beyond the words themselves. */
import type { BilingualText } from "@vigie/spec";
import type { FamilyId } from "../families.ts";
import type { TextColumn } from "../columns.ts";
import { tryNumber } from "../chance/try-number.ts";
import { onListing, type Means, type Rows } from "../means.ts";

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
    const { codes } = column;
    for (const { family, aspect, of } of measuresOf(column)) {
      const values = new Float64Array(frame.rows);
      for (let row = 0; row < frame.rows; row++) values[row] = codes[row] < 0 ? NaN : of[codes[row]];
      attack.numbers(family, `${frame.table.name}.${name}`, values, () => aspect);
    }
  }
}

export function attackTexts({ set, byKind, owned }: Means): void {
  for (const listing of set.listings) {
    for (const name of listing.columns) {
      const column = listing.column(name);
      if (column.kind !== "text") continue;
      for (const { family, aspect, of } of measuresOf(column)) {
        const middle = of.reduce((sum, value) => sum + value, 0) / Math.max(1, of.length);
        const codes = column.codes.subarray(0, listing.rows);
        const values = Float64Array.from(codes, (code) => (code < 0 ? middle : of[code]));
        tryNumber(onListing(byKind, set, listing), { family, column: `${listing.name}.${name}`, aspect }, values);
      }
    }
  }
  owned.forEach(tryRows);
}
