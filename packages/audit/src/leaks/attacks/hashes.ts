/** Hashes of everything that identifies a subject: each bit, parity, remainders, size. Also the first and last letters of tokens. */
import type { AuditLabels } from "../audit-labels.ts";
import type { Listing } from "../audit-set.ts";
import type { Test } from "../chance/permutation-test.ts";
import { tryCodes } from "../chance/try-codes.ts";
import { ranksOf } from "../chance/try-number.ts";
import { onListing, type Means } from "../means.ts";
import { HASHES, ones, type HashFunction } from "./hashing.ts";

const REMAINDERS = [3, 5, 7, 11, 13];
/** A column of which fewer than this share of values are distinct holds categories, not identifiers. */
const DISTINCT = 0.2;

interface Identifiers {
  readonly column: string;
  /** By row of a listing; null for none. */
  readonly texts: readonly (string | null)[];
  /** Whether members of one cluster share values. */
  readonly shared: boolean;
}

function sharedInClusters({ positives, cluster }: AuditLabels, listing: Listing, codes: Int32Array): boolean {
  const codeOf = new Map(Array.from(listing.subjects, (subject, row) => [subject, codes[row]]));
  const met = new Set<string>();
  return Array.from(positives).some((subject, j) => {
    const code = codeOf.get(subject) ?? -1;
    const key = `${cluster[j]} ${code}`;
    if (code < 0) return false;
    if (met.has(key)) return true;
    met.add(key);
    return false;
  });
}

function identifiersOf(labels: AuditLabels, listing: Listing): Identifiers[] {
  const { name: table, rows } = listing;
  const own: Identifiers[] = [{ column: `${table}.${listing.key}`, texts: Array.from(listing.subjects, String), shared: false }];
  for (const name of listing.columns) {
    const column = listing.column(name);
    if (column.kind !== "text" || column.words.length < DISTINCT * rows) continue;
    const { words } = column;
    const codes = column.codes.subarray(0, rows);
    const texts = Array.from(codes, (code) => (code < 0 ? null : words[code]));
    own.push({ column: `${table}.${name}`, texts, shared: sharedInClusters(labels, listing, codes) });
  }
  return own;
}

function tryHash(test: Test, { column, texts }: Identifiers, { name, of }: HashFunction): void {
  const words = Int32Array.from(texts, (text) => (text === null ? 0 : of(text)));
  const values = new Float64Array(texts.length);
  const family = "hashes";
  const each = (measure: (word: number) => number): Float64Array => {
    texts.forEach((text, i) => (values[i] = text === null ? 0.5 : measure(words[i])));
    return values;
  };
  for (let bit = 0; bit < 32; bit++) {
    const aspect = () => ({ en: `${name}: bit ${bit}`, fr: `${name} : bit ${bit}` });
    test.try(
      { family, column, aspect },
      each((word) => (word >>> bit) & 1),
      "share",
    );
  }
  const parity = () => ({ en: `${name}: parity`, fr: `${name} : parité` });
  test.try(
    { family, column, aspect: parity },
    each((word) => ones(word) & 1),
    "share",
  );
  const size = () => ({ en: `${name}: size`, fr: `${name} : grandeur` });
  test.try({ family, column, aspect: size }, ranksOf(each((word) => word >>> 0)), "auc");
  for (const divisor of REMAINDERS) {
    const aspect = (rest: number) => ({ en: `${name} mod ${divisor} = ${rest}`, fr: `${name} mod ${divisor} = ${rest}` });
    tryCodes(
      test,
      { family, column, aspect },
      texts.map((text, i) => (text === null ? -1 : (words[i] >>> 0) % divisor)),
    );
  }
}

function tryLetters(test: Test, { column, texts }: Identifiers): void {
  const letters = [
    { at: 0, en: "first letter", fr: "première lettre" },
    { at: 1, en: "second letter", fr: "deuxième lettre" },
    { at: -1, en: "last letter", fr: "dernière lettre" },
  ];
  for (const { at, en, fr } of letters) {
    tryCodes(
      test,
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

export function attackHashes({ set, byKind, oneOfEach }: Means): void {
  for (const listing of set.listings) {
    for (const identifiers of identifiersOf(set.labels, listing)) {
      const test = onListing(identifiers.shared ? oneOfEach : byKind, set, listing);
      tryLetters(test, identifiers);
      for (const hash of HASHES) tryHash(test, identifiers, hash);
    }
  }
}
