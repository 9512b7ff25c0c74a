import { TableReader, type Truth } from "@vigie/spec";

/** Whether the set's world has a table of labels, or a column of one. */
export function declares({ declared }: Truth, table: string, column?: string): boolean {
  return declared.some(
    ({ name, columns }) => name === table && (column === undefined || columns.some((one) => one.name === column)),
  );
}

/** A table of labels. @throws SpecError where it cannot be read. */
export function labelTable(truth: Truth, name: string): TableReader {
  return new TableReader(truth.table(name), truth.place(name));
}

/** Whose each row is. @throws SpecError `bad-labels`. */
export function subjectsOf(table: TableReader, { subject, subjects }: Truth): Int32Array | Float64Array {
  return table.subjects(subject, subjects);
}
