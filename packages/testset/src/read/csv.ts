/**
 * A table as CSV (RFC 4180: comma, CRLF, quotes doubled), for spreadsheets. It begins with a byte order mark, without which
 * some of them misread accents. A missing value is an empty field and an empty text `""`. Ids have up to 16 digits and some
 * spreadsheets keep 15: import them as text.
 */
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ColumnLayout } from "@vigie/sdk";
import type { ColumnValues } from "@vigie/spec";
import { readTable } from "./read-table.ts";
import { withTable } from "./table-source.ts";

const ROWS_AT_ONCE = 2048;
const DAY_MS = 86_400_000;

function quoted(text: string): string {
  return text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** From a row's number to the field's text. */
function fieldWriter(column: ColumnLayout, values: ColumnValues): (row: number) => string {
  if (values.kind === "text") {
    const words = values.words.map(quoted);
    return (row) => (values.codes[row] < 0 ? "" : words[values.codes[row]]);
  }
  const text = numberText(column);
  return (row) => (values.valid?.[row] === 0 ? "" : text(values.values[row]));
}

function numberText({ type }: ColumnLayout): (value: number) => string {
  if (type === "date") return (days) => new Date(days * DAY_MS).toISOString().slice(0, 10);
  if (type === "timestamp") return (ms) => new Date(ms).toISOString();
  return String;
}

function* csvText(folder: string, table: string, wanted: (row: number) => boolean): Generator<string> {
  const layout = withTable(folder, table, (source) => source.layout);
  yield `\ufeff${layout.columns.map(({ name }) => quoted(name)).join(",")}\r\n`;
  const { columns } = readTable(folder, layout.name);
  const writers = layout.columns.map((column) => fieldWriter(column, columns[column.name]));
  for (let first = 0; first < layout.rows; first += ROWS_AT_ONCE) {
    let text = "";
    for (let row = first; row < Math.min(layout.rows, first + ROWS_AT_ONCE); row++) {
      if (wanted(row)) text += `${writers.map((write) => write(row)).join(",")}\r\n`;
    }
    yield text;
  }
}

/**
 * The rows of a table that are wanted by their numbers, as one text: for samples.
 * @throws SpecError where the table cannot be read.
 */
export function csvRows(folder: string, table: string, wanted: (row: number) => boolean): string {
  return [...csvText(folder, table, wanted)].join("");
}

/**
 * Streams a table of `folder` (a test set's `inputs/` or `labels/`) into `writable`, which is ended, or destroyed where it fails.
 * @throws SpecError where the table cannot be read; what the stream throws.
 */
export async function exportCsv(folder: string, table: string, writable: Writable): Promise<void> {
  await pipeline(Readable.from(csvText(folder, table, () => true)), writable);
}
