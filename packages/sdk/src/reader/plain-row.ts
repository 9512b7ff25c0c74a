import type { ColumnTable } from "./columns.ts";

/** What `console.log` of Node asks for. */
export const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** A row as a plain object of all its columns: for JSON and for looking at. */
export function asPlain(row: object, columns: ColumnTable): object {
  return Object.fromEntries(Object.keys(columns).map((name): [string, unknown] => [name, Reflect.get(row, name)]));
}
