/** Hashes of everything that identifies an account: each bit, parity, remainders, size. Also the first and last letters of tokens. */
import type { AuditSet } from "../audit-set.ts";
import { textOf } from "../columns.ts";
import type { Bench } from "../chance/bench.ts";
import { tryCodes } from "../chance/try-codes.ts";
import { ranksOf } from "../chance/try-number.ts";
import type { Means } from "../means.ts";
import { HASHES, ones, type HashFunction } from "./hashing.ts";

const REMAINDERS = [3, 5, 7, 11, 13];
/** A column of which fewer than this share of values are distinct holds categories, not identifiers. */
const DISTINCT = 0.2;

interface Identifiers {
  readonly column: string;
  /** By account; null for none. */
  readonly texts: readonly (string | null)[];
  /** Whether members of one ring share values. */
  readonly shared: boolean;
}

function sharedInRings({ labels }: AuditSet, codes: ArrayLike<number>): boolean {
  const met = new Set<string>();
  return labels.accounts.some((account, j) => {
    const key = `${labels.ring[j]} ${codes[account]}`;
    if (codes[account] < 0) return false;
    if (met.has(key)) return true;
    met.add(key);
    return false;
  });
}

function identifiersOf(set: AuditSet): Identifiers[] {
  const numbers = Array.from({ length: set.accountCount }, (_, account) => String(account));
  const own: Identifiers[] = [{ column: "accounts.account", texts: numbers, shared: false }];
  for (const name of set.accounts.columns) {
    const column = set.accounts.column(name);
    if (column.kind !== "text") continue;
    const { codes, words } = textOf(column);
    if (words.length < DISTINCT * set.accountCount) continue;
    const texts = Array.from({ length: set.accountCount }, (_, i) => (codes[i] < 0 ? null : words[codes[i]]));
    own.push({ column: `accounts.${name}`, texts, shared: sharedInRings(set, codes) });
  }
  return own;
}

function tryHash(bench: Bench, { column, texts }: Identifiers, { name, of }: HashFunction): void {
  const words = Int32Array.from(texts, (text) => (text === null ? 0 : of(text)));
  const values = new Float64Array(texts.length);
  const family = "hashes";
  const each = (measure: (word: number) => number): Float64Array => {
    texts.forEach((text, i) => (values[i] = text === null ? 0.5 : measure(words[i])));
    return values;
  };
  for (let bit = 0; bit < 32; bit++) {
    const aspect = () => ({ en: `${name}: bit ${bit}`, fr: `${name} : bit ${bit}` });
    bench.try(
      { family, column, aspect },
      each((word) => (word >>> bit) & 1),
      "share",
    );
  }
  const parity = () => ({ en: `${name}: parity`, fr: `${name} : parité` });
  bench.try(
    { family, column, aspect: parity },
    each((word) => ones(word) & 1),
    "share",
  );
  const size = () => ({ en: `${name}: size`, fr: `${name} : grandeur` });
  bench.try({ family, column, aspect: size }, ranksOf(each((word) => word >>> 0)), "auc");
  for (const divisor of REMAINDERS) {
    const aspect = (rest: number) => ({ en: `${name} mod ${divisor} = ${rest}`, fr: `${name} mod ${divisor} = ${rest}` });
    tryCodes(
      bench,
      { family, column, aspect },
      texts.map((text, i) => (text === null ? -1 : (words[i] >>> 0) % divisor)),
    );
  }
}

function tryLetters(bench: Bench, { column, texts }: Identifiers): void {
  const letters = [
    { at: 0, en: "first letter", fr: "première lettre" },
    { at: 1, en: "second letter", fr: "deuxième lettre" },
    { at: -1, en: "last letter", fr: "dernière lettre" },
  ];
  for (const { at, en, fr } of letters) {
    tryCodes(
      bench,
      {
        family: "ids",
        column,
        aspect: (code) => {
          const letter = String.fromCharCode(code);
          return { en: `${en} ${letter}`, fr: `${fr} ${letter}` };
        },
      },
      texts.map((text) => text?.charCodeAt(at < 0 ? text.length - 1 : at) ?? -1).map((code) => (Number.isNaN(code) ? -1 : code)),
    );
  }
}

export function attackHashes({ set, accounts, rings }: Means): void {
  for (const identifiers of identifiersOf(set)) {
    const bench = identifiers.shared ? rings : accounts;
    tryLetters(bench, identifiers);
    for (const hash of HASHES) tryHash(bench, identifiers, hash);
  }
}
