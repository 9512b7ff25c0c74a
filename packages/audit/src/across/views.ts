/**
 * The columns that splits are compared by. Where a column is several in one (a counterparty is an account's number, a
 * merchant's or an outsider's token), each part is looked at apart.
 */
import { TableReader, type ColumnAudit, type TextValues } from "@vigie/spec";
import type { AuditTable } from "../leaks/audit-set.ts";

/** One column of texts or numbers. */
export interface View {
  /** Such as `accounts.handle` or `transactions.counterparty (external)`. */
  readonly column: string;
  /** What is declared of the column, or of the part. */
  readonly facts: ColumnAudit;
  /** Whether it says when. */
  readonly isTime: boolean;
  /** By row: a code into `words`; −1 for none. Null of numbers. */
  readonly codes: Int32Array | null;
  readonly words: readonly string[];
  /** By row; NaN for none. Null of texts. */
  readonly numbers: Float64Array | null;
}

/** The parts of a column of texts; by itself where it has none. */
function textViews(table: AuditTable, name: string, { codes, words }: TextValues): View[] {
  const column = `${table.name}.${name}`;
  const { parts, ...facts } = table.facts(name);
  const whole: View = { column, facts, isTime: false, codes: codes.subarray(0, table.rows), words, numbers: null };
  if (parts === undefined) return [whole];
  const by = new TableReader({ rows: table.rows, columns: { [parts.by]: table.column(parts.by) } }, table.name).text(parts.by);
  return Object.entries(parts.into).map(([part, own]) => ({
    ...whole,
    column: `${column} (${part})`,
    facts: { ...facts, ...own },
    codes: codes.subarray(0, table.rows).map((code, row) => (by.words[by.codes[row]] === part ? code : -1)),
  }));
}

function viewsOfColumn(table: AuditTable, name: string): View[] {
  const values = table.column(name);
  if (values.kind === "text") return textViews(table, name, values);
  const numbers = Float64Array.from(values.values.subarray(0, table.rows));
  const { valid } = values;
  if (valid) numbers.forEach((_, row) => (numbers[row] = valid[row] === 0 ? NaN : numbers[row]));
  const { time, lists } = table.declared;
  const facts: ColumnAudit = { ...table.facts(name), ...(name === lists && { rowNumber: true }) };
  return [{ column: `${table.name}.${name}`, facts, isTime: name === time, codes: null, words: [], numbers }];
}

/** The views of a table's columns, one column after the other; a column is read when it is asked for, and let go. */
function* viewsOf(table: AuditTable, columns: readonly string[]): Generator<View> {
  const { owner, numbered } = table.declared;
  for (const name of columns) if (name !== owner && name !== numbered) yield* viewsOfColumn(table, name);
}

/** The views of one table in two splits, pair by pair, of the columns that both have. */
export function* pairedViews(a: AuditTable, b: AuditTable): Generator<readonly [View, View]> {
  const common = a.columns.filter((name) => b.columns.includes(name));
  const seconds = viewsOf(b, common);
  for (const first of viewsOf(a, common)) {
    const second = seconds.next();
    if (second.done !== true) yield [first, second.value];
  }
}

/** The words that a column's rows use, in the order of their codes. */
export function usedWords({ codes, words }: View): string[] {
  const used = new Uint8Array(words.length);
  codes?.forEach((code) => {
    if (code >= 0) used[code] = 1;
  });
  return words.filter((_, code) => used[code] === 1);
}
