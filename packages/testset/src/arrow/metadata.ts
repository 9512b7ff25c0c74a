/**
 * The metadata of an Arrow IPC file, by the field numbers of Arrow's own schemas.
 *
 * Theory. An Arrow file is: the magic, messages, a footer, the footer's length, the magic. A message is eight bytes
 * (0xFFFFFFFF, the metadata's length), the metadata as a FlatBuffer, then a body of raw buffers whose places the metadata
 * gives, counted from the body's start. We write a schema, one dictionary batch for each text column, and one record batch.
 * A FlatBuffer is built from its leaves up: strings and vectors before the table that points to them, vectors of structs
 * backwards. The numbers below are slots of Schema.fbs, Message.fbs and File.fbs (Arrow 1.x, metadata version V5):
 * https://github.com/apache/arrow/tree/main/format. Defaults are left out, as the format allows.
 */
import type { Column, ColumnType, Table } from "@vigie/spec";
import { Builder, type Offset } from "flatbuffers";

const V5 = 4;
const HEADER = { schema: 1, dictionaryBatch: 2, recordBatch: 3 } as const;
const TYPE = { int: 2, utf8: 5, date: 8, timestamp: 10 } as const;
const MILLISECOND = 1;

/** A buffer's place, counted from the start of its message's body, and its length; both in bytes. */
export interface BufferPlace {
  readonly offset: number;
  readonly length: number;
}

/** A column as a record batch describes it: how many values, how many of them null. */
export interface FieldNode {
  readonly length: number;
  readonly nullCount: number;
}

/** What a record batch, or the batch inside a dictionary batch, says of its body. */
export interface BatchShape {
  readonly rows: number;
  readonly nodes: readonly FieldNode[];
  readonly buffers: readonly BufferPlace[];
  readonly bodyLength: number;
}

/** Where a message lies in the file; `metadataLength` counts its eight bytes of prefix, and its padding. */
export interface MessageBlock {
  readonly offset: number;
  readonly metadataLength: number;
  readonly bodyLength: number;
}

function int(builder: Builder, bits: number): Offset {
  builder.startObject(2);
  builder.addFieldInt32(0, bits, 0);
  builder.addFieldInt8(1, 1, 0); // signed
  return builder.endObject();
}

function empty(builder: Builder): Offset {
  builder.startObject(0);
  return builder.endObject();
}

function dateInDays(builder: Builder): Offset {
  builder.startObject(1);
  builder.addFieldInt16(0, 0, MILLISECOND);
  return builder.endObject();
}

function timestamp(builder: Builder): Offset {
  const zone = builder.createString("UTC");
  builder.startObject(2);
  builder.addFieldInt16(0, MILLISECOND, 0);
  builder.addFieldOffset(1, zone, 0);
  return builder.endObject();
}

const ARROW_TYPES: Readonly<Record<ColumnType, readonly [number, (builder: Builder) => Offset]>> = {
  int32: [TYPE.int, (builder) => int(builder, 32)],
  int64: [TYPE.int, (builder) => int(builder, 64)],
  flag: [TYPE.int, (builder) => int(builder, 8)],
  date: [TYPE.date, dateInDays],
  timestamp: [TYPE.timestamp, timestamp],
  text: [TYPE.utf8, empty],
};

function dictionaryEncoding(builder: Builder, id: number): Offset {
  const index = int(builder, 32);
  builder.startObject(4);
  builder.addFieldInt64(0, BigInt(id), null); // written even when 0: some readers tell a dictionary by its id
  builder.addFieldOffset(1, index, 0);
  return builder.endObject();
}

function vectorOfOffsets(builder: Builder, offsets: readonly Offset[]): Offset {
  builder.startVector(4, offsets.length, 4);
  for (let i = offsets.length - 1; i >= 0; i--) builder.addOffset(offsets[i]);
  return builder.endVector();
}

function field(builder: Builder, column: Column, index: number): Offset {
  const name = builder.createString(column.name);
  const [typeId, typeOf] = ARROW_TYPES[column.type];
  const type = typeOf(builder);
  const dictionary = column.type === "text" ? dictionaryEncoding(builder, index) : 0;
  const children = vectorOfOffsets(builder, []);
  builder.startObject(7);
  builder.addFieldOffset(0, name, 0);
  builder.addFieldInt8(1, column.nullable ? 1 : 0, 0);
  builder.addFieldInt8(2, typeId, 0);
  builder.addFieldOffset(3, type, 0);
  builder.addFieldOffset(4, dictionary, 0);
  builder.addFieldOffset(5, children, 0);
  return builder.endObject();
}

function schema(builder: Builder, table: Table): Offset {
  const fields = vectorOfOffsets(
    builder,
    table.columns.map((column, index) => field(builder, column, index)),
  );
  builder.startObject(4);
  builder.addFieldOffset(1, fields, 0);
  return builder.endObject();
}

function recordBatch(builder: Builder, shape: BatchShape): Offset {
  builder.startVector(16, shape.buffers.length, 8);
  for (const { offset, length } of shape.buffers.toReversed()) pairOfInt64(builder, offset, length);
  const buffers = builder.endVector();
  builder.startVector(16, shape.nodes.length, 8);
  for (const { length, nullCount } of shape.nodes.toReversed()) pairOfInt64(builder, length, nullCount);
  const nodes = builder.endVector();
  builder.startObject(4);
  builder.addFieldInt64(0, BigInt(shape.rows), 0n);
  builder.addFieldOffset(1, nodes, 0);
  builder.addFieldOffset(2, buffers, 0);
  return builder.endObject();
}

function pairOfInt64(builder: Builder, first: number, second: number): void {
  builder.prep(8, 16);
  builder.writeInt64(BigInt(second));
  builder.writeInt64(BigInt(first));
}

function message(builder: Builder, headerType: number, header: Offset, bodyLength: number): Uint8Array {
  builder.startObject(5);
  builder.addFieldInt16(0, V5, 0);
  builder.addFieldInt8(1, headerType, 0);
  builder.addFieldOffset(2, header, 0);
  builder.addFieldInt64(3, BigInt(bodyLength), 0n);
  builder.finish(builder.endObject());
  return builder.asUint8Array();
}

/** The metadata of the schema message. A text column's dictionary has the column's number as its id. */
export function schemaMessage(table: Table): Uint8Array {
  const builder = new Builder(4096);
  return message(builder, HEADER.schema, schema(builder, table), 0);
}

/** The metadata of the one record batch. */
export function recordBatchMessage(shape: BatchShape): Uint8Array {
  const builder = new Builder(4096);
  return message(builder, HEADER.recordBatch, recordBatch(builder, shape), shape.bodyLength);
}

/** The metadata of the dictionary of column number `id`. */
export function dictionaryBatchMessage(id: number, shape: BatchShape): Uint8Array {
  const builder = new Builder(512);
  const data = recordBatch(builder, shape);
  builder.startObject(3);
  builder.addFieldInt64(0, BigInt(id), null);
  builder.addFieldOffset(1, data, 0);
  return message(builder, HEADER.dictionaryBatch, builder.endObject(), shape.bodyLength);
}

function blocks(builder: Builder, places: readonly MessageBlock[]): Offset {
  builder.startVector(24, places.length, 8);
  for (const place of places.toReversed()) {
    builder.prep(8, 24);
    builder.writeInt64(BigInt(place.bodyLength));
    builder.pad(4);
    builder.writeInt32(place.metadataLength);
    builder.writeInt64(BigInt(place.offset));
  }
  return builder.endVector();
}

/** The footer: the schema again, and where each batch lies. */
export function footer(table: Table, dictionaries: readonly MessageBlock[], batches: readonly MessageBlock[]): Uint8Array {
  const builder = new Builder(4096);
  const batchBlocks = blocks(builder, batches);
  const dictionaryBlocks = blocks(builder, dictionaries);
  const fields = schema(builder, table);
  builder.startObject(5);
  builder.addFieldInt16(0, V5, 0);
  builder.addFieldOffset(1, fields, 0);
  builder.addFieldOffset(2, dictionaryBlocks, 0);
  builder.addFieldOffset(3, batchBlocks, 0);
  builder.finish(builder.endObject());
  return builder.asUint8Array();
}
