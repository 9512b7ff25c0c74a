/**
 * Values and words that positives use more than others: cities, channels, shops, and words in messages, notes, names and
 * handles.
 *
 * Theory. A value's users are compared with how many positives there would be among as many subjects of as many rows.
 * Members of one cluster count once, so that a word or a city that a cluster shares is one coincidence and not five.
 */
import type { BilingualText } from "@vigie/spec";
import type { AuditTable } from "../audit-set.ts";
import { codesOf, type TextColumn } from "../columns.ts";
import type { CountTest } from "../chance/count-test.ts";
import { tryCodes } from "../chance/try-codes.ts";
import type { Feature } from "../feature.ts";
import { onListing, type Means } from "../means.ts";

const FEWEST_USERS = 8;
const MOST_VALUES = 100;

/** Subjects by key, each once, of rows that are sorted by subject. */
function usersByKey(
  subjectOf: ArrayLike<number>,
  { codes }: TextColumn,
  keysOf: (code: number) => readonly number[],
): Map<number, number[]> {
  const users = new Map<number, number[]>();
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] < 0) continue;
    const subject = subjectOf[row];
    for (const key of keysOf(codes[row])) {
      const own = users.get(key);
      if (!own) users.set(key, [subject]);
      else if (own[own.length - 1] !== subject) own.push(subject);
    }
  }
  return users;
}

/** The words of each text, as numbers into `names`. */
function wordsOf(words: readonly string[]): { readonly names: string[]; readonly of: readonly (readonly number[])[] } {
  const known = new Map<string, number>();
  const names: string[] = [];
  const of = words.map((text) =>
    [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [])].map((word) => {
      const number = known.get(word) ?? names.length;
      if (number === names.length) {
        known.set(word, number);
        names.push(word);
      }
      return number;
    }),
  );
  return { names, of };
}

function tryUsers(
  counts: CountTest,
  feature: Pick<Feature, "family" | "column">,
  users: ReadonlyMap<number, readonly number[]>,
  aspect: (key: number) => BilingualText,
): void {
  for (const [key, subjects] of users) {
    if (subjects.length >= FEWEST_USERS) counts.tryUsers({ ...feature, aspect: () => aspect(key) }, subjects);
  }
}

/** @param owner the column that says whose row it is. */
function tryTable(counts: CountTest, table: AuditTable, owner: string): void {
  const subjectOf = table.integers(owner);
  for (const name of table.columns) {
    const values = table.column(name);
    const facts = table.facts(name);
    if (name === owner || (values.kind === "int64" && !facts.values)) continue;
    const column = `${table.name}.${name}`;
    const coded = codesOf(values, table.rows);
    const value = (code: number): BilingualText => ({ en: `= ${coded.words[code]}`, fr: `= ${coded.words[code]}` });
    const users = usersByKey(subjectOf, coded, (code) => [code]);
    tryUsers(counts, { family: "shares", column }, users, value);
    if (!facts.wordy) continue;
    const { names, of } = wordsOf(coded.words);
    const word = (key: number): BilingualText => ({ en: `word “${names[key]}”`, fr: `mot « ${names[key]} »` });
    const usersOfWords = usersByKey(subjectOf, coded, (code) => of[code]);
    tryUsers(counts, { family: "words", column }, usersOfWords, word);
  }
}

/** Values of listings that have few, by trait too; of those that members of a cluster may share, one speaks for it. */
function tryListings({ set, byKind, oneOfEach }: Means): void {
  for (const listing of set.listings) {
    for (const name of listing.columns) {
      const { codes, words } = codesOf(listing.column(name), listing.rows);
      if (words.length > MOST_VALUES) continue;
      const aspect = (code: number): BilingualText => ({ en: `= ${words[code]}`, fr: `= ${words[code]}` });
      const test = onListing(listing.facts(name).shared ? oneOfEach : byKind, set, listing);
      tryCodes(test, { family: "shares", column: `${listing.name}.${name}`, aspect }, codes);
    }
  }
}

export function attackValues(means: Means): void {
  const { set, counts } = means;
  tryListings(means);
  for (const listing of set.listings) tryTable(counts, listing, listing.key);
  for (const table of set.owned) tryTable(counts, table, table.owner);
}
