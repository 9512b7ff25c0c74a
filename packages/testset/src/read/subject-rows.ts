/** The rows of some subjects, out of large tables: for exhibits and samples. */
import { join } from "node:path";
import { TableReader, type Cell, type Exhibit, type Table } from "@vigie/spec";
import { readTable, tableWindows } from "./read-table.ts";
import { csvRows } from "./csv.ts";

type Tables = Exhibit["tables"];

/** A subject's rows lie together, so that most windows of so many have none that is asked for. */
const ROWS_AT_ONCE = 512;

/** The column that says whose row it is; absent of tables that belong to nobody. */
function subjectColumn({ lists, owner }: Table): string | undefined {
  return lists ?? owner;
}

/** Whose each row of a table is. */
function ownersOf(half: string, name: string, key: string): Int32Array | Float64Array {
  return new TableReader(readTable(half, name, [key]), join(half, `${name}.arrow`)).numbers(key);
}

/**
 * Each subject's own rows of each table, in file order. Tables that belong to nobody are left out.
 * @param folder the test set's.
 * @throws SpecError where a table cannot be read.
 */
export function subjectRows(folder: string, tables: readonly Table[], subjects: Iterable<number>): Map<number, Tables> {
  const found = new Map<number, Tables>(Array.from(subjects, (subject) => [subject, {}]));
  for (const table of tables) {
    const key = subjectColumn(table);
    if (key === undefined) continue;
    const columns = table.columns.map(({ name }) => name);
    for (const own of found.values()) own[table.name] = { columns, rows: [] };
    const half = join(folder, table.half);
    const owners = ownersOf(half, table.name, key);
    const holding = new Set<number>();
    owners.forEach((subject, row) => found.has(subject) && holding.add(row - (row % ROWS_AT_ONCE)));
    const options = { rowsAtOnce: ROWS_AT_ONCE, wanted: (firstRow: number) => holding.has(firstRow) };
    for (const window of tableWindows(half, table.name, columns, options)) {
      const reader = new TableReader(window, join(half, `${table.name}.arrow`));
      const cells = columns.map((column) => reader.cells(column));
      for (let row = 0; row < window.rows; row++)
        found.get(owners[window.firstRow + row])?.[table.name].rows.push(cells.map((cell): Cell => cell(row)));
    }
  }
  return found;
}

/** The rows of some subjects of a table as CSV; of a table that belongs to nobody, all rows. @throws as {@link subjectRows}. */
export function csvOfSubjects(folder: string, table: Table, subjects: ReadonlySet<number>): string {
  const half = join(folder, table.half);
  const key = subjectColumn(table);
  if (key === undefined) return csvRows(half, table.name, () => true);
  const owners = ownersOf(half, table.name, key);
  return csvRows(half, table.name, (row) => subjects.has(owners[row]));
}
