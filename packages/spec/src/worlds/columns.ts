/** Declares columns in few words: by name, each with its type and its meaning in both languages. */
import type { Column, ColumnType } from "./world-spec.ts";

type Unnamed = Omit<Column, "name">;
type More = Pick<Column, "unit" | "words" | "meanings">;

export const DAYS = { en: "in whole days since 1970-01-01", fr: "en jours entiers depuis le 1970-01-01" };
export const MILLISECONDS = { en: "in milliseconds since 1970-01-01", fr: "en millisecondes depuis le 1970-01-01" };

/** A column that has a value in every row. */
export function column(type: ColumnType, en: string, fr: string, more: More = {}): Unnamed {
  return { type, nullable: false, about: { en, fr }, ...more };
}

/** A column in which values may be missing. */
export function optional(type: ColumnType, en: string, fr: string, more: More = {}): Unnamed {
  return { ...column(type, en, fr, more), nullable: true };
}

/** Columns in file order. */
export function columns(byName: Readonly<Record<string, Unnamed>>): Column[] {
  return Object.entries(byName).map(([name, rest]) => ({ name, ...rest }));
}
