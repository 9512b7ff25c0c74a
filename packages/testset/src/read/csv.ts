/**
 * Rows of a table as CSV (RFC 4180: comma, CRLF, quotes doubled), for spreadsheets. It begins with a byte order mark, without
 * which some of them misread accents. A missing value is an empty field and an empty text `""`. Ids have up to 16 digits and
 * some spreadsheets keep 15: import them as text.
 */
import { TableReader, type Cell } from "@vigie/spec";
import { readTable } from "./read-table.ts";
import { withTable } from "./table-source.ts";

const DAY_MS = 86_400_000;

function quoted(text: string): string {
  return text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function fieldOf(cell: Cell, type: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") return quoted(cell);
  if (type === "date") return new Date(cell * DAY_MS).toISOString().slice(0, 10);
  return type === "timestamp" ? new Date(cell).toISOString() : String(cell);
}

/**
 * The rows of a table of `folder` (a test set's `inputs/` or `labels/`) that are wanted by their numbers, as one text.
 * @throws SpecError where the table cannot be read.
 */
export function csvRows(folder: string, table: string, wanted: (row: number) => boolean): string {
  const { columns, rows } = withTable(folder, table, (source) => source.layout);
  const reader = new TableReader(readTable(folder, table), table);
  const fields = columns.map(({ name, type }) => [reader.cells(name), type] as const);
  const lines = [columns.map(({ name }) => quoted(name)).join(",")];
  for (let row = 0; row < rows; row++) {
    if (wanted(row)) lines.push(fields.map(([cells, type]) => fieldOf(cells(row), type)).join(","));
  }
  return `\ufeff${lines.map((line) => `${line}\r\n`).join("")}`;
}
