/** A source's file with one row an account: where the account is held, whose kind it is, where its holder lives. */
import { SpecError, type ImportMap } from "@vigie/spec";
import type { AccountBook } from "./account-book.ts";
import type { BadRows } from "./bad-rows.ts";
import { csvRecords, type CsvRecord, type ReadingNotes } from "./csv-records.ts";
import { Header, NAME_GLUE } from "./header.ts";

type AccountsMap = NonNullable<ImportMap["accounts"]>;

class AccountsReader {
  readonly #header: Header;
  readonly #file: string;
  readonly #bad: BadRows;
  readonly #map: AccountsMap;

  constructor(map: AccountsMap, file: string, header: Header, bad: BadRows) {
    this.#map = map;
    this.#file = file;
    this.#header = header;
    this.#bad = bad;
    for (const name of [...map.account, map.institution, map.city, map.province, map.kind?.column]) header.optional(name);
    header.refuse();
  }

  #text(fields: readonly string[], column: string | undefined): string | null {
    const place = this.#header.optional(column);
    return place === null ? null : fields[place].trim() || null;
  }

  read({ line, fields, fault }: CsvRecord, book: AccountBook): void {
    const where = { file: this.#file, line };
    const { account, institution, city, province, kind } = this.#map;
    if (fault !== null) {
      this.#bad.add({ ...where, column: null, kind: fault, expected: "", found: fields[0] });
      return;
    }
    if (fields.length !== this.#header.length) {
      const [expected, found] = [String(this.#header.length), String(fields.length)];
      this.#bad.add({ ...where, column: null, kind: "fields", expected, found });
      return;
    }
    const parts = account.map((column) => this.#text(fields, column));
    const empty = parts.indexOf(null);
    if (empty >= 0) {
      this.#bad.add({ ...where, column: account[empty], kind: "account", expected: "", found: "" });
      return;
    }
    const word = this.#text(fields, kind?.column);
    book.describe(parts.join(NAME_GLUE), {
      institution: this.#text(fields, institution),
      business: word !== null && kind?.words[word] === "business",
      city: this.#text(fields, city),
      province: this.#text(fields, province),
    });
  }
}

/** Adds what the file says to the book. @throws SpecError where the map does not describe such a file, or a column is not there. */
export function readAccountsFile(file: string, map: ImportMap, book: AccountBook, bad: BadRows, notes: ReadingNotes): void {
  if (map.accounts === undefined) {
    const expected = `no file of accounts: the map ${map.id} describes none`;
    throw new SpecError("no-accounts-map", [{ file: map.id, pointer: "/accounts", expected, found: file }]);
  }
  let reader: AccountsReader | null = null;
  for (const record of csvRecords(file, map.delimiter, notes)) {
    if (reader === null) reader = new AccountsReader(map.accounts, file, new Header(file, record.fields), bad);
    else reader.read(record, book);
  }
}
