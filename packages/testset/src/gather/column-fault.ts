/** What is wrong with a batch's column; the writer adds where. */
export class ColumnFault extends Error {
  readonly expected: string;
  readonly row: number | null;

  constructor(expected: string, found: string, row: number | null = null) {
    super(found);
    this.expected = expected;
    this.row = row;
  }
}
