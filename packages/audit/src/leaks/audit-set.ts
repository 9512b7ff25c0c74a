/**
 * A test set as the audit sees it: columns are read when they are asked for and not kept, so that memory is bounded by
 * the few columns under attack; labels stand by.
 */
import { join } from "node:path";
import { INPUT_TABLES, LABEL_TABLES, type ColumnValues, type TableBatch } from "@vigie/spec";
import { readTable } from "@vigie/testset";
import { integersOf, textOf, type TextColumn } from "./columns.ts";

export interface AuditTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly string[];
  /** @throws SpecError or RangeError where there is no such column. */
  column(name: string): ColumnValues;
}

/** What the labels say, one entry a positive in the order of account numbers. */
export interface AuditLabels {
  readonly accounts: Int32Array;
  readonly ring: Int32Array;
  readonly role: TextColumn;
  readonly typology: TextColumn;
  /** Ids of transactions and events that were planted. */
  readonly planted: ReadonlySet<number>;
  /** By account: its look-alike group, −1 for none. */
  readonly group: Int32Array;
  /** By account: what the bootstrap draws together. */
  readonly unit: Int32Array;
}

export interface AuditSet {
  readonly accountCount: number;
  readonly accounts: AuditTable;
  readonly transactions: AuditTable;
  readonly events: AuditTable;
  readonly merchants: AuditTable;
  readonly labels: AuditLabels;
}

/** Where a table's columns come from: a folder on disk, or memory. */
type Reader = (half: "inputs" | "labels", table: string, columns?: readonly string[]) => TableBatch;

function columnOf(batch: TableBatch, table: string, name: string): ColumnValues {
  const column: ColumnValues | undefined = batch.columns[name];
  if (column === undefined)
    throw new RangeError(`${table}: expected a column ${name}, found ${Object.keys(batch.columns).join(", ")}`);
  return column;
}

function tableOf(read: Reader, name: string, columns: readonly string[]): AuditTable {
  const { rows } = read("inputs", name, columns.slice(0, 1));
  return { name, rows, columns, column: (column) => columnOf(read("inputs", name, [column]), name, column) };
}

function plantedIds(findings: TableBatch): Set<number> {
  const evidence = integersOf(columnOf(findings, "findings", "evidence"));
  const planted = integersOf(columnOf(findings, "findings", "planted"));
  const ids = new Set<number>();
  for (let row = 0; row < findings.rows; row++) if (planted[row] === 1) ids.add(evidence[row]);
  return ids;
}

function byAccount(table: TableBatch, name: string, column: string, accountCount: number): Int32Array {
  const of = new Int32Array(accountCount).fill(-1);
  const accounts = integersOf(columnOf(table, name, "account"));
  const values = columnOf(table, name, column);
  const codes = values.kind === "text" ? values.codes : values.values;
  for (let row = 0; row < table.rows; row++) of[accounts[row]] = codes[row];
  return of;
}

function labelsOf(read: Reader, accountCount: number): AuditLabels {
  const positives = read("labels", "positives");
  const of = (column: string): ColumnValues => columnOf(positives, "positives", column);
  const whole = (column: string): Int32Array => Int32Array.from(integersOf(of(column)).subarray(0, positives.rows));
  return {
    accounts: whole("account"),
    ring: whole("ring"),
    role: textOf(of("role")),
    typology: textOf(of("typology")),
    planted: plantedIds(read("labels", "findings")),
    group: byAccount(read("labels", "groups"), "groups", "group", accountCount),
    unit: byAccount(read("labels", "units"), "units", "unit", accountCount),
  };
}

function auditSet(read: Reader, columns: (table: string) => readonly string[]): AuditSet {
  const table = (name: string): AuditTable => tableOf(read, name, columns(name));
  const accounts = table("accounts");
  return {
    accountCount: accounts.rows,
    accounts,
    transactions: table("transactions"),
    events: table("events"),
    merchants: table("merchants"),
    labels: labelsOf(read, accounts.rows),
  };
}

/**
 * Opens a test set on disk.
 * @param folder the test set's folder, which holds `inputs/` and `labels/`.
 * @throws SpecError where layout or file cannot be read.
 */
export function openAuditSet(folder: string): AuditSet {
  const names = new Map([...INPUT_TABLES, ...LABEL_TABLES].map(({ name, columns }) => [name, columns.map((one) => one.name)]));
  return auditSet(
    (half, table, columns) => readTable(join(folder, half), table, columns),
    (table) => names.get(table) ?? [],
  );
}

/** A test set in memory, by table name; columns that the contract does not know are attacked too. */
export function auditSetOf(tables: Readonly<Record<string, TableBatch>>): AuditSet {
  const batch = (table: string): TableBatch => {
    const known: TableBatch | undefined = tables[table];
    if (known === undefined) throw new RangeError(`expected a table ${table}, found ${Object.keys(tables).join(", ")}`);
    return known;
  };
  return auditSet(
    (_half, table) => batch(table),
    (table) => Object.keys(batch(table).columns),
  );
}
