/** What is known of other accounts: looked up in the inputs of a whole set, or told by whoever makes them. */
import { TableReader, type TableBatch } from "@vigie/spec";
import type { Elsewhere } from "./predicate.ts";

/** Token → accounts whose row carries it. */
function holders(table: TableReader, name: string, counts: (row: number) => boolean = () => true): Map<string, Set<number>> {
  const numbers = table.numbers("account");
  const { codes, words } = table.optionalText(name);
  const found = new Map<string, Set<number>>();
  for (let row = 0; row < table.rows; row++) {
    if (codes[row] < 0 || !counts(row)) continue;
    const token = words[codes[row]];
    found.set(token, (found.get(token) ?? new Set<number>()).add(numbers[row]));
  }
  return found;
}

/** Looks things up in the given tables, which must hold all accounts of the set. */
export function elsewhereIn(accounts: TableReader, inTransactions: TableBatch): Elsewhere {
  const transactions = new TableReader(inTransactions, "transactions");
  const phones = holders(accounts, "phone_token");
  const addresses = holders(accounts, "address_token");
  const channel = transactions.text("channel");
  const credit = transactions.text("direction");
  const receivers = holders(
    transactions,
    "counterparty",
    (row) => channel.words[channel.codes[row]] === "wire" && credit.words[credit.codes[row]] === "debit",
  );
  const another = (known: ReadonlyMap<string, ReadonlySet<number>>) => (token: string, account: number) =>
    [...(known.get(token) ?? [])].some((holder) => holder !== account);
  return {
    isAnothersPhone: another(phones),
    isAnothersAddress: another(addresses),
    isSharedReceiver: (token) => (receivers.get(token)?.size ?? 0) > 1,
  };
}
