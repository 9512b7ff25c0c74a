/**
 * The labels of imported accounts.
 *
 * A source that marks transfers knows neither roles nor indicators. Every positive is called a *mule*, the one role that
 * says no more than that money went through the account; and its illicit rows are planted evidence of LABELLED_BY_SOURCE,
 * which is in no catalogue, so that no detector can name it. A challenge on such data weighs ranking, budget and, if it
 * likes, evidence: which rows were cited.
 */
import { join } from "node:path";
import type { Batches } from "@vigie/spec";
import { BANK_TABLES } from "@vigie/spec/bank";
import { readTable } from "../../../read/read-table.ts";
import { batchesOf, int32, int64, sameText, TextColumn } from "../../../import/batch-columns.ts";

/** Stands in the labels where an indicator would: the source says that the row is illicit, and not why. */
export const LABELLED_BY_SOURCE = "labelled-by-source";
const ROLE = "mule";
export const batch = batchesOf(BANK_TABLES);

export interface PositiveAccount {
  readonly account: number;
  readonly ring: number;
  readonly typology: string;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Ids of its illicit rows, ascending. */
  readonly evidence: Float64Array;
}

function findings(positives: readonly PositiveAccount[]) {
  const rows = positives.reduce((sum, { evidence }) => sum + evidence.length, 0);
  const account = new Int32Array(rows);
  const evidence = new Float64Array(rows);
  let at = 0;
  for (const positive of positives) {
    account.fill(positive.account, at, at + positive.evidence.length);
    evidence.set(positive.evidence, at);
    at += positive.evidence.length;
  }
  return batch("findings", rows, {
    account: int32(account),
    indicator: sameText(LABELLED_BY_SOURCE, rows),
    evidence: int64(evidence),
    planted: int32(new Int32Array(rows).fill(1)),
  });
}

/** Labels of the accounts `first …`, of which `positives` (in order) belong to rings; `accounts` counts the whole set. */
export function importedLabels(first: number, count: number, positives: readonly PositiveAccount[], accounts: number): Batches {
  const typology = new TextColumn(positives.length);
  const stratum = new TextColumn(count);
  const unit = Int32Array.from({ length: count }, (_, i) => first + i);
  for (let row = 0; row < count; row++) stratum.set(row, "none");
  positives.forEach((positive, row) => {
    typology.set(row, positive.typology);
    // Rings are numbered above all accounts, so that no lawful account shares a unit with one.
    unit[positive.account - first] = accounts + positive.ring;
    stratum.set(positive.account - first, "ring");
  });
  return {
    positives: batch("positives", positives.length, {
      account: int32(Int32Array.from(positives, ({ account }) => account)),
      ring: int32(Int32Array.from(positives, ({ ring }) => ring)),
      role: sameText(ROLE, positives.length),
      typology: typology.values(),
      first_planted: int64(Float64Array.from(positives, ({ firstMs }) => firstMs)),
      last_planted: int64(Float64Array.from(positives, ({ lastMs }) => lastMs)),
    }),
    findings: findings(positives),
    groups: batch("groups", 0, {}),
    units: batch("units", count, {
      account: int32(Int32Array.from({ length: count }, (_, i) => first + i)),
      unit: int32(unit),
      stratum: stratum.values(),
    }),
  };
}

/** Whether a test set's labels came from a source that marks transfers. @throws SpecError where they cannot be read. */
export function isImported(folder: string): boolean {
  const { indicator } = readTable(join(folder, "labels"), "findings", ["indicator"]).columns;
  return indicator.kind === "text" && indicator.words.includes(LABELLED_BY_SOURCE);
}
