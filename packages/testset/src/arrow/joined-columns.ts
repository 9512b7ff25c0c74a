/** Puts together what several threads gathered: blocks in the order of their subjects, and of each column what all have of it. */
import { SpecError, type Table } from "@vigie/spec";
import type { Gathered } from "../gather/gatherer.ts";
import { countsOf } from "../gather/pieces.ts";
import type { BlockOrder, ColumnSource } from "./column-bytes.ts";
import { sortedWords } from "./sorted-words.ts";
import type { PlannedColumn } from "./table-plan.ts";

/** The one piece of a table that comes with the commons. */
const FIRST_PIECE: BlockOrder = { thread: new Uint8Array(1), nth: new Int32Array(1) };

/** @throws SpecError `bad-world` where the blocks do not follow on one another. */
export function blockOrder(threads: readonly Gathered[]): BlockOrder {
  const all = threads.flatMap(({ blocks }, thread) => blocks.map((block, nth) => ({ ...block, thread, nth })));
  all.sort((a, b) => a.index - b.index);
  let subjects = 0;
  for (const { index, first, count } of all) {
    if (first !== subjects) {
      const expected = `the block that begins at subject ${subjects}`;
      throw new SpecError("bad-world", [{ file: `block ${index}`, pointer: "", expected, found: `one that begins at ${first}` }]);
    }
    subjects += count;
  }
  return { thread: Uint8Array.from(all, ({ thread }) => thread), nth: Int32Array.from(all, ({ nth }) => nth) };
}

/**
 * The columns of one of `tables`.
 * @param threads the first of them has the commons.
 */
export function joinedColumns(
  table: Table,
  tables: readonly Table[],
  threads: readonly Gathered[],
  blocks: BlockOrder,
): PlannedColumn[] {
  const order = table.common === true ? FIRST_PIECE : blocks;
  const number = tables.indexOf(table);
  return table.columns.map(({ type }, place) => {
    const columns = threads.map(({ tables: gathered }) => gathered[number][place]);
    const words = type === "text" ? sortedWords(columns.map((column) => column.words)) : null;
    const counts = columns.map(({ pieces }) => countsOf(pieces));
    const source: ColumnSource = {
      type,
      threads: columns.map(({ pieces }, i) => ({ path: threads[i].path, pieces, rank: words === null ? null : words.ranks[i] })),
      order,
      rows: counts.reduce((sum, { rows }) => sum + rows, 0),
      missing: counts.reduce((sum, { missing }) => sum + missing, 0),
    };
    return { source, words };
  });
}
