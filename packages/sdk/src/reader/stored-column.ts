/**
 * One column as it lies in the file.
 *
 * Invariants: nothing is read before it is asked for, and then either one window or the whole column, once; values are
 * views of the bytes that were read. Bit i of the validity bitmap (least significant first) is 1 where row i has a value.
 */
import { SdkError } from "../sdk-error.ts";
import type { ByteSource } from "./byte-source.ts";
import type { ColumnLayout, Span } from "./layout.ts";

export interface StoredColumn {
  readonly source: ByteSource;
  readonly layout: ColumnLayout;
  readonly table: string;
  readonly rows: number;
}

function need(column: StoredColumn, what: string, span: Span, bytes: number): void {
  if (span[1] >= bytes) return;
  const where = `layout.json, ${column.table}.${column.layout.name}`;
  throw new SdkError("bad-layout", {
    en: `${where}: expected ${bytes} bytes of ${what} or more, found ${span[1]}; generate or copy the data again`,
    fr: `${where}\u00a0: au moins ${bytes} octets attendus (${what}), ${span[1]} trouvés; générez ou copiez les données de nouveau`,
  });
}

/** The 32-bit words of rows from … to − 1, `wordsPerRow` a row. */
export function readWords(column: StoredColumn, wordsPerRow: 1 | 2, from: number, to: number): Int32Array {
  const width = 4 * wordsPerRow;
  const { values } = column.layout;
  need(column, "values", values, width * column.rows);
  const first = from * width;
  const aligned = first - (first % 8);
  const bytes = column.source.read(values[0] + aligned, to * width - aligned);
  return new Int32Array(bytes.buffer, bytes.byteOffset + (first - aligned), (to - from) * wordsPerRow);
}

/** The first bytes of a span. */
export function readBytes(column: StoredColumn, what: string, span: Span, bytes: number): Uint8Array {
  need(column, what, span, bytes);
  return column.source.read(span[0], bytes);
}

/** The bytes that hold the validity bits of all rows, or null where nothing is missing. */
export function readValidity(column: StoredColumn): Uint8Array | null {
  const { validity } = column.layout;
  return validity === null ? null : readBytes(column, "validity", validity, Math.ceil(column.rows / 8));
}

/** A dictionary's offsets (size + 1 of them) and its UTF-8 bytes. */
export function readDictionary(column: StoredColumn): { readonly offsets: Int32Array; readonly bytes: Uint8Array } {
  const { dictionary } = column.layout;
  if (dictionary === null || dictionary.size === 0) return { offsets: new Int32Array(1), bytes: new Uint8Array(0) };
  const raw = readBytes(column, "dictionary offsets", dictionary.offsets, 4 * (dictionary.size + 1));
  return {
    offsets: new Int32Array(raw.buffer, raw.byteOffset, dictionary.size + 1),
    bytes: column.source.read(dictionary.bytes[0], dictionary.bytes[1]),
  };
}

/** The window [from, to) held against the column's rows. @throws RangeError */
export function checkWindow(column: StoredColumn, from: number, to: number): void {
  if (Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= column.rows) return;
  throw new RangeError(
    `${column.table}.${column.layout.name}: expected rows within 0 and ${column.rows}, found ${from} to ${to}`,
  );
}

/** True where bit `row` is 1, or where there is no bitmap. */
export function isThere(validity: Uint8Array | null, row: number): boolean {
  return validity === null || ((validity[row >> 3] >> (row & 7)) & 1) === 1;
}
