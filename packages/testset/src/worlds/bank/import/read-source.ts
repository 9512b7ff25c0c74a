/** Reads the source's files once: legs go to disk, accounts and illicit transfers stay in memory, bad rows are told. */
import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { SpecError } from "@vigie/spec";
import type { ImportMap, TransferKind } from "@vigie/spec/bank";
import { AccountBook } from "./account-book.ts";
import { readAccountsFile } from "./accounts-file.ts";
import { TooManyBadRows, type BadRows } from "../../../import/bad-rows.ts";
import { csvRecords, type ReadingNotes } from "../../../import/csv-records.ts";
import { Header } from "../../../import/header.ts";
import type { LegSpool } from "./leg-file.ts";
import { nameHash } from "../../../import/opaque-ids.ts";
import type { ImportWish } from "../../../import/world-import.ts";
import { readAttempts, slug, type Attempt } from "./patterns.ts";
import type { IllicitTransfer } from "./rings.ts";
import { isBad, TransferReader, type Transfer, type TransferSide } from "./transfer-reader.ts";

export interface ReadSource {
  readonly book: AccountBook;
  readonly kinds: readonly TransferKind[];
  readonly transfers: number;
  readonly illicit: readonly IllicitTransfer[];
  readonly attempts: readonly Attempt[];
  readonly firstMs: number;
  /** SHA-256 of all bytes read, in hexadecimal. */
  readonly digest: string;
}

const ROWS_A_TURN = 65_536;
/** A file of another layout is given up early: more than half of the first thousand rows are bad. */
const EARLY_ROWS = 1000;

class Gatherer {
  readonly book = new AccountBook();
  readonly illicit: IllicitTransfer[] = [];
  readonly #spool: LegSpool;
  readonly #positives: ImportMap["positives"];
  transfers = 0;
  firstMs = Infinity;

  constructor(spool: LegSpool, positives: ImportMap["positives"]) {
    this.#spool = spool;
    this.#positives = positives;
  }

  add(transfer: Transfer): void {
    const { payer, payee, illicit, timeMs, kind } = transfer;
    const numbers = [this.#numberOf(payer), this.#numberOf(payee)] as const;
    const counts = [this.#positives !== "payee", this.#positives !== "payer"] as const;
    [payer, payee].forEach(({ amountCents, balanceCents }, i) => {
      const [account, other] = [numbers[i], numbers[1 - i]];
      if (account < 0) return;
      this.book.addLeg(account);
      const serial = 2 * this.transfers + i;
      this.#spool.add({ account, other, timeMs, amountCents, balanceCents, serial, kind, illicit: illicit && counts[i] });
    });
    if (illicit) {
      const [one, other] = numbers.map((number, i) => (counts[i] && number >= 0 ? number : -1));
      this.illicit.push({
        payer: one,
        payee: other,
        ring: transfer.ring,
        typology: transfer.typology === null ? null : slug(transfer.typology),
      });
    }
    this.firstMs = Math.min(this.firstMs, timeMs);
    this.transfers++;
  }

  #numberOf({ account, institution, outside }: TransferSide): number {
    return outside ? -1 - nameHash(account) : this.book.meet(account, institution);
  }
}

function headerOf(file: string, first: readonly string[] | null): Header {
  if (first !== null) return new Header(file, first);
  throw new SpecError("bad-header", [{ file, pointer: "", expected: "a line with the columns' names", found: "an empty file" }]);
}

/** @throws SpecError `foreign-patterns` where no attempt has an account of the transfers: the file is of another layout or of other data. */
function checkAttempts(file: string, attempts: readonly Attempt[], book: AccountBook): void {
  if (attempts.some(({ rows }) => rows.some((accounts) => accounts.some((name) => book.find(name) !== undefined)))) return;
  const expected = "blocks from BEGIN LAUNDERING ATTEMPT to END LAUNDERING ATTEMPT with accounts of these transfers";
  const found = attempts.length === 0 ? "no block" : "blocks of other accounts alone";
  throw new SpecError("foreign-patterns", [{ file, pointer: "", expected, found }]);
}

/**
 * Reads everything: the transfers, and beside them `patterns` (AMLworld's `*_Patterns.txt`) and `accounts` (a file with one
 * row an account, as the map describes it).
 * @throws SpecError `bad-header` or `foreign-patterns`, TooManyBadRows as soon as that is certain, and what the file system throws.
 */
export async function readSource(
  map: ImportMap,
  { files, beside, badShare }: ImportWish,
  spool: LegSpool,
  bad: BadRows,
  onShare: (share: number) => void,
): Promise<ReadSource> {
  const { patterns, accounts } = beside;
  const hash = createHash("sha256");
  const gatherer = new Gatherer(spool, map.positives);
  const { book } = gatherer;
  if (accounts !== undefined) readAccountsFile(accounts, map, book, bad, { hash });
  let reader: TransferReader | null = null;
  let rows = 0;
  for (const [number, file] of files.entries()) {
    const notes: ReadingNotes = { hash, onShare: (share) => onShare((number + share) / files.length) };
    reader = null;
    for (const record of csvRecords(file, map.delimiter, notes)) {
      if (reader === null) {
        reader = new TransferReader(map, file, headerOf(file, record.fields));
        continue;
      }
      rows++;
      const row = reader.read(record);
      if (isBad(row)) bad.add(row);
      else gatherer.add(row);
      if (bad.total > rows / 2 && rows >= EARLY_ROWS) throw new TooManyBadRows(bad, rows);
      if (rows % ROWS_A_TURN === 0) await nextTurn(); // let timers and signals in
    }
    if (reader === null) headerOf(file, null);
  }
  if (reader === null) throw new Error("no file to read");
  const attempts = patterns === undefined ? [] : readAttempts(patterns, map.delimiter, reader.forFile(patterns), bad, { hash });
  if (patterns !== undefined) checkAttempts(patterns, attempts, book);
  if (bad.total > badShare * rows) throw new TooManyBadRows(bad, rows);
  const { transfers, illicit, firstMs } = gatherer;
  return { book, kinds: reader.kinds, transfers, illicit, attempts, firstMs, digest: hash.digest("hex") };
}
