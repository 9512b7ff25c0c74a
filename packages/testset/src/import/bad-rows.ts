/** Rows that cannot be used: counted by kind, the first of them located. */

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
