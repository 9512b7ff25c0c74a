/** Puts together what several threads gathered of each column. */
import type { Column, Table } from "@vigie/spec";
import type { ColumnSource } from "./column-bytes.ts";
import { FIRST_PIECE, type BlockOrder } from "./gathered-order.ts";
import { COMMON_TABLES, TABLES, type Gathered } from "./gatherer.ts";
import { sortedWords } from "./sorted-words.ts";
import type { PlannedColumn } from "./table-plan.ts";

function sum(counts: Int32Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

function gatheredColumn(
  { type }: Column,
  table: number,
  place: number,
  threads: readonly Gathered[],
  order: BlockOrder,
): PlannedColumn {
  const columns = threads.map(({ tables }) => tables[table][place]);
  const words = type === "text" ? sortedWords(columns.map((column) => column.words)) : null;
  const source: ColumnSource = {
    type,
    threads: columns.map(({ pieces }, i) => ({ path: threads[i].path, pieces, rank: words === null ? null : words.ranks[i] })),
    order,
    rows: columns.reduce((total, { pieces }) => total + sum(pieces.rows), 0),
    missing: columns.reduce((total, { pieces }) => total + sum(pieces.missing), 0),
  };
  return { source, words };
}

/** The columns of one table. @param threads the first of them has the commons. */
export function gatheredColumns(table: Table, threads: readonly Gathered[], blocks: BlockOrder): PlannedColumn[] {
  const order = COMMON_TABLES.has(table.name) ? FIRST_PIECE : blocks;
  const number = TABLES.indexOf(table);
  return table.columns.map((column, place) => gatheredColumn(column, number, place, threads, order));
}
