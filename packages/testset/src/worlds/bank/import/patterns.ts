/**
 * AMLworld's pattern files: blocks of rows in the layout of the transactions, between a line `BEGIN LAUNDERING ATTEMPT -
 * FAN-OUT: …` and a line `END LAUNDERING ATTEMPT …`. Each block is one attempt: a ring, and how it moves its money.
 */
import type { BadRows } from "../../../import/bad-rows.ts";
import { csvRecords, type ReadingNotes } from "../../../import/csv-records.ts";
import { isBad, type TransferReader } from "./transfer-reader.ts";

const BEGIN = /^BEGIN LAUNDERING ATTEMPT\s*-\s*([A-Za-z][A-Za-z -]*?)\s*(?::.*)?$/;
const END = /^END LAUNDERING ATTEMPT\b/;

export interface Attempt {
  readonly typology: string;
  /** The accounts of each row, by their names in the source. */
  readonly rows: readonly (readonly [payer: string, payee: string])[];
}

/** A name of the source as an id of ours: lower case, words joined by hyphens. */
export function slug(name: string): string {
  return (
    name
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "unnamed"
  );
}

/** Reads all attempts; what cannot be used is added to `bad`. */
export function readAttempts(
  file: string,
  delimiter: string,
  reader: TransferReader,
  bad: BadRows,
  notes: ReadingNotes,
): Attempt[] {
  const attempts: { typology: string; rows: [string, string][] }[] = [];
  let open: (typeof attempts)[number] | null = null;
  let openedOn = 0;
  const refuse = (line: number, expected: string, found: string): void =>
    bad.add({ file, line, column: null, kind: "pattern", expected, found });
  for (const record of csvRecords(file, delimiter, notes)) {
    const text = record.fields.join(delimiter);
    const begun = BEGIN.exec(text);
    if (begun !== null) {
      if (open !== null) refuse(record.line, "END LAUNDERING ATTEMPT", text);
      openedOn = record.line;
      open = { typology: slug(begun[1]), rows: [] };
      attempts.push(open);
    } else if (END.test(text)) {
      if (open === null) refuse(record.line, "BEGIN LAUNDERING ATTEMPT", text);
      open = null;
    } else if (open === null) {
      refuse(record.line, "BEGIN LAUNDERING ATTEMPT", text);
    } else {
      const row = reader.read(record);
      if (isBad(row)) bad.add(row);
      else open.rows.push([row.payer.account, row.payee.account]);
    }
  }
  if (open !== null) refuse(openedOn, "END LAUNDERING ATTEMPT", "");
  return attempts;
}
