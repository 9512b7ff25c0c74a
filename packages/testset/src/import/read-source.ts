/** Reads the source's files once: legs go to disk, accounts and illicit transfers stay in memory, bad rows are told. */
import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { SpecError, type ImportMap, type TransferKind } from "@vigie/spec";
import { AccountBook } from "./account-book.ts";
import { readAccountsFile } from "./accounts-file.ts";
import type { BadRows } from "./bad-rows.ts";
import { csvRecords, type ReadingNotes } from "./csv-records.ts";
import { Header } from "./header.ts";
import type { LegSpool } from "./leg-file.ts";
import { nameHash } from "./opaque-ids.ts";
import { readAttempts, slug, type Attempt } from "./patterns.ts";
import type { IllicitTransfer } from "./rings.ts";
import { isBad, TransferReader, type Transfer, type TransferSide } from "./transfer-reader.ts";

/** Where the source lies. */
export interface SourceFiles {
  readonly map: ImportMap;
  /** One or more files of transfers, all with the same header. */
  readonly files: readonly string[];
  /** AMLworld's `*_Patterns.txt`. */
  readonly patterns: string | null;
  /** A file with one row an account, as the map describes it. */
  readonly accounts: string | null;
}

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

/** More bad rows than were declared to be bearable; what they are stands in `bad`. */
export class TooManyBadRows extends Error {
  readonly bad: BadRows;
  readonly rows: number;

  constructor(bad: BadRows, rows: number) {
    super(`${bad.total} of ${rows} rows cannot be used`);
    this.name = "TooManyBadRows";
    this.bad = bad;
    this.rows = rows;
  }
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
    const { payer, payee, illicit } = transfer;
    const numbers = [this.#numberOf(payer), this.#numberOf(payee)] as const;
    const counts = [this.#positives !== "payee", this.#positives !== "payer"] as const;
    [payer, payee].forEach((side, i) => {
      if (numbers[i] >= 0) this.#leg(transfer, side, numbers[i], numbers[1 - i], i, illicit && counts[i]);
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
    this.firstMs = Math.min(this.firstMs, transfer.timeMs);
    this.transfers++;
  }

  #numberOf({ account, institution, outside }: TransferSide): number {
    return outside ? -1 - nameHash(account) : this.book.meet(account, institution);
  }

  #leg(transfer: Transfer, side: TransferSide, account: number, other: number, payee: number, illicit: boolean): void {
    this.book.addLeg(account);
    this.#spool.add({
      account,
      other,
      timeMs: transfer.timeMs,
      amountCents: side.amountCents,
      balanceCents: side.balanceCents,
      serial: 2 * this.transfers + payee,
      kind: transfer.kind,
      illicit,
    });
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
 * Reads everything.
 * @throws SpecError `bad-header` or `foreign-patterns`, TooManyBadRows as soon as that is certain, and what the file system throws.
 */
export async function readSource(
  { map, files, patterns, accounts }: SourceFiles,
  spool: LegSpool,
  bad: BadRows,
  badShare: number,
  onShare: (share: number) => void,
): Promise<ReadSource> {
  const hash = createHash("sha256");
  const gatherer = new Gatherer(spool, map.positives);
  const { book } = gatherer;
  if (accounts !== null) readAccountsFile(accounts, map, book, bad, { hash });
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
  const attempts = patterns === null ? [] : readAttempts(patterns, map.delimiter, reader.forFile(patterns), bad, { hash });
  if (patterns !== null) checkAttempts(patterns, attempts, book);
  if (bad.total > badShare * rows) throw new TooManyBadRows(bad, rows);
  const { transfers, illicit, firstMs } = gatherer;
  return { book, kinds: reader.kinds, transfers, illicit, attempts, firstMs, digest: hash.digest("hex") };
}
