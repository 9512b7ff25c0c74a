/**
 * A test set as the audit sees it: columns are read when they are asked for and not kept, so that memory is bounded by
 * the few columns under attack; labels stand by. Which table is what, its world declares.
 */
import { TableReader, type BilingualText, type ColumnAudit, type ColumnValues, type Table, type TableBatch } from "@vigie/spec";
import type { AuditLabels } from "./audit-labels.ts";
import type { AuditWords } from "./audit-words.ts";

export interface AuditTable {
  readonly declared: Table;
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly string[];
  /** What is declared of a column; nothing of one that the world does not know. */
  facts(column: string): ColumnAudit;
  /** @throws SpecError or RangeError where there is no such column. */
  column(name: string): ColumnValues;
  /** A column of numbers; some number stands where there is none. @throws SpecError where it is none. */
  integers(name: string): Int32Array | Float64Array;
}

/** A table that lists subjects: one row each. */
export interface Listing extends AuditTable {
  /** The column by which it does. */
  readonly key: string;
  /** By row. */
  readonly subjects: Int32Array;
}

/** A table whose rows subjects own, sorted by them. */
export interface OwnedTable extends AuditTable {
  /** The column of whose each is. */
  readonly owner: string;
}

/** Rows of an owned table by themselves: what their subjects share may be told apart from what all rows share. */
export interface SharedWithin {
  readonly table: string;
  readonly column: string;
  readonly word: string;
  readonly aspect: BilingualText;
}

/** A test set; tables of inputs stand in file order. */
export interface AuditSet {
  readonly world: string;
  readonly words: AuditWords;
  readonly subjects: number;
  readonly tables: readonly AuditTable[];
  readonly listings: readonly Listing[];
  /** By the rows of the first of these, subjects are compared. */
  readonly owned: readonly OwnedTable[];
  readonly commons: readonly AuditTable[];
  readonly labels: AuditLabels;
  readonly sharedWithin?: readonly SharedWithin[];
}

/** Where the columns of a table of inputs come from: a folder on disk, or memory. */
export type ReadColumns = (table: string, columns: readonly string[]) => TableBatch;

/** A table, of which these columns are there. */
export function auditTable(declared: Table, columns: readonly string[], read: ReadColumns): AuditTable {
  const { name, cited } = declared;
  const known = new Map(
    declared.columns.map((column) => [column.name, { ...(column.name === cited && { opaque: true as const }), ...column.audit }]),
  );
  return {
    declared,
    name,
    rows: read(name, columns.slice(0, 1)).rows,
    columns,
    facts: (column) => known.get(column) ?? {},
    column: (column) => {
      const found: ColumnValues | undefined = read(name, [column]).columns[column];
      if (found !== undefined) return found;
      throw new RangeError(`${name}: expected a column ${column}, found ${columns.join(", ")}`);
    },
    integers: (column) => new TableReader(read(name, [column]), name).optionalNumbers(column).values,
  };
}

function listing(table: AuditTable): Listing[] {
  const { lists: key } = table.declared;
  return key === undefined ? [] : [{ ...table, key, subjects: Int32Array.from(table.integers(key)) }];
}

/** The tables by what they are. */
export function tablesByUse(
  tables: readonly AuditTable[],
): Pick<AuditSet, "subjects" | "tables" | "listings" | "owned" | "commons"> {
  const listings = tables.flatMap(listing);
  const owned = tables.flatMap((table): OwnedTable[] => {
    const { owner } = table.declared;
    return owner === undefined ? [] : [{ ...table, owner }];
  });
  const commons = tables.filter(({ declared }) => declared.common);
  return { subjects: listings.reduce((sum, { rows }) => sum + rows, 0), tables, listings, owned, commons };
}

/** One number a row of a listing, as one number a subject; subjects of other listings get 0. */
export function bySubject({ subjects }: AuditSet, { subjects: own }: Listing, values: Float64Array): Float64Array {
  if (own.length === subjects) return values;
  const all = new Float64Array(subjects);
  own.forEach((subject, row) => (all[subject] = values[row]));
  return all;
}
