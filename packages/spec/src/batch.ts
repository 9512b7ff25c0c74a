/**
 * Columns in memory: how `synth` hands a world over, block by block, and how `testset` takes it.
 *
 * A batch holds the rows of some subjects in typed arrays, with a dictionary of its own for text; the writer
 * merges dictionaries. Nothing here is an object per row.
 */

/** Integers of 32 bits (`int32`, `date`, `flag`). `valid` is one byte a row, 1 where there is a value; absent: all are there. */
export interface Int32Values {
  readonly kind: "int32";
  readonly values: Int32Array;
  readonly valid?: Uint8Array;
}

/** Integers up to ±2^53 in doubles (`int64`, `timestamp`). */
export interface Int64Values {
  readonly kind: "int64";
  readonly values: Float64Array;
  readonly valid?: Uint8Array;
}

/**
 * Text by code into `words`; −1 is null. No two codes that a batch's rows use stand for one word. A list may be shared by
 * several batches; it may then hold words that a batch does not use, and grow.
 */
export interface TextValues {
  readonly kind: "text";
  readonly codes: Int32Array;
  readonly words: readonly string[];
  /** The same words as numbers, where all of them are short. Who reads these lets `words` be: it is made when it is asked for. */
  readonly keys?: ShortWordKeys;
}

/** Words by their numbers (`short-words.ts`): codes below `shared.length` lie in `shared`, which all batches of the column have; the others follow in `own`. */
export interface ShortWordKeys {
  readonly shared: Float64Array;
  readonly own: Float64Array;
}

export type ColumnValues = Int32Values | Int64Values | TextValues;

/** Some rows of one table, keyed by the column's snake_case name; every column of the table is there. Arrays may be longer than `rows`. */
export interface TableBatch {
  readonly rows: number;
  readonly columns: Readonly<Record<string, ColumnValues>>;
}

/** Tables by name. */
export type Batches = Readonly<Record<string, TableBatch>>;

/** The rows of the subjects `first … first + count − 1`, of inputs and labels: every table of the world that is not common. */
export interface WorldBlock {
  readonly first: number;
  readonly count: number;
  readonly tables: Batches;
}

/** A world that can be generated block by block, in any order and by several workers, to the same rows. */
export interface World {
  readonly subjects: number;
  readonly blockCount: number;
  /** The common tables: what belongs to no subject, written once. */
  commons(): Batches;
  /** Pure: the same index gives the same rows. */
  block(index: number): WorldBlock;
}
