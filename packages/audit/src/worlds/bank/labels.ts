/** The labels of a bank's test set: who belongs to which ring, who looks alike, and which rows show which indicator. */
import { TableReader, type TextValues } from "@vigie/spec";
import type { LabelTables } from "../../leaks/audit-labels.ts";

/** An entry for each account of a ring, ascending. */
export interface RingMembers {
  readonly accounts: Int32Array;
  readonly rings: Int32Array;
  readonly role: TextValues;
  readonly typology: TextValues;
}

/** One row that shows an indicator. */
export interface ShownRow {
  readonly indicator: string;
  readonly evidence: number;
  readonly planted: boolean;
}

/** A table of labels. */
export function labelTable(tables: LabelTables, name: string): TableReader {
  return new TableReader(tables.table(name), tables.place(name));
}

export function ringMembers(tables: LabelTables): RingMembers {
  const positives = labelTable(tables, "positives");
  return {
    accounts: Int32Array.from(positives.subjects("account", tables.subjects)),
    rings: Int32Array.from(positives.numbers("ring")),
    role: positives.text("role"),
    typology: positives.text("typology"),
  };
}

/** The members of look-alike groups, one entry each; some belong to a ring. */
export function lookAlikes(tables: LabelTables): { readonly accounts: Int32Array | Float64Array; readonly group: TextValues } {
  const groups = labelTable(tables, "groups");
  return { accounts: groups.subjects("account", tables.subjects), group: groups.text("group") };
}

/** Ids of the rows that were planted. */
export function plantedIds(tables: LabelTables): Set<number> {
  const findings = labelTable(tables, "findings");
  const planted = findings.numbers("planted");
  return new Set(findings.numbers("evidence").filter((_: number, row: number) => planted[row] === 1));
}

/** Calls back for each finding, sorted by account and indicator. */
export function eachFinding(tables: LabelTables, see: (account: number, row: ShownRow) => void): void {
  const findings = labelTable(tables, "findings");
  const accounts = findings.subjects("account", tables.subjects);
  const { codes, words } = findings.text("indicator");
  const evidence = findings.numbers("evidence");
  const planted = findings.numbers("planted");
  accounts.forEach((account: number, row: number) =>
    see(account, { indicator: words[codes[row]], evidence: evidence[row], planted: planted[row] === 1 }),
  );
}
