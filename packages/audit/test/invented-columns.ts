/** Columns of invented sets, from lists. */
import type { ColumnValues } from "@vigie/spec";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Text of `length` letters. */
export function text(draw: (n: number) => number, length: number): string {
  return Array.from({ length }, () => LETTERS.charAt(draw(26))).join("");
}

/** @param first words that stand first in the dictionary; the others follow in their order. */
export function words(values: readonly (string | null)[], first: ReadonlySet<string> = new Set()): ColumnValues {
  const known = [...new Set(values.filter((value) => value !== null))].sort();
  const order = [...known.filter((word) => first.has(word)), ...known.filter((word) => !first.has(word))];
  const code = new Map(order.map((word, i) => [word, i]));
  return {
    kind: "text",
    words: order,
    codes: Int32Array.from(values, (value) => (value === null ? -1 : (code.get(value) ?? -1))),
  };
}

export const ints = (values: readonly number[]): ColumnValues => ({ kind: "int32", values: Int32Array.from(values) });
export const longs = (values: readonly number[]): ColumnValues => ({ kind: "int64", values: Float64Array.from(values) });
