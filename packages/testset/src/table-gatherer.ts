/** Gathers one table from batches, refusing those that break the contract of `spec`'s columns. */
import { SpecError, type ColumnValues, type Table, type TableBatch } from "@vigie/spec";
import { ColumnFault } from "./column-fault.ts";
import { ColumnGatherer, type GatheredColumn } from "./column-gatherer.ts";
import type { SpoolWriter } from "./spool.ts";

function refuse(table: string, column: string, row: number | null, expected: string, found: string, cause?: unknown): never {
  const pointer = row === null ? `/${column}` : `/${column}/${row}`;
  throw new SpecError("bad-world", [{ file: table, pointer, expected, found }], { cause });
}

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

  /** Adds a batch's rows below those there are. @throws SpecError `bad-world` naming table, column and row. */
  add(batch: TableBatch): void {
    for (const column of this.#columns) this.#addColumn(column, batch);
    this.#rows += batch.rows;
  }

  #addColumn(column: ColumnGatherer, batch: TableBatch): void {
    const { name } = column.column;
    try {
      column.add(batch.columns[name], batch.rows);
    } catch (cause) {
      if (!(cause instanceof ColumnFault)) throw cause;
      const row = cause.row === null ? null : this.#rows + cause.row;
      refuse(this.table.name, name, row, cause.expected, cause.message, cause);
    }
  }

  /** Adds a block's rows whose `account` must rise and lie in the block. @throws SpecError `bad-world`. */
  addOfBlock(batch: TableBatch, firstAccount: number, accountCount: number): void {
    const account: ColumnValues | undefined = batch.columns["account"];
    if (account?.kind === "int32") this.#checkOrder(account.values, batch.rows, firstAccount, accountCount);
    this.add(batch);
  }

  #checkOrder(accounts: Int32Array, rows: number, firstAccount: number, accountCount: number): void {
    let last = firstAccount;
    for (let i = 0; i < rows; i++) {
      if (accounts[i] < last || accounts[i] >= firstAccount + accountCount) {
        const range = `${last} to ${firstAccount + accountCount - 1}`;
        refuse(this.table.name, "account", this.#rows + i, `an account of the block, in order (${range})`, String(accounts[i]));
      }
      last = accounts[i];
    }
  }

  /** Holds a table whose row numbers are ids to it: the first column counts on from `first`. @throws SpecError `bad-world`. */
  addNumbered(batch: TableBatch, first: number): void {
    const [{ name }] = this.table.columns;
    const ids = batch.columns[name];
    for (let i = 0; ids?.kind === "int32" && i < batch.rows; i++) {
      if (ids.values[i] !== first + i) {
        refuse(this.table.name, name, first + i, `the row's number, ${first + i}`, String(ids.values[i]));
      }
    }
    this.add(batch);
  }

  taken(): readonly GatheredColumn[] {
    return this.#columns.map((column) => column.taken());
  }
}
