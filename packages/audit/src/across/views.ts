/**
 * The columns that splits are compared by. A counterparty is an account's number, a merchant's or an outsider's token:
 * three columns in one, which are looked at apart; so are the names.
 */
import type { AuditTable } from "../leaks/audit-set.ts";
import { integersOf, textOf } from "../leaks/columns.ts";

/** One column of texts or numbers. */
export interface View {
  /** Such as `accounts.handle` or `transactions.counterparty (external)`. */
  readonly column: string;
  /** The column in its table. */
  readonly name: string;
  /** By row: a code into `words`; −1 for none. Null of numbers. */
  readonly codes: Int32Array | null;
  readonly words: readonly string[];
  /** By row; NaN for none. Null of texts. */
  readonly numbers: Float64Array | null;
  /** Ids and tokens: values that say nothing, and belong to one world. */
  readonly opaque: boolean;
}

const BY_KIND = new Set(["counterparty", "counterparty_name"]);
const KINDS = ["account", "merchant", "external"];
/** A row's number; it belongs to no world. */
const ROW_NUMBERS = new Set(["account", "merchant"]);
const SAYING = new Set(["time", "amount_cents", "balance_after_cents", "declared_income_cents"]);

function isOpaque(name: string, kind: string): boolean {
  return name.endsWith("_token") || (kind === "int64" && !SAYING.has(name));
}

function viewsOfColumn(table: AuditTable, name: string): View[] {
  const values = table.column(name);
  const column = `${table.name}.${name}`;
  const opaque = isOpaque(name, values.kind);
  if (values.kind !== "text") {
    const { valid } = values;
    const numbers = Float64Array.from(integersOf(values).subarray(0, table.rows));
    if (valid) numbers.forEach((_, row) => (numbers[row] = valid[row] === 0 ? NaN : numbers[row]));
    return [{ column, name, codes: null, words: [], numbers, opaque }];
  }
  const { words } = values;
  const codes = values.codes.subarray(0, table.rows);
  if (!BY_KIND.has(name)) return [{ column, name, codes, words, numbers: null, opaque }];
  const kinds = textOf(table.column("counterparty_kind"));
  return KINDS.map((kind) => ({
    column: `${column} (${kind})`,
    name,
    codes: codes.map((code, row) => (kinds.words[kinds.codes[row]] === kind ? code : -1)),
    words,
    numbers: null,
    opaque: name === "counterparty" && kind === "external",
  }));
}

/** The views of a table's columns, one column after the other; a column is read when it is asked for, and let go. */
function* viewsOf(table: AuditTable): Generator<View> {
  for (const name of table.columns) {
    if (table.name !== "accounts" && ROW_NUMBERS.has(name)) continue;
    yield* viewsOfColumn(table, name);
  }
}

/** The views of one table in two splits, pair by pair, of the columns that both have. */
export function* pairedViews(a: AuditTable, b: AuditTable): Generator<readonly [View, View]> {
  const common = a.columns.filter((name) => b.columns.includes(name));
  const firsts = viewsOf({ ...a, columns: common });
  const seconds = viewsOf({ ...b, columns: common });
  for (const first of firsts) {
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
