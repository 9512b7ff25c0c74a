/** The labels of a test set, as scoring takes them; labels that contradict themselves are refused by file and row. */
import { join } from "node:path";
import { isRole, type Role } from "@vigie/sdk";
import { SpecError, type ColumnValues, type Labels, type Positive, type TableBatch } from "@vigie/spec";
import { readTable } from "./read-table.ts";

/** A table of labels that knows where it lies, for its refusals. */
class LabelTable {
  readonly rows: number;
  readonly #file: string;
  readonly #columns: TableBatch["columns"];

  constructor(folder: string, name: string) {
    const { rows, columns } = readTable(folder, name);
    this.rows = rows;
    this.#columns = columns;
    this.#file = join(folder, `${name}.arrow`);
  }

  refuse(column: string, row: number | null, expected: string, found: string | number): never {
    const pointer = row === null ? "" : `/${column}/${row}`;
    throw new SpecError("bad-labels", [{ file: this.#file, pointer, expected, found: String(found) }]);
  }

  numbers(column: string): Int32Array | Float64Array {
    const values: ColumnValues | undefined = this.#columns[column];
    if (values === undefined || values.kind === "text") this.refuse(column, null, `numbers in ${column}`, values?.kind ?? "none");
    if (values.valid) this.refuse(column, values.valid.indexOf(0), "a value", "none");
    return values.values;
  }

  text(column: string): { codes: Int32Array; words: readonly string[] } {
    const values: ColumnValues | undefined = this.#columns[column];
    if (values?.kind !== "text") this.refuse(column, null, `text in ${column}`, values?.kind ?? "none");
    const missing = values.codes.indexOf(-1);
    if (missing >= 0) this.refuse(column, missing, "a value", "none");
    return values;
  }

  /** The accounts of all rows, each of which must be one of the `accountCount`. */
  accounts(accountCount: number): Int32Array | Float64Array {
    const accounts = this.numbers("account");
    const wrong = accounts.findIndex((account) => account < 0 || account >= accountCount);
    if (wrong >= 0) this.refuse("account", wrong, `an account from 0 to ${accountCount - 1}`, accounts[wrong]);
    return accounts;
  }
}

interface Planting {
  readonly ring: number;
  readonly role: Role;
  readonly planted: Map<string, Set<number>>;
  readonly met: Set<string>;
}

/** Units are numbered here in the order of their first accounts; in the file, any number will do that tells them apart. */
function loadUnits(table: LabelTable): Labels["units"] {
  const accounts = table.accounts(table.rows);
  const units = table.numbers("unit");
  const strata = table.text("stratum");
  const numberOf = new Map<number, number>();
  const stratumOfUnit: number[] = [];
  const ofAccount = new Int32Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    if (accounts[row] !== row) table.refuse("account", row, `account ${row}, one row an account`, accounts[row]);
    const unit = numberOf.get(units[row]) ?? numberOf.size;
    numberOf.set(units[row], unit);
    const stratum = strata.codes[row];
    const known = (stratumOfUnit[unit] ??= stratum);
    if (known !== stratum) {
      const expected = `${JSON.stringify(strata.words[known])}, as elsewhere in unit ${units[row]}`;
      table.refuse("stratum", row, expected, JSON.stringify(strata.words[stratum]));
    }
    ofAccount[row] = unit;
  }
  return { ofAccount, stratumOfUnit: Int32Array.from(stratumOfUnit) };
}

function loadPositives(table: LabelTable, rings: ReadonlySet<number>, accountCount: number): Map<number, Planting> {
  const accounts = table.accounts(accountCount);
  const ringOf = table.numbers("ring");
  const roles = table.text("role");
  const positives = new Map<number, Planting>();
  for (let row = 0; row < table.rows; row++) {
    const role = roles.words[roles.codes[row]];
    if (!isRole(role)) table.refuse("role", row, "exploited, controller, facilitator, front or mule", JSON.stringify(role));
    if (!rings.has(ringOf[row])) table.refuse("ring", row, "a ring of rings.arrow", ringOf[row]);
    if (row > 0 && accounts[row] <= accounts[row - 1]) {
      table.refuse("account", row, `an account above ${accounts[row - 1]}, each once`, accounts[row]);
    }
    positives.set(accounts[row], { ring: ringOf[row], role, planted: new Map(), met: new Set() });
  }
  if (table.rows === 0) table.refuse("account", null, "at least one positive", "none");
  if (table.rows >= accountCount) table.refuse("account", null, `fewer positives than accounts (${accountCount})`, table.rows);
  return positives;
}

function addFindings(table: LabelTable, positives: ReadonlyMap<number, Planting>, accountCount: number): void {
  const accounts = table.accounts(accountCount);
  const indicators = table.text("indicator");
  const evidence = table.numbers("evidence");
  const planted = table.numbers("planted");
  for (let row = 0; row < table.rows; row++) {
    const positive = positives.get(accounts[row]);
    const indicator = indicators.words[indicators.codes[row]];
    if (!positive) {
      if (planted[row] === 1) table.refuse("planted", row, `0, as account ${accounts[row]} belongs to no ring`, 1);
      continue;
    }
    positive.met.add(indicator);
    if (planted[row] !== 1) continue;
    const ids = positive.planted.get(indicator) ?? new Set();
    positive.planted.set(indicator, ids.add(evidence[row]));
  }
}

function finish(table: LabelTable, positives: ReadonlyMap<number, Planting>): Positive[] {
  return Array.from(positives, ([account, { ring, role, planted, met }], row) => {
    if (planted.size === 0) table.refuse("account", row, `a planted finding of account ${account}`, "none in findings.arrow");
    const incidental = new Set([...met].filter((indicator) => !planted.has(indicator)));
    return { account, ring, role, planted, incidental };
  });
}

function loadGroups(table: LabelTable, accountCount: number): Map<string, Int32Array> {
  const accounts = table.accounts(accountCount);
  const { codes, words } = table.text("group");
  const members: number[][] = words.map(() => []);
  codes.forEach((group, row) => {
    const last = members[group].at(-1) ?? -1;
    if (accounts[row] <= last) table.refuse("account", row, `an account above ${last}, each once in a group`, accounts[row]);
    members[group].push(accounts[row]);
  });
  return new Map(words.map((group, i) => [group, Int32Array.from(members[i])]));
}

/**
 * Reads `labels/` of a test set.
 * @param folder the test set's folder, which holds `labels/`.
 * @throws SpecError `bad-labels` naming file, column and row where labels contradict themselves: an account out of range,
 * an unknown role, a positive with nothing planted, a planted row of a lawful account, no positive or nothing else.
 */
export function loadLabels(folder: string): Labels {
  const labels = join(folder, "labels");
  const unitTable = new LabelTable(labels, "units");
  const units = loadUnits(unitTable);
  const accountCount = unitTable.rows;
  const rings = new Set(new LabelTable(labels, "rings").numbers("ring"));
  const positiveTable = new LabelTable(labels, "positives");
  const positives = loadPositives(positiveTable, rings, accountCount);
  addFindings(new LabelTable(labels, "findings"), positives, accountCount);
  return {
    accountCount,
    positives: finish(positiveTable, positives),
    groups: loadGroups(new LabelTable(labels, "groups"), accountCount),
    units,
  };
}
