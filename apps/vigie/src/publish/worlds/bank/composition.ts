/** What a test set is made of, counted in its files. */
import { join } from "node:path";
import { readBankTruth } from "@vigie/audit/bank";
import { TableReader } from "@vigie/spec";
import { readTable, tableRows } from "@vigie/testset";

interface Counted {
  readonly id: string;
  readonly accounts: number;
}

export interface Composition {
  readonly accounts: number;
  readonly people: number;
  readonly transactions: number;
  readonly events: number;
  readonly merchants: number;
  readonly rings: number;
  readonly inRings: number;
  readonly lookAlikes: number;
  /** Indicators that are planted somewhere, and that are true of some account. */
  readonly planted: number;
  readonly shown: number;
  readonly typologies: readonly (Counted & { readonly rings: number })[];
  readonly roles: readonly Counted[];
}

function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function words(folder: string, half: "inputs" | "labels", table: string, column: string): string[] {
  return new TableReader(readTable(join(folder, half), table, [column]), table).wordsOf(column);
}

/** Counts the test set in `folder`. @throws SpecError where a table cannot be read. */
export function compositionOf(folder: string): Composition {
  const { accounts, transactions, events, merchants, rings } = tableRows(folder);
  const { members, counts, eachFinding } = readBankTruth(folder);
  const membersOf = tally(members.map(({ typology }) => typology));
  const [planted, shown] = [new Set<string>(), new Set<string>()];
  eachFinding((_, row) => {
    shown.add(row.indicator);
    if (row.planted) planted.add(row.indicator);
  });
  return {
    accounts,
    people: words(folder, "inputs", "accounts", "kind").filter((kind) => kind === "personal").length,
    transactions,
    events,
    merchants,
    rings,
    inRings: members.length,
    lookAlikes: counts.lookAlikes,
    planted: planted.size,
    shown: shown.size,
    typologies: [...tally(words(folder, "labels", "rings", "typology"))].map(([id, count]) => ({
      id,
      rings: count,
      accounts: membersOf.get(id) ?? 0,
    })),
    roles: [...tally(members.map(({ role }) => role))].map(([id, count]) => ({ id, accounts: count })),
  };
}
