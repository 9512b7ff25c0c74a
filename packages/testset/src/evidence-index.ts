/**
 * Which account a transaction's or an event's id belongs to.
 *
 * Theory. Both tables are sorted by account, so an account's ids are one window of the id column; a window is sorted the
 * first time that somebody asks about its account, and searched by halves. That costs 8 bytes an id and nothing but the
 * reading of two columns at the start, where a hash table of 3 million ids costs three times the memory and a second.
 */
import { SpecError, type EvidenceIndex } from "@vigie/spec";
import { withTable } from "./table-source.ts";

class IdsByAccount {
  readonly #ids: Float64Array;
  /** Where each account's window begins; one more than there are accounts. */
  readonly #starts: Int32Array;
  readonly #sorted: Uint8Array;

  constructor(ids: Float64Array, starts: Int32Array) {
    this.#ids = ids;
    this.#starts = starts;
    this.#sorted = new Uint8Array(starts.length);
  }

  has(account: number, id: number): boolean {
    if (!Number.isInteger(account) || account < 0 || account >= this.#starts.length - 1) return false;
    let low = this.#starts[account];
    let high = this.#starts[account + 1];
    if (this.#sorted[account] === 0) {
      this.#ids.subarray(low, high).sort();
      this.#sorted[account] = 1;
    }
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ids[middle] < id) low = middle + 1;
      else high = middle;
    }
    return low < end && this.#ids[low] === id;
  }
}

function windows(accounts: Int32Array, accountCount: number, file: string): Int32Array {
  const starts = new Int32Array(accountCount + 1);
  let next = 0;
  for (let row = 0; row < accounts.length; row++) {
    const account = accounts[row];
    if (account >= accountCount || account < next - 1) {
      const expected = `rows sorted by account, below ${accountCount}`;
      throw new SpecError("invalid", [{ file, pointer: `/account/${row}`, expected, found: String(account) }]);
    }
    while (next <= account) starts[next++] = row;
  }
  starts.fill(accounts.length, next);
  return starts;
}

function idsOf(folder: string, table: string, id: string, accountCount: number): IdsByAccount {
  return withTable(folder, table, (source) => {
    const accounts = source.int32s(source.column("account").values);
    const ids = source.int64s(source.column(id).values);
    return new IdsByAccount(ids, windows(accounts, accountCount, source.file));
  });
}

/**
 * Reads the ids of a test set's `inputs/` folder.
 * @throws SpecError where the tables cannot be read or are not sorted by account.
 */
export function loadEvidenceIndex(inputsFolder: string): EvidenceIndex {
  const accountCount = withTable(inputsFolder, "accounts", (source) => source.layout.rows);
  const transactions = idsOf(inputsFolder, "transactions", "transaction", accountCount);
  const events = idsOf(inputsFolder, "events", "event", accountCount);
  return { has: (account, id) => transactions.has(account, id) || events.has(account, id) };
}
