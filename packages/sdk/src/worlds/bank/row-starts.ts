/** Transactions and events lie sorted by account, so an account's rows are one stretch: starts[a] … starts[a + 1] − 1. */
import type { ColumnTable } from "../../reader/columns.ts";
import { OpenedTable, type ColumnOpener } from "../../reader/column-opener.ts";
import { SdkError } from "../../sdk-error.ts";
import type { TableByAccount } from "./dataset.ts";

function disorder(table: string, row: number): never {
  throw new SdkError("damaged-data", {
    en: `${table}, row ${row}: expected rows sorted by accounts that exist; generate or copy the data again`,
    fr: `${table}, rangée ${row}\u00a0: rangées attendues en ordre de comptes connus; générez ou copiez les données de nouveau`,
  });
}

/** Where each account's rows start; one more entry at the end. @throws SdkError when rows are not sorted by account. */
function accountStarts(ofRow: ArrayLike<number>, rows: number, accounts: number, table: string): Int32Array {
  const starts = new Int32Array(accounts + 1);
  let account = -1;
  for (let row = 0; row < rows; row++) {
    const next = ofRow[row];
    if (next === account) continue;
    if (next < account || next >= accounts) disorder(table, row);
    while (account < next) starts[++account] = row;
  }
  while (account < accounts) starts[++account] = rows;
  return starts;
}

/** A table sorted by account; where each one's rows lie is read once. */
export class OpenedByAccount<Table extends ColumnTable> extends OpenedTable<Table> implements TableByAccount<Table> {
  readonly #readStarts: () => Int32Array;
  #starts: Int32Array | null = null;

  constructor(opener: ColumnOpener, kinds: Table, accounts: number, name: string) {
    super(opener, kinds);
    this.#readStarts = () => accountStarts(opener.int32("account").numbers(), opener.rows, accounts, name);
  }

  get starts(): Int32Array {
    return (this.#starts ??= this.#readStarts());
  }
}
