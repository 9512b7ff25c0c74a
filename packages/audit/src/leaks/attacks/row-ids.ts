/** Ids on rows: their size, bits, remainders and hashes. */
import type { BilingualText } from "@vigie/spec";
import { missingOf } from "../columns.ts";
import type { Means, Rows } from "../means.ts";
import { tryRowBits } from "../rows/row-bits.ts";
import { ones, ROW_HASHES } from "./hashing.ts";

const DIVISORS = [3, 5, 7, 10, 11, 13, 97];
const TWO_26 = 67_108_864;

function same(text: string): BilingualText {
  return { en: text, fr: text };
}

function tryIds(rows: Rows, name: string): void {
  const { table } = rows.frame;
  const column = `${table.name}.${name}`;
  const ids = Float64Array.from(table.integers(name));
  const missing = missingOf(table.column(name), table.rows);
  const used = missing?.map((none) => 1 - none) ?? null;
  const there = (row: number): boolean => missing === null || missing[row] === 0;
  const largest = ids.reduce((most, id) => Math.max(most, id), 1);
  const sizes = Float64Array.from(ids, (id, row) => (there(row) ? id / largest : NaN));
  rows.attack.numbers("ids", column, sizes, () => ({ en: "size", fr: "grandeur" }));
  tryRowBits(
    rows,
    { family: "ids", column, count: 26, aspect: (bit) => same(`bit ${bit}`) },
    { words: Int32Array.from(ids, (id) => id % TWO_26), used },
  );
  tryRowBits(
    rows,
    { family: "ids", column, count: 26, aspect: (bit) => same(`bit ${bit + 26}`) },
    { words: Int32Array.from(ids, (id) => Math.floor(id / TWO_26)), used },
  );
  for (const divisor of DIVISORS) {
    const of = Int16Array.from(ids, (id, row) => (there(row) ? id % divisor : -1));
    rows.attack.categories("ids", column, { of, count: divisor, aspect: (rest) => same(`mod ${divisor} = ${rest}`) });
  }
  tryHashes(rows, column, (row) => String(ids[row]), table.rows, used);
}

function tryHashes(rows: Rows, column: string, textAt: (row: number) => string, count: number, used: Uint8Array | null): void {
  for (const { name, of } of ROW_HASHES) {
    const words = new Int32Array(count);
    for (let row = 0; row < count; row++) if (used === null || used[row] === 1) words[row] = of(textAt(row));
    const aspect = (bit: number): BilingualText =>
      bit === 31 ? { en: `${name}: parity`, fr: `${name} : parité` } : { en: `${name}: bit ${bit}`, fr: `${name} : bit ${bit}` };
    for (let row = 0; row < count; row++) words[row] = (words[row] & 0x7fffffff) | ((ones(words[row]) & 1) << 31);
    tryRowBits(rows, { family: "hashes", column, count: 32, aspect }, { words, used });
  }
}

/** Tries every column of opaque integers; of those that members of a cluster may share, one of them speaks for it. */
export function attackRowIds({ owned, oneOfEach: test }: Means): void {
  for (const rows of owned) {
    const { table } = rows.frame;
    for (const { name, type } of table.declared.columns) {
      const { opaque, shared } = table.facts(name);
      if (!opaque || type === "text" || !table.columns.includes(name)) continue;
      tryIds(shared ? { ...rows, test, attack: rows.attack.by(test) } : rows, name);
    }
  }
}
