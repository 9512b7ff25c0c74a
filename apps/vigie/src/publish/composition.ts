/** What a test set is made of, counted in its files. */
import { join } from "node:path";
import type { TableBatch } from "@vigie/spec";
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

function wordsOf(batch: TableBatch, column: string): string[] {
  const values = batch.columns[column];
  if (values.kind !== "text") throw new TypeError(`expected text in ${column}`);
  return Array.from({ length: batch.rows }, (_, row) => values.words[values.codes[row]]);
}

function numbersOf(batch: TableBatch, column: string): number[] {
  const values = batch.columns[column];
  if (values.kind === "text") throw new TypeError(`expected numbers in ${column}`);
  return Array.from(values.values.subarray(0, batch.rows));
}

function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Counts the test set in `folder`. @throws SpecError where a table cannot be read. */
export function compositionOf(folder: string): Composition {
  const labels = join(folder, "labels");
  const rows = tableRows(folder);
  const positives = readTable(labels, "positives");
  const rings = tally(wordsOf(readTable(labels, "rings"), "typology"));
  const members = tally(wordsOf(positives, "typology"));
  const inRing = new Set(numbersOf(positives, "account"));
  const lookAlikes = new Set(numbersOf(readTable(labels, "groups"), "account").filter((account) => !inRing.has(account)));
  const findings = readTable(labels, "findings", ["indicator", "planted"]);
  const indicators = wordsOf(findings, "indicator");
  const planted = numbersOf(findings, "planted");
  const people = wordsOf(readTable(join(folder, "inputs"), "accounts", ["kind"]), "kind").filter((kind) => kind === "personal");
  return {
    accounts: rows["accounts"],
    people: people.length,
    transactions: rows["transactions"],
    events: rows["events"],
    merchants: rows["merchants"],
    rings: rows["rings"],
    inRings: inRing.size,
    lookAlikes: lookAlikes.size,
    planted: new Set(indicators.filter((_, row) => planted[row] === 1)).size,
    shown: new Set(indicators).size,
    typologies: [...rings].map(([id, count]) => ({ id, rings: count, accounts: members.get(id) ?? 0 })),
    roles: [...tally(wordsOf(positives, "role"))].map(([id, accounts]) => ({ id, accounts })),
  };
}
