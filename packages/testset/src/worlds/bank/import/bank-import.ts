/** Other people's data become a test set: read once, dealt by account, written by the same writer as every other set. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { SpecError } from "@vigie/spec";
import { BANK_TABLES, ImportMap } from "@vigie/spec/bank";
import { loadJson } from "@vigie/spec/node";
import { refuseOccupied } from "../../../partial-folder.ts";
import { writeTestset } from "../../../write-testset.ts";
import type { AccountBook } from "./account-book.ts";
import { BadRows } from "../../../import/bad-rows.ts";
import { importedWorld } from "./imported-world.ts";
import { LegBuckets, LegSpool } from "./leg-file.ts";
import { importKey, keyedOrder, type KeyedOrder } from "../../../import/opaque-ids.ts";
import type { ImportReport, ImportWish, WorldImport } from "../../../import/world-import.ts";
import { isImported } from "./imported-labels.ts";
import { readSource, type ReadSource } from "./read-source.ts";
import { ringsOf, type ImportedRing } from "./rings.ts";

const LEGS_A_BUCKET = 131_072;
const ACCOUNTS_A_BUCKET = 65_536;
const MOST_BUCKETS = 512;

interface Bucketing {
  readonly bucketOf: Int32Array;
  readonly sizes: number[];
  readonly starts: number[];
}

/** Cuts the accounts, in their new order, into runs with about as many legs. */
function cutIntoBuckets(book: AccountBook, { numbers }: KeyedOrder, legs: number): Bucketing {
  const most = Math.max(LEGS_A_BUCKET, Math.ceil(legs / MOST_BUCKETS));
  const bucketOf = new Int32Array(numbers.length);
  const sizes: number[] = [];
  const starts: number[] = [];
  numbers.forEach((number, place) => {
    const own = book.legsOf(number);
    const full =
      sizes.length > 0 && (sizes[sizes.length - 1] + own > most || place - starts[starts.length - 1] >= ACCOUNTS_A_BUCKET);
    if (sizes.length === 0 || full) {
      sizes.push(0);
      starts.push(place);
    }
    sizes[sizes.length - 1] += own;
    bucketOf[number] = sizes.length - 1;
  });
  return { bucketOf, sizes, starts: [...starts, numbers.length] };
}

function refuseUnscorable({ book }: ReadSource, rings: readonly ImportedRing[], files: readonly string[]): void {
  const positives = rings.reduce((sum, { members }) => sum + members.length, 0);
  if (positives > 0 && positives < book.count) return;
  const expected = "some accounts with illicit transfers, and some without";
  const found = `${positives} of ${book.count} accounts with illicit transfers`;
  throw new SpecError("nothing-to-find", [{ file: files.join(", "), pointer: "", expected, found }]);
}

async function writeSet(map: ImportMap, wish: ImportWish, scratch: string): Promise<ImportReport> {
  const spool = new LegSpool(join(scratch, "legs.tmp"));
  const bad = new BadRows();
  let buckets: LegBuckets | null = null;
  const progress = wish.onProgress ?? (() => undefined);
  try {
    const read = await readSource(map, wish, spool, bad, (share) => progress(0.6 * share));
    const { book, kinds, firstMs } = read;
    const key = importKey(read.digest, wish.seed);
    const order = keyedOrder(key, book.names(), book.count);
    const rings = ringsOf(read.illicit, read.attempts, (name) => book.find(name));
    refuseUnscorable(read, rings, wish.files);
    const { bucketOf, sizes: legs, starts } = cutIntoBuckets(book, order, spool.count);
    buckets = new LegBuckets(join(scratch, "buckets.tmp"), spool, bucketOf, legs);
    const { utcOffsetMinutes } = map;
    const world = importedWorld({ book, key, order, buckets, bucketStarts: starts, kinds, rings, utcOffsetMinutes, firstMs });
    const digest = await writeTestset(world, wish.folder, {
      meta: { ...wish.meta, world: "bank" },
      tables: BANK_TABLES,
      onProgress: ({ phase, done, total }) =>
        progress((phase === "generate" ? 0.65 : 0.85) + (0.2 * done) / total - (phase === "write" ? 0.05 : 0)),
    });
    const sizes = rings.map(({ members }) => members.length);
    const counts = {
      transfers: read.transfers,
      transactions: spool.count,
      accounts: book.count,
      positives: sizes.reduce((sum, size) => sum + size, 0),
      rings: rings.length,
      largestRing: Math.max(...sizes),
    };
    return { counts, bad, digest };
  } finally {
    buckets?.close();
    spool.close();
  }
}

/**
 * Imports transfers of the map's layout into `folder`, as a test set that the judge and the SDKs read. Memory holds the accounts' names, the
 * illicit transfers and one bucket of rows; the disk needs some 100 bytes a leg beside the set while it is written.
 * @throws SpecError `bad-header`, `foreign-patterns`, `nothing-to-find`, `exists` or `disk-full`; TooManyBadRows. Nothing is left then.
 */
async function importSet(map: ImportMap, wish: ImportWish): Promise<ImportReport> {
  const folder = resolve(wish.folder);
  refuseOccupied(folder);
  mkdirSync(dirname(folder), { recursive: true });
  // Named as the writer names its own unfinished folders: it sweeps up what a killed process left.
  const scratch = mkdtempSync(join(dirname(folder), `${basename(folder)}.partial-${process.pid}-source-`));
  try {
    return await writeSet(map, wish, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Imports of banks. */
export const BANK_IMPORT: WorldImport = {
  openMap(file) {
    const map = loadJson(ImportMap, file);
    const { id, title, licence } = map;
    return { id, title, licence, importSet: (wish) => importSet(map, wish) };
  },
  isImported,
};
