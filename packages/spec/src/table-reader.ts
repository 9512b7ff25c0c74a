/**
 * The columns of a table by their types: the one reader of labels, for scoring, audit, samples and pages. What does not fit
 * is refused by place, column and row.
 */
import type { ColumnValues, TableBatch, TextValues } from "./batch.ts";
import { SpecError } from "./problem.ts";

export type Cell = number | string | null;

export class TableReader {
  readonly rows: number;
  readonly #columns: TableBatch["columns"];
  readonly #place: string;

  /** @param place what refusals call the table: its file. */
  constructor({ rows, columns }: TableBatch, place: string) {
    this.rows = rows;
    this.#columns = columns;
    this.#place = place;
  }

  /** @throws SpecError `bad-labels`, always. */
  refuse(column: string, row: number | null, expected: string, found: string | number): never {
    const pointer = row === null ? "" : `/${column}/${row}`;
    throw new SpecError("bad-labels", [{ file: this.#place, pointer, expected, found: String(found) }]);
  }

  /** Refuses the first row of which `holds` is not true. */
  demand(column: string, values: ArrayLike<Cell>, expected: string, holds: (row: number) => boolean): void {
    for (let row = 0; row < this.rows; row++) if (!holds(row)) this.refuse(column, row, expected, JSON.stringify(values[row]));
  }

  #column(name: string): ColumnValues | undefined {
    return Object.hasOwn(this.#columns, name) ? this.#columns[name] : undefined;
  }

  /** Integers of a column, and where it has them: all rows where there is no `valid`. */
  optionalNumbers(column: string): { readonly values: Int32Array | Float64Array; readonly valid?: Uint8Array | undefined } {
    const found = this.#column(column);
    if (found === undefined || found.kind === "text") this.refuse(column, null, `numbers in ${column}`, found?.kind ?? "none");
    return { values: found.values.subarray(0, this.rows), valid: found.valid };
  }

  /** Integers of a column that has one in every row. */
  numbers(column: string): Int32Array | Float64Array {
    const { values, valid } = this.optionalNumbers(column);
    const missing = valid?.subarray(0, this.rows).indexOf(0) ?? -1;
    if (missing >= 0) this.refuse(column, missing, "a value", "none");
    return values;
  }

  /** Text by codes into `words`; −1 where there is none. */
  optionalText(column: string): TextValues {
    const found = this.#column(column);
    if (found?.kind !== "text") this.refuse(column, null, `text in ${column}`, found?.kind ?? "none");
    return found;
  }

  /** Text by codes into `words`, of a column that has one in every row. */
  text(column: string): TextValues {
    const found = this.optionalText(column);
    const missing = found.codes.subarray(0, this.rows).indexOf(-1);
    if (missing >= 0) this.refuse(column, missing, "a value", "none");
    return found;
  }

  /** Subjects of all rows, each of which must be one of `subjects`. */
  subjects(column: string, subjects: number): Int32Array | Float64Array {
    const own = this.numbers(column);
    this.demand(column, own, `a number from 0 to ${subjects - 1}`, (row) => own[row] >= 0 && own[row] < subjects);
    return own;
  }

  /** The words of a text column, row by row. */
  wordsOf(column: string): string[] {
    const { codes, words } = this.text(column);
    return Array.from(codes.subarray(0, this.rows), (code) => words[code]);
  }

  /** A column of any type, value by value; null where there is none. */
  cells(column: string): (row: number) => Cell {
    if (this.#column(column)?.kind === "text") {
      const { codes, words } = this.optionalText(column);
      return (row) => (codes[row] < 0 ? null : words[codes[row]]);
    }
    const { values, valid } = this.optionalNumbers(column);
    return (row) => (valid?.[row] === 0 ? null : values[row]);
  }
}
