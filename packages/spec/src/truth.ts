/** What the files of a split say to whoever scores a run on it. It exists in the judge's child process and in tests, nowhere else. */
import type { TableBatch } from "./batch.ts";
import type { Table } from "./worlds/world-spec.ts";

export interface Truth {
  /** How many subjects there are; they are numbered from 0. */
  readonly subjects: number;
  /** The column of labels that names a subject, and the key of a line. */
  readonly subject: string;
  /** The tables of labels that the set's world declares. */
  readonly declared: readonly Table[];
  /** Where a table of labels lies, for refusals. */
  place(table: string): string;
  /** A whole table of labels. @throws SpecError where it cannot be read. */
  table(name: string): TableBatch;
  /** Whether a row that a finding may cite is a subject's own. */
  owns(subject: number, id: number): boolean;
}
