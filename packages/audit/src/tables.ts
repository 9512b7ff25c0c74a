/** The tables of a test set's inputs, as typed arrays. */
import { join } from "node:path";
import type { TableBatch } from "@vigie/spec";
import { readTable } from "@vigie/testset";

/** What a detector gets: rows stand in file order. */
export interface Tables {
  readonly accounts: TableBatch;
  readonly transactions: TableBatch;
  readonly events: TableBatch;
  readonly merchants: TableBatch;
}

/**
 * Reads all inputs of a test set.
 * @param folder the test set's folder, which holds `inputs/`.
 * @throws SpecError where layout or file cannot be read.
 */
export function openTables(folder: string): Tables {
  const inputs = join(folder, "inputs");
  return {
    accounts: readTable(inputs, "accounts"),
    transactions: readTable(inputs, "transactions"),
    events: readTable(inputs, "events"),
    merchants: readTable(inputs, "merchants"),
  };
}
