/** What labels say, in words of no world. */
import type { Truth } from "@vigie/spec";
import type { TextColumn } from "./columns.ts";

/** The tables of labels of one set. */
export type LabelTables = Pick<Truth, "subjects" | "place" | "table">;

/** A positive is a subject that is sought; there is an entry for each, ascending. */
export interface AuditLabels {
  readonly positives: Int32Array;
  /** Which positives belong together, such as a ring; a number of its own for each that is alone. */
  readonly cluster: Int32Array;
  /** What else a leak may tell of a positive, by what it is called ("role"). */
  readonly traits: Readonly<Record<string, TextColumn>>;
  /** Ids of rows that were planted. */
  readonly planted: ReadonlySet<number>;
  /** By subject: its group of lawful subjects that look alike, −1 for none. */
  readonly group: Int32Array;
}
