/** Reading single buffers of a table that {@link writeTestset} wrote, by its folder's `layout.json`. */
import { closeSync, openSync, statSync } from "node:fs";
import { join } from "node:path";
import { Layout, LAYOUT_FILE, type ColumnLayout, type Span, type TableLayout } from "@vigie/sdk";
import { SpecError } from "@vigie/spec";
import { loadJson } from "@vigie/spec/node";
import { readAll } from "../file-bytes.ts";

const TWO_32 = 4_294_967_296;

/** An open table. */
export class TableSource {
  readonly layout: TableLayout;
  readonly file: string;
  readonly #fd: number;
  readonly #size: number;

  constructor(folder: string, layout: TableLayout) {
    this.layout = layout;
    this.file = join(folder, layout.file);
    try {
      this.#size = statSync(this.file).size;
      this.#fd = openSync(this.file, "r");
    } catch (cause) {
      const found = cause instanceof Error ? cause.message : String(cause);
      throw new SpecError("unreadable", [{ file: this.file, pointer: "", expected: "a file that can be read", found }], {
        cause,
      });
    }
  }

  close(): void {
    closeSync(this.#fd);
  }

  column(name: string): ColumnLayout {
    const column = this.layout.columns.find((one) => one.name === name);
    if (column) return column;
    throw new SpecError("invalid", [{ file: this.file, pointer: `/${name}`, expected: `a column ${name}`, found: "none" }]);
  }

  /** One buffer's bytes, at the start of an ArrayBuffer of their own. @throws SpecError where the file is too short. */
  bytes([offset, length]: Span): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(length);
    const got = offset + length <= this.#size ? readAll(this.#fd, bytes, offset) : -1;
    if (got === length) return bytes;
    const expected = `at least ${offset + length} bytes`;
    throw new SpecError("invalid", [{ file: this.file, pointer: "", expected, found: `${this.#size} bytes` }]);
  }

  int32s(span: Span): Int32Array {
    return new Int32Array(this.bytes(span).buffer);
  }

  /** Int64 values as doubles, which hold them exactly up to ±2^53. */
  int64s(span: Span): Float64Array {
    const halves = this.int32s(span);
    const values = new Float64Array(halves.length / 2);
    for (let i = 0; i < values.length; i++) values[i] = halves[2 * i + 1] * TWO_32 + (halves[2 * i] >>> 0);
    return values;
  }

  /** The words of a text column. */
  words({ dictionary }: ColumnLayout): string[] {
    if (!dictionary) return [];
    const offsets = this.int32s(dictionary.offsets);
    const bytes = Buffer.from(this.bytes(dictionary.bytes).buffer);
    return Array.from({ length: dictionary.size }, (_, i) => bytes.toString("utf8", offsets[i], offsets[i + 1]));
  }
}

/**
 * Opens a table of `folder` (a test set's `inputs/` or `labels/`); whoever opens it closes it.
 * @throws SpecError where the layout or the table is not there or cannot be read.
 */
export function openTable(folder: string, name: string): TableSource {
  const file = join(folder, LAYOUT_FILE);
  const { tables } = loadJson(Layout, file);
  const layout = tables.find((table) => table.name === name);
  if (!layout) {
    const expected = `a table ${name}`;
    throw new SpecError("invalid", [
      { file, pointer: "/tables", expected, found: tables.map((table) => table.name).join(", ") || "no table" },
    ]);
  }
  return new TableSource(folder, layout);
}

/** Opens a table, lets `use` read it, and closes it. @throws as {@link openTable}. */
export function withTable<T>(folder: string, name: string, use: (source: TableSource) => T): T {
  const source = openTable(folder, name);
  try {
    return use(source);
  } finally {
    source.close();
  }
}
