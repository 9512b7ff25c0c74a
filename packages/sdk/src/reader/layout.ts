/**
 * `layout.json`: where each column's bytes lie in the Arrow files beside it.
 *
 * The files are ordinary Arrow IPC files (one uncompressed record batch each), which any Arrow library reads.
 * The layout lets an SDK map single columns as they lie, without such a library and without reading the rest.
 */
import * as Type from "@sinclair/typebox";
import type { Static } from "@sinclair/typebox";

/** [offset, length] in bytes from the start of the table's file; offsets are multiples of 8. */
export const Span = Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 0 })]);
export type Span = Static<typeof Span>;

export const ColumnLayout = Type.Object({
  name: Type.String(),
  /** int32, date (days), flag (int8), int64, timestamp (ms UTC, as int64), or text (int32 indices into the dictionary). */
  type: Type.Union([
    Type.Literal("int32"),
    Type.Literal("int64"),
    Type.Literal("date"),
    Type.Literal("timestamp"),
    Type.Literal("text"),
    Type.Literal("flag"),
  ]),
  nullable: Type.Boolean(),
  /** Arrow validity bitmap, least significant bit first; null where no value is missing. */
  validity: Type.Union([Span, Type.Null()]),
  values: Span,
  /** Of text columns: `size` words; `offsets` holds size + 1 int32 positions into `bytes` (UTF-8). */
  dictionary: Type.Union([Type.Object({ size: Type.Integer({ minimum: 0 }), offsets: Span, bytes: Span }), Type.Null()]),
});
export type ColumnLayout = Static<typeof ColumnLayout>;

export const TableLayout = Type.Object({
  name: Type.String(),
  file: Type.String(),
  rows: Type.Integer({ minimum: 0 }),
  columns: Type.Array(ColumnLayout),
});
export type TableLayout = Static<typeof TableLayout>;

export const Layout = Type.Object({ layoutVersion: Type.Literal(1), tables: Type.Array(TableLayout) });
export type Layout = Static<typeof Layout>;

export { LAYOUT_FILE } from "./layout-file.ts";
