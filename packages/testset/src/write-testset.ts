/** A world becomes a test set on disk. The bytes depend on the world's rows alone, not on how they were cut into blocks. */
import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { LAYOUT_FILE, type Layout, type TableLayout } from "@vigie/sdk";
import { INPUT_TABLES, LABEL_TABLES, type Table, type World } from "@vigie/spec";
import { CHECKSUMS_FILE, testsetDigest, type TestsetDigest } from "./checksums.ts";
import { DATA_PACKAGE_FILE, dataPackage, type TestsetMeta } from "./data-package.ts";
import { gatheredColumns } from "./gathered-columns.ts";
import { blockOrder, type BlockOrder } from "./gathered-order.ts";
import { Gatherer, TABLES, type Gathered } from "./gatherer.ts";
import { syncFiles, syncFolder, writeHashed, type FileDigest } from "./hashed-file.ts";
import { asWhole } from "./partial-folder.ts";
import { writeTable, writeTableTogether, type WriteColumn } from "./table-file.ts";
import { planTable } from "./table-plan.ts";

/** How far the writing is: blocks generated, then tables written; and the transactions so far. */
export interface WriteProgress {
  readonly phase: "generate" | "write";
  readonly done: number;
  readonly total: number;
  readonly transactions: number;
}

export interface WriteOptions {
  readonly meta: TestsetMeta;
  readonly onProgress?: (progress: WriteProgress) => void;
}

/** Who may read a folder and its files: inputs are for everybody (runs have a user of their own), labels for the judge. */
const ACCESS = {
  inputs: { folder: 0o755, file: 0o644 },
  labels: { folder: 0o700, file: 0o600 },
} as const;

type Half = keyof typeof ACCESS;

/** Several threads that make a test set together. */
export interface Crew {
  /** Gathers every block of a world, each thread into a spool of its own in `folder`. The first of what comes back has the commons. */
  gather(folder: string, onBlock: (done: number, total: number, transactions: number) => void): Promise<readonly Gathered[]>;
  readonly writeColumn: WriteColumn;
}

/** A crew of this thread alone. */
function alone(world: World, indexes: readonly number[]) {
  return async (folder: string, onBlock: (done: number, total: number, transactions: number) => void) => {
    const gatherer = new Gatherer(join(folder, "alone"));
    try {
      gatherer.addCommons(world.commons());
      let done = 0;
      for (const index of indexes) {
        gatherer.addBlock(index, world.block(index));
        done++;
        onBlock(done, indexes.length, gatherer.transactions);
        if (done % 8 === 0) await nextTurn(); // let timers and signals in
      }
      return [gatherer.finish()];
    } finally {
      gatherer.close();
    }
  };
}

interface WrittenTable {
  readonly table: Table;
  readonly layout: TableLayout;
  readonly digest: FileDigest;
}

async function turn(): Promise<void> {
  await nextTurn();
}

/** What the two halves are written from. */
interface Source {
  readonly gathered: readonly Gathered[];
  readonly order: BlockOrder;
  /** Null where this thread writes alone. */
  readonly write: WriteColumn | null;
  readonly tick: () => void;
}

async function writeTables(folder: string, half: Half, tables: readonly Table[], source: Source): Promise<WrittenTable[]> {
  const { gathered, order, write, tick } = source;
  const written: WrittenTable[] = [];
  for (const table of tables) {
    const plan = planTable(table, gatheredColumns(table, gathered, order));
    const path = join(folder, half, plan.layout.file);
    const mode = ACCESS[half].file;
    const digest =
      write === null ? await writeTable(path, mode, plan, turn) : await writeTableTogether(path, mode, plan, write, turn);
    written.push({ table, layout: plan.layout, digest });
    tick();
  }
  return written;
}

function writeText(folder: string, half: Half, name: string, text: string): FileDigest {
  return writeHashed(join(folder, half, name), ACCESS[half].file, Buffer.from(text));
}

function makeFolder(folder: string, half: Half): void {
  const path = join(folder, half);
  mkdirSync(path, { mode: 0o700 });
  chmodSync(path, ACCESS[half].folder);
}

async function writeHalf(
  folder: string,
  half: Half,
  tables: readonly Table[],
  meta: TestsetMeta,
  source: Source,
): Promise<Record<string, FileDigest>> {
  const written = await writeTables(folder, half, tables, source);
  const files = Object.fromEntries(written.map(({ layout, digest }) => [`${half}/${layout.file}`, digest]));
  const layout: Layout = { layoutVersion: 1, tables: written.map((table) => table.layout) };
  files[`${half}/${LAYOUT_FILE}`] = writeText(folder, half, LAYOUT_FILE, `${JSON.stringify(layout)}\n`);
  if (half === "inputs") {
    const resources = written.map(({ table, layout: own, digest }) => ({ table, layout: own, bytes: digest.bytes }));
    files[`${half}/${DATA_PACKAGE_FILE}`] = writeText(folder, half, DATA_PACKAGE_FILE, dataPackage(meta, resources));
  }
  return files;
}

async function fill(crew: Pick<Crew, "gather"> & Partial<Crew>, folder: string, options: WriteOptions): Promise<TestsetDigest> {
  makeFolder(folder, "inputs");
  makeFolder(folder, "labels");
  const spools = join(folder, "labels", "spools");
  mkdirSync(spools, { mode: 0o700 });
  let transactions = 0;
  const gathered = await crew.gather(spools, (done, total, so) => {
    transactions = so;
    options.onProgress?.({ phase: "generate", done, total, transactions });
  });
  let done = 0;
  const tick = () => {
    done++;
    options.onProgress?.({ phase: "write", done, total: TABLES.length, transactions });
  };
  const source: Source = { gathered, order: blockOrder(gathered), write: crew.writeColumn ?? null, tick };
  const inputs = await writeHalf(folder, "inputs", INPUT_TABLES, options.meta, source);
  const labels = await writeHalf(folder, "labels", LABEL_TABLES, options.meta, source);
  rmSync(spools, { recursive: true });
  const digest = testsetDigest({ ...inputs, ...labels });
  const checksums = join(folder, CHECKSUMS_FILE);
  writeHashed(checksums, 0o600, Buffer.from(`${JSON.stringify(digest, null, 2)}\n`));
  await syncFiles([checksums, ...Object.keys({ ...inputs, ...labels }).map((path) => join(folder, path))]);
  for (const half of ["inputs", "labels"]) syncFolder(join(folder, half));
  chmodSync(folder, 0o755);
  return digest;
}

/**
 * Generates a world block by block and writes it into `folder`: `inputs/` (for everybody), `labels/` (0700) and
 * `checksums.json` (0600). Memory holds the words, not the rows; the disk needs some twice the set's size while it is written.
 * @returns the digests, as they stand in `checksums.json`.
 * @throws SpecError `exists`, `disk-full`, or `bad-world` where a batch breaks the contract of the columns; nothing is left then.
 */
export async function writeTestset(
  world: World,
  folder: string,
  options: WriteOptions & {
    /** Which blocks to write, in the order of their making: the first so many (for a sample to look at). All of them where absent. */
    readonly indexes?: readonly number[];
  },
): Promise<TestsetDigest> {
  const indexes = options.indexes ?? Array.from({ length: world.blockCount }, (_, index) => index);
  return await asWhole(folder, (partial) => fill({ gather: alone(world, indexes) }, partial, options));
}

/** The same by several threads, to the same bytes. @throws as {@link writeTestset}, and what a thread threw. */
export async function writeTestsetTogether(crew: Crew, folder: string, options: WriteOptions): Promise<TestsetDigest> {
  return await asWhole(folder, (partial) => fill(crew, partial, options));
}
