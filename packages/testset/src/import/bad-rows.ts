/** Rows that cannot be used: counted by kind, the first of them located. */
import type { CsvRecord } from "./csv-records.ts";

export const BAD_ROW_KINDS = [
  "fields",
  "quotes",
  "utf8",
  "too-long",
  "time",
  "account",
  "amount",
  "negative-amount",
  "zero-amount",
  "balance",
  "currency",
  "kind",
  "illicit",
  "pattern",
] as const;
export type BadRowKind = (typeof BAD_ROW_KINDS)[number];

export interface BadRow {
  readonly file: string;
  readonly line: number;
  /** The column as the map names it; null where the whole record is meant. */
  readonly column: string | null;
  readonly kind: BadRowKind;
  /** A format, a count or the words that are known; what it means hangs on the kind. */
  readonly expected: string;
  /** At most 60 characters. */
  readonly found: string;
}

/** A record of which nothing can be used: damaged, or with more or fewer fields than the header. */
export function badRecord({ line, fields, fault }: CsvRecord, length: number, file: string): BadRow | null {
  const where = { file, line, column: null };
  if (fault !== null) return { ...where, kind: fault, expected: "", found: fields[0] };
  if (fields.length === length) return null;
  return { ...where, kind: "fields", expected: String(length), found: String(fields.length) };
}

/** More bad rows than were declared to be bearable; what they are stands in `bad`. */
export class TooManyBadRows extends Error {
  readonly bad: BadRows;
  readonly rows: number;

  constructor(bad: BadRows, rows: number) {
    super(`${bad.total} of ${rows} rows cannot be used`);
    this.name = "TooManyBadRows";
    this.bad = bad;
    this.rows = rows;
  }
}

const SHOWN = 20;
const FOUND_LENGTH = 60;

export class BadRows {
  readonly #byKind = new Map<BadRowKind, number>();
  readonly first: BadRow[] = [];
  total = 0;

  add(row: BadRow): void {
    this.total++;
    this.#byKind.set(row.kind, (this.#byKind.get(row.kind) ?? 0) + 1);
    if (this.first.length >= SHOWN) return;
    const found = row.found.length > FOUND_LENGTH ? `${row.found.slice(0, FOUND_LENGTH - 1)}…` : row.found;
    this.first.push({ ...row, found });
  }

  /** How many of each kind, in the order of BAD_ROW_KINDS. */
  get byKind(): Readonly<Partial<Record<BadRowKind, number>>> {
    return Object.fromEntries(BAD_ROW_KINDS.flatMap((kind) => (this.#byKind.has(kind) ? [[kind, this.#byKind.get(kind)]] : [])));
  }
}
