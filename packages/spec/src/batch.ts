/**
 * Columns in memory: how `synth` hands a world over, block by block, and how `testset` takes it.
 *
 * A batch holds the rows of some accounts in typed arrays, with a dictionary of its own for text; the writer
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

/** The rows of the accounts `firstAccount … firstAccount + accountCount − 1`, inputs and labels apart. */
export interface WorldBlock {
  readonly firstAccount: number;
  readonly accountCount: number;
  readonly inputs: { readonly accounts: TableBatch; readonly transactions: TableBatch; readonly events: TableBatch };
  readonly labels: {
    readonly positives: TableBatch;
    readonly findings: TableBatch;
    readonly groups: TableBatch;
    readonly units: TableBatch;
  };
}

/** What belongs to no account: written once. */
export interface WorldCommons {
  readonly merchants: TableBatch;
  readonly rings: TableBatch;
}

/** A world that can be generated block by block, in any order and by several workers, to the same rows. */
export interface World {
  readonly accountCount: number;
  readonly blockCount: number;
  commons(): WorldCommons;
  /** Pure: the same index gives the same rows. */
  block(index: number): WorldBlock;
}
