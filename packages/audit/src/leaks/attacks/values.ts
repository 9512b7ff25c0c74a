/**
 * Values and words that ring accounts use more than others: cities, institutions, channels, shops, and words in messages,
 * notes, names and handles.
 *
 * Theory. A value's users are compared with how many ring accounts there would be among as many accounts of as many rows.
 * Members of one ring count once, so that a word or a city that a ring shares is one coincidence and not five.
 */
import type { BilingualText } from "@vigie/spec";
import type { AuditTable } from "../audit-set.ts";
import { codesOf, integersOf, type TextColumn } from "../columns.ts";
import type { Counts } from "../chance/counts.ts";
import { tryCodes } from "../chance/try-codes.ts";
import type { FamilyId } from "../families.ts";
import type { Means } from "../means.ts";

const FEWEST_USERS = 8;
const MOST_VALUES = 100;
const WORDY = new Set(["memo", "note", "counterparty_name", "handle", "occupation", "business_type"]);

/** Accounts by key, each once, of rows that are sorted by account. */
function usersByKey(
  accountOf: ArrayLike<number> | null,
  { codes }: TextColumn,
  keysOf: (code: number) => readonly number[],
): Map<number, number[]> {
  const users = new Map<number, number[]>();
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] < 0) continue;
    const account = accountOf === null ? row : accountOf[row];
    for (const key of keysOf(codes[row])) {
      const own = users.get(key);
      if (!own) users.set(key, [account]);
      else if (own[own.length - 1] !== account) own.push(account);
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
  counts: Counts,
  family: FamilyId,
  column: string,
  users: ReadonlyMap<number, readonly number[]>,
  aspect: (key: number) => BilingualText,
): void {
  for (const [key, accounts] of users) {
    if (accounts.length >= FEWEST_USERS) counts.tryUsers({ family, column, aspect: () => aspect(key) }, accounts);
  }
}

function tryTable(counts: Counts, table: AuditTable, accountOf: ArrayLike<number> | null): void {
  for (const name of table.columns) {
    const values = table.column(name);
    const column = `${table.name}.${name}`;
    if (name === "account" || (values.kind === "int64" && name !== "amount_cents")) continue;
    const coded = codesOf(values, table.rows);
    const value = (code: number): BilingualText => ({ en: `= ${coded.words[code]}`, fr: `= ${coded.words[code]}` });
    tryUsers(
      counts,
      "shares",
      column,
      usersByKey(accountOf, coded, (code) => [code]),
      value,
    );
    if (!WORDY.has(name)) continue;
    const { names, of } = wordsOf(coded.words);
    const word = (key: number): BilingualText => ({ en: `word “${names[key]}”`, fr: `mot « ${names[key]} »` });
    tryUsers(
      counts,
      "words",
      column,
      usersByKey(accountOf, coded, (code) => of[code]),
      word,
    );
  }
}

/** Columns that members of a ring may share because they live together: one member speaks for the ring. */
const SHARED_HOMES = new Set(["home_city", "home_province"]);

/** Values of accounts that have few, by role and typology too. */
function tryAccounts({ set, accounts, rings }: Means): void {
  for (const name of set.accounts.columns) {
    const { codes, words } = codesOf(set.accounts.column(name), set.accountCount);
    if (words.length > MOST_VALUES) continue;
    const aspect = (code: number): BilingualText => ({ en: `= ${words[code]}`, fr: `= ${words[code]}` });
    tryCodes(SHARED_HOMES.has(name) ? rings : accounts, { family: "shares", column: `accounts.${name}`, aspect }, codes);
  }
}

export function attackValues(means: Means): void {
  const { set, counts } = means;
  tryAccounts(means);
  tryTable(counts, set.accounts, null);
  for (const table of [set.transactions, set.events]) tryTable(counts, table, integersOf(table.column("account")));
}
