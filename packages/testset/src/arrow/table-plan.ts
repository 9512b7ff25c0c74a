/**
 * One table as an Arrow IPC file: what lies where, before a byte is written.
 *
 * Theory. Numbers of rows, of missing values and of words fix every offset, so that the columns, which are nearly all of the
 * file, can be written by several threads at once, each at its own place, and the rest by whoever plans.
 */
import type { ColumnLayout, Span, TableLayout } from "@vigie/sdk";
import type { Table } from "@vigie/spec";
import {
  dictionaryBatchMessage,
  footer,
  recordBatchMessage,
  schemaMessage,
  type BufferPlace,
  type MessageBlock,
} from "./metadata.ts";
import { columnValidityBytes, columnValueBytes, type ColumnSource } from "./column-bytes.ts";
import type { SortedWords } from "./sorted-words.ts";

/** Every message and every buffer begins at a multiple of this many bytes, as Arrow recommends for vector instructions. */
const ALIGNMENT = 64;
const MAGIC = Buffer.from("ARROW1");

/** A stretch of the file: some bytes of the planner's, or a column; filled up with zeros to `length`. */
export type Stretch =
  | { readonly kind: "bytes"; readonly at: number; readonly length: number; readonly bytes: () => Iterable<Uint8Array> }
  | { readonly kind: "column"; readonly at: number; readonly length: number; readonly source: ColumnSource };

export interface TablePlan {
  readonly layout: TableLayout;
  /** In the order of the file, without gaps. */
  readonly stretches: readonly Stretch[];
  readonly bytes: number;
}

/** A column with what its file needs: of text, its dictionary. */
export interface PlannedColumn {
  readonly source: ColumnSource;
  readonly words: SortedWords | null;
}

function aligned(bytes: number, alignment = ALIGNMENT): number {
  return Math.ceil(bytes / alignment) * alignment;
}

/** Puts buffers one after the other, each at its own aligned place. */
function place(lengths: readonly number[]): { buffers: BufferPlace[]; bodyLength: number } {
  let bodyLength = 0;
  const buffers = lengths.map((length) => {
    const offset = bodyLength;
    bodyLength += aligned(length);
    return { offset, length };
  });
  return { buffers, bodyLength };
}

class Planner {
  readonly stretches: Stretch[] = [];
  at = 0;

  bytes(length: number, bytes: () => Iterable<Uint8Array>, alignment = ALIGNMENT): void {
    this.#add({ kind: "bytes", at: this.at, length: aligned(this.at + length, alignment) - this.at, bytes });
  }

  column(source: ColumnSource): void {
    const length = aligned(columnValidityBytes(source)) + aligned(columnValueBytes(source));
    this.#add({ kind: "column", at: this.at, length, source });
  }

  #add(stretch: Stretch): void {
    if (stretch.length > 0) this.stretches.push(stretch);
    this.at += stretch.length;
  }

  /** A message's prefix and metadata, padded so that its body begins aligned. */
  message(metadata: Uint8Array, bodyLength: number): MessageBlock {
    const offset = this.at;
    const metadataLength = aligned(offset + 8 + metadata.length) - offset;
    const prefix = new DataView(new ArrayBuffer(8));
    prefix.setUint32(0, 0xffffffff, true);
    prefix.setInt32(4, metadataLength - 8, true);
    this.bytes(metadataLength, () => [new Uint8Array(prefix.buffer), metadata]);
    return { offset, metadataLength, bodyLength };
  }
}

function span(body: number, buffer: BufferPlace): Span {
  return [body + buffer.offset, buffer.length];
}

function planDictionary(planner: Planner, words: SortedWords, id: number) {
  const { count, offsets } = words;
  const { buffers, bodyLength } = place([0, offsets.byteLength, offsets[count]]);
  const shape = { rows: count, nodes: [{ length: count, nullCount: 0 }], buffers, bodyLength };
  const block = planner.message(dictionaryBatchMessage(id, shape), bodyLength);
  const body = planner.at;
  planner.bytes(offsets.byteLength, () => [new Uint8Array(offsets.buffer, offsets.byteOffset, offsets.byteLength)]);
  planner.bytes(offsets[count], words.bytes);
  return { block, layout: { size: count, offsets: span(body, buffers[1]), bytes: span(body, buffers[2]) } };
}

function planRecords(planner: Planner, columns: readonly PlannedColumn[], rows: number) {
  const { buffers, bodyLength } = place(columns.flatMap(({ source }) => [columnValidityBytes(source), columnValueBytes(source)]));
  const nodes = columns.map(({ source }) => ({ length: rows, nullCount: source.missing }));
  const block = planner.message(recordBatchMessage({ rows, nodes, buffers, bodyLength }), bodyLength);
  const body = planner.at;
  for (const { source } of columns) planner.column(source);
  return { block, spans: buffers.map((buffer) => span(body, buffer)) };
}

function planFooter(planner: Planner, metadata: Uint8Array): void {
  const end = new DataView(new ArrayBuffer(12));
  end.setUint32(0, 0xffffffff, true); // end of the stream of messages: this marker and a length of 0
  end.setInt32(8, metadata.length, true);
  const parts = [new Uint8Array(end.buffer, 0, 8), metadata, new Uint8Array(end.buffer, 8, 4), MAGIC];
  planner.bytes(
    parts.reduce((sum, part) => sum + part.length, 0),
    () => parts,
    1,
  );
}

/** Plans a table's file. */
export function planTable(table: Table, columns: readonly PlannedColumn[]): TablePlan {
  const planner = new Planner();
  const rows = columns[0].source.rows;
  planner.bytes(MAGIC.length, () => [MAGIC], 8);
  planner.message(schemaMessage(table), 0);
  const dictionaries = columns.map(({ words }, id) => (words ? planDictionary(planner, words, id) : null));
  const records = planRecords(planner, columns, rows);
  const dictionaryBlocks = dictionaries.flatMap((planned) => (planned ? [planned.block] : []));
  planFooter(planner, footer(table, dictionaryBlocks, [records.block]));
  const columnLayouts: ColumnLayout[] = table.columns.map(({ name, type, nullable }, i) => ({
    name,
    type,
    nullable,
    validity: columns[i].source.missing === 0 ? null : records.spans[2 * i],
    values: records.spans[2 * i + 1],
    dictionary: dictionaries[i]?.layout ?? null,
  }));
  return {
    layout: { name: table.name, file: `${table.name}.arrow`, rows, columns: columnLayouts },
    stretches: planner.stretches,
    bytes: planner.at,
  };
}
