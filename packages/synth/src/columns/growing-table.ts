/** Columns of one block that grow as rows are appended; each becomes a batch of the contract at the end. */
import type { ColumnValues, TableBatch } from "@vigie/spec";
import { ShortWords } from "./words.ts";

/** The words of a column of text. */
export type Words = readonly string[] | ShortWords;

/** Columns by name, all of one length. */
export class GrowingTable {
  rows = 0;
  #capacity: number;
  readonly #ints = new Map<string, Int32Array>();
  readonly #doubles = new Map<string, Float64Array>();
  readonly #valids = new Map<string, Uint8Array>();
  readonly #words = new Map<string, Words>();

  constructor(capacity: number) {
    this.#capacity = Math.max(16, capacity);
  }

  /** Forgets the rows and keeps the columns, whose arrays then serve for the next rows. */
  clear(): void {
    this.rows = 0;
  }

  /** Makes room for `more` rows. Arrays taken before are no longer the table's when it grows. @returns true when it grew. */
  reserve(more: number): boolean {
    if (this.rows + more <= this.#capacity) return false;
    while (this.rows + more > this.#capacity) this.#capacity *= 2;
    for (const [name, old] of this.#ints) this.#ints.set(name, grown(new Int32Array(this.#capacity), old));
    for (const [name, old] of this.#doubles) this.#doubles.set(name, grown(new Float64Array(this.#capacity), old));
    for (const [name, old] of this.#valids) this.#valids.set(name, grown(new Uint8Array(this.#capacity), old));
    return true;
  }

  /** A column of 32-bit integers, or of codes where `words` are given. */
  int(name: string, words?: Words): Int32Array {
    if (words) this.#words.set(name, words);
    return taken(this.#ints, name, () => new Int32Array(this.#capacity));
  }

  double(name: string): Float64Array {
    return taken(this.#doubles, name, () => new Float64Array(this.#capacity));
  }

  /** Of a nullable column of numbers: 1 where there is a value. */
  valid(name: string): Uint8Array {
    return taken(this.#valids, name, () => new Uint8Array(this.#capacity));
  }

  batch(): TableBatch {
    const columns: Record<string, ColumnValues> = {};
    for (const [name, values] of this.#ints) {
      const words = this.#words.get(name);
      const valid = this.#valids.get(name);
      columns[name] = words ? textOf(values, words) : { kind: "int32", values, ...(valid && { valid }) };
    }
    for (const [name, values] of this.#doubles) {
      const valid = this.#valids.get(name);
      columns[name] = { kind: "int64", values, ...(valid && { valid }) };
    }
    return { rows: this.rows, columns };
  }
}

function textOf(codes: Int32Array, words: Words): ColumnValues {
  return words instanceof ShortWords ? words.column(codes) : { kind: "text", codes, words };
}

function grown<A extends Int32Array | Float64Array | Uint8Array>(into: A, old: A): A {
  into.set(old);
  return into;
}

function taken<A>(columns: Map<string, A>, name: string, make: () => A): A {
  const known = columns.get(name);
  if (known) return known;
  const column = make();
  columns.set(name, column);
  return column;
}
