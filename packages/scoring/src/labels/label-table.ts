/** A table of labels that knows where it lies: what contradicts itself is refused by file, column and row. */
import { SpecError, type ColumnValues, type TableBatch, type Truth } from "@vigie/spec";

export class LabelTable {
  readonly rows: number;
  readonly #place: string;
  readonly #columns: TableBatch["columns"];
  readonly #truth: Truth;

  /** @throws SpecError where the table cannot be read. */
  constructor(truth: Truth, name: string) {
    const { rows, columns } = truth.table(name);
    this.rows = rows;
    this.#columns = columns;
    this.#place = truth.place(name);
    this.#truth = truth;
  }

  /** A table that not every world has: null where the set's own declares none. */
  static where(truth: Truth, name: string): LabelTable | null {
    return truth.declared.some((table) => table.name === name) ? new LabelTable(truth, name) : null;
  }

  has(column: string): boolean {
    return Object.hasOwn(this.#columns, column);
  }

  refuse(column: string, row: number | null, expected: string, found: string | number): never {
    const pointer = row === null ? "" : `/${column}/${row}`;
    throw new SpecError("bad-labels", [{ file: this.#place, pointer, expected, found: String(found) }]);
  }

  /** Refuses the first row that `holds` is not true of. */
  demand(column: string, values: ArrayLike<unknown>, expected: string, holds: (row: number) => boolean): void {
    for (let row = 0; row < this.rows; row++) if (!holds(row)) this.refuse(column, row, expected, JSON.stringify(values[row]));
  }

  numbers(column: string): Int32Array | Float64Array {
    const values: ColumnValues | undefined = this.#columns[column];
    if (values === undefined || values.kind === "text") this.refuse(column, null, `numbers in ${column}`, values?.kind ?? "none");
    const missing = values.valid?.subarray(0, this.rows).indexOf(0) ?? -1;
    if (missing >= 0) this.refuse(column, missing, "a value", "none");
    return values.values.subarray(0, this.rows);
  }

  text(column: string): { readonly codes: Int32Array; readonly words: readonly string[] } {
    const values: ColumnValues | undefined = this.#columns[column];
    if (values?.kind !== "text") this.refuse(column, null, `text in ${column}`, values?.kind ?? "none");
    const codes = values.codes.subarray(0, this.rows);
    const missing = codes.indexOf(-1);
    if (missing >= 0) this.refuse(column, missing, "a value", "none");
    return { codes, words: values.words };
  }

  /** Whose each row is. */
  subjects(): Int32Array | Float64Array {
    const { subject, subjects: all } = this.#truth;
    const subjects = this.numbers(subject);
    this.demand(subject, subjects, `a number from 0 to ${all - 1}`, (row) => subjects[row] >= 0 && subjects[row] < all);
    return subjects;
  }
}
