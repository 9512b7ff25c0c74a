/** The rows of some subjects, out of whole tables: for exhibits and samples. */
import { join } from "node:path";
import { TableReader, type Cell, type Exhibit, type Table } from "@vigie/spec";
import { readTable, tableWindows } from "./read-table.ts";
import { csvRows } from "./csv.ts";

type Tables = Exhibit["tables"];

/** The column that says whose row it is; absent of tables that belong to nobody. */
function subjectColumn({ lists, owner }: Table): string | undefined {
  return lists ?? owner;
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
    for (const window of tableWindows(join(folder, table.half), table.name, columns)) {
      const reader = new TableReader(window, join(folder, table.half, `${table.name}.arrow`));
      const cells = columns.map((column) => reader.cells(column));
      reader
        .numbers(key)
        .forEach((subject, row) => found.get(subject)?.[table.name].rows.push(cells.map((cell): Cell => cell(row))));
    }
  }
  return found;
}

/** The rows of some subjects of a table as CSV; of a table that belongs to nobody, all rows. @throws as {@link subjectRows}. */
export function csvOfSubjects(folder: string, table: Table, subjects: ReadonlySet<number>): string {
  const half = join(folder, table.half);
  const key = subjectColumn(table);
  if (key === undefined) return csvRows(half, table.name, () => true);
  const owners = new TableReader(readTable(half, table.name, [key]), join(half, `${table.name}.arrow`)).numbers(key);
  return csvRows(half, table.name, (row) => subjects.has(owners[row]));
}
