/** A source's file with one row an account: where the account is held, whose kind it is, where its holder lives. */
import { SpecError } from "@vigie/spec";
import type { ImportMap } from "@vigie/spec/bank";
import { badRecord, type BadRow, type BadRows } from "../../../import/bad-rows.ts";
import { csvRecords, type CsvRecord, type ReadingNotes } from "../../../import/csv-records.ts";
import { Header, NAME_GLUE } from "../../../import/header.ts";
import type { AccountBook } from "./account-book.ts";

type AccountsMap = NonNullable<ImportMap["accounts"]>;

/** Reads a record into the book; gives back one that cannot be used. */
function accountReader(map: AccountsMap, file: string, header: Header): (record: CsvRecord, book: AccountBook) => BadRow | null {
  const { account, institution, city, province, kind } = map;
  for (const name of [...account, institution, city, province, kind?.column]) header.optional(name);
  header.refuse();
  return (record, book) => {
    const bad = badRecord(record, header.length, file);
    if (bad !== null) return bad;
    const text = (column: string | undefined): string | null => {
      const place = header.optional(column);
      return place === null ? null : record.fields[place].trim() || null;
    };
    const parts = account.map(text);
    const empty = parts.indexOf(null);
    if (empty >= 0) return { file, line: record.line, column: account[empty], kind: "account", expected: "", found: "" };
    const word = text(kind?.column);
    book.describe(parts.join(NAME_GLUE), {
      institution: text(institution),
      business: word !== null && kind?.words[word] === "business",
      city: text(city),
      province: text(province),
    });
    return null;
  };
}

/** Adds what the file says to the book. @throws SpecError where the map does not describe such a file, or a column is not there. */
export function readAccountsFile(file: string, map: ImportMap, book: AccountBook, bad: BadRows, notes: ReadingNotes): void {
  if (map.accounts === undefined) {
    const expected = `no file of accounts: the map ${map.id} describes none`;
    throw new SpecError("no-accounts-map", [{ file: map.id, pointer: "/accounts", expected, found: file }]);
  }
  let read: ReturnType<typeof accountReader> | null = null;
  for (const record of csvRecords(file, map.delimiter, notes)) {
    if (read === null) read = accountReader(map.accounts, file, new Header(file, record.fields));
    else {
      const row = read(record, book);
      if (row !== null) bad.add(row);
    }
  }
}
