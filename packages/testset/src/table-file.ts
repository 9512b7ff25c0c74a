/** Writes gathered columns as one Arrow IPC file, and says where each buffer went. */
import type { ColumnLayout, Span, TableLayout } from "@vigie/sdk";
import type { Table } from "@vigie/spec";
import {
  dictionaryBatchMessage,
  footer,
  recordBatchMessage,
  schemaMessage,
  type BufferPlace,
  type MessageBlock,
} from "./arrow-metadata.ts";
import type { ColumnSpool } from "./column-spool.ts";
import { wordBytes, wordOffsets } from "./dictionary.ts";
import { HashedFile, type FileDigest } from "./hashed-file.ts";

/** Every message and every buffer begins at a multiple of this many bytes, as Arrow recommends for vector instructions. */
const ALIGNMENT = 64;
const MAGIC = Buffer.from("ARROW1");

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
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

/** Writes a message's prefix and metadata, padded so that its body begins aligned. */
function writeMessage(file: HashedFile, metadata: Uint8Array, bodyLength: number): MessageBlock {
  const offset = file.position;
  const metadataLength = aligned(offset + 8 + metadata.length) - offset;
  const prefix = new DataView(new ArrayBuffer(8));
  prefix.setUint32(0, 0xffffffff, true);
  prefix.setInt32(4, metadataLength - 8, true);
  file.write(new Uint8Array(prefix.buffer));
  file.write(metadata);
  file.align(ALIGNMENT);
  return { offset, metadataLength, bodyLength };
}

interface WrittenDictionary {
  readonly block: MessageBlock;
  readonly layout: NonNullable<ColumnLayout["dictionary"]>;
}

function writeDictionary(file: HashedFile, words: readonly string[], id: number): WrittenDictionary {
  const offsets = wordOffsets(words);
  const { buffers, bodyLength } = place([0, offsets.byteLength, offsets[words.length]]);
  const shape = { rows: words.length, nodes: [{ length: words.length, nullCount: 0 }], buffers, bodyLength };
  const block = writeMessage(file, dictionaryBatchMessage(id, shape), bodyLength);
  const body = file.position;
  file.write(new Uint8Array(offsets.buffer));
  file.align(ALIGNMENT);
  for (const bytes of wordBytes(words)) file.write(bytes);
  file.align(ALIGNMENT);
  return {
    block,
    layout: { size: words.length, offsets: span(body, buffers[1]), bytes: span(body, buffers[2]) },
  };
}

function span(body: number, buffer: BufferPlace): Span {
  return [body + buffer.offset, buffer.length];
}

function writeRecords(file: HashedFile, columns: readonly ColumnSpool[], rows: number) {
  const { buffers, bodyLength } = place(columns.flatMap((column) => [column.validityBitmap()?.length ?? 0, column.valueBytes]));
  const nodes = columns.map(({ nullCount }) => ({ length: rows, nullCount }));
  const block = writeMessage(file, recordBatchMessage({ rows, nodes, buffers, bodyLength }), bodyLength);
  const body = file.position;
  for (const column of columns) {
    const bitmap = column.validityBitmap();
    if (bitmap) file.write(bitmap);
    file.align(ALIGNMENT);
    for (const piece of column.values()) file.write(piece);
    file.align(ALIGNMENT);
  }
  return { block, spans: buffers.map((buffer) => span(body, buffer)) };
}

function writeFooter(file: HashedFile, metadata: Uint8Array): void {
  const end = new DataView(new ArrayBuffer(12));
  end.setUint32(0, 0xffffffff, true); // end of the stream of messages: this marker and a length of 0
  file.write(new Uint8Array(end.buffer, 0, 8));
  file.write(metadata);
  end.setInt32(8, metadata.length, true);
  file.write(new Uint8Array(end.buffer, 8, 4));
  file.write(MAGIC);
}

function writeParts(file: HashedFile, table: Table, columns: readonly ColumnSpool[], rows: number): ColumnLayout[] {
  file.write(MAGIC);
  file.align(8);
  writeMessage(file, schemaMessage(table), 0);
  const dictionaries = columns.map((column, id) =>
    column.column.type === "text" ? writeDictionary(file, column.words(), id) : null,
  );
  const records = writeRecords(file, columns, rows);
  const dictionaryBlocks = dictionaries.flatMap((written) => (written ? [written.block] : []));
  writeFooter(file, footer(table, dictionaryBlocks, [records.block]));
  return columns.map(({ column, nullCount }, i) => ({
    name: column.name,
    type: column.type,
    nullable: column.nullable,
    validity: nullCount === 0 ? null : records.spans[2 * i],
    values: records.spans[2 * i + 1],
    dictionary: dictionaries[i]?.layout ?? null,
  }));
}

/** Writes one table. @throws what the file system throws; the file is then incomplete. */
export function writeTableFile(
  path: string,
  mode: number,
  table: Table,
  columns: readonly ColumnSpool[],
): { layout: TableLayout; digest: FileDigest } {
  const rows = columns[0].rows;
  const file = new HashedFile(path, mode);
  try {
    const columnLayouts = writeParts(file, table, columns, rows);
    return { layout: { name: table.name, file: `${table.name}.arrow`, rows, columns: columnLayouts }, digest: file.close() };
  } catch (cause) {
    file.abandon();
    throw cause;
  }
}
