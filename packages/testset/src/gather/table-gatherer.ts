/** Gathers one table from batches, refusing those that break what the world declares of it. */
import { SpecError, type Table, type TableBatch, type WorldBlock } from "@vigie/spec";
import { ColumnFault } from "./column-fault.ts";
import { ColumnGatherer, type GatheredColumn } from "./column-gatherer.ts";
import type { SpoolWriter } from "./spool.ts";

export class TableGatherer {
  readonly table: Table;
  readonly #columns: readonly ColumnGatherer[];
  #rows = 0;

  constructor(table: Table, spool: SpoolWriter) {
    this.table = table;
    this.#columns = table.columns.map((column) => new ColumnGatherer(column, spool));
  }

  get rows(): number {
    return this.#rows;
  }

  /** Adds the rows of a block's subjects, in their order. @throws SpecError `bad-world` naming table, column and row. */
  addOfBlock(batch: TableBatch, { first, count }: WorldBlock): void {
    const { lists, owner } = this.table;
    const step = lists === undefined ? 0 : 1; // a subject is listed once, and owns any number of rows
    let least = first;
    this.#check(batch, lists ?? owner, (subject) => {
      if (subject < least || subject >= first + count)
        return `a subject of the block, in order (${least} to ${first + count - 1})`;
      least = subject + step;
      return null;
    });
    this.#add(batch);
  }

  /** Adds a common table, whose rows may be counted from 0. @throws SpecError as {@link addOfBlock}. */
  addCommon(batch: TableBatch): void {
    this.#check(batch, this.table.numbered, (number, row) => (number === row ? null : `the row's number, ${row}`));
    this.#add(batch);
  }

  /** @param expectation of a value that is not as it should be. */
  #check(
    { rows, columns }: TableBatch,
    name: string | undefined,
    expectation: (value: number, row: number) => string | null,
  ): void {
    const column = name === undefined ? undefined : columns[name];
    if (name === undefined || column?.kind !== "int32") return; // what is no column of numbers is refused when it is added
    for (let row = 0; row < rows; row++) {
      const expected = expectation(column.values[row], row);
      if (expected !== null) this.#refuse(`/${name}/${this.#rows + row}`, expected, String(column.values[row]));
    }
  }

  #add(batch: TableBatch): void {
    for (const column of this.#columns) this.#addColumn(column, batch);
    this.#rows += batch.rows;
  }

  #addColumn(column: ColumnGatherer, batch: TableBatch): void {
    const { name } = column.column;
    try {
      column.add(batch.columns[name], batch.rows);
    } catch (cause) {
      if (!(cause instanceof ColumnFault)) throw cause;
      const pointer = cause.row === null ? `/${name}` : `/${name}/${this.#rows + cause.row}`;
      this.#refuse(pointer, cause.expected, cause.message, cause);
    }
  }

  #refuse(pointer: string, expected: string, found: string, cause?: unknown): never {
    throw new SpecError("bad-world", [{ file: this.table.name, pointer, expected, found }], { cause });
  }

  taken(): readonly GatheredColumn[] {
    return this.#columns.map((column) => column.taken());
  }
}
