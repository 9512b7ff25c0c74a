/** A world becomes a test set on disk. The bytes depend on the world's rows alone, not on how they were cut into blocks. */
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { LAYOUT_FILE, type Layout, type TableLayout } from "@vigie/sdk";
import type { Table, World } from "@vigie/spec";
import { CHECKSUMS_FILE, testsetDigest, type TestsetDigest } from "./checksums.ts";
import { DATA_PACKAGE_FILE, dataPackage, type TestsetMeta } from "./data-package.ts";
import { syncFolder, writeHashed, type FileDigest } from "./hashed-file.ts";
import { asWhole } from "./partial-folder.ts";
import { writeTableFile } from "./table-file.ts";
import type { TableSpool } from "./table-spool.ts";
import { WorldSpool } from "./world-spool.ts";

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
  /** Which blocks to write: the first so many, in order (for a sample to look at). All of them where absent. */
  readonly indexes?: readonly number[];
}

/** Who may read a folder and its files: inputs are for everybody (runs have a user of their own), labels for the judge. */
const ACCESS = {
  inputs: { folder: 0o755, file: 0o644 },
  labels: { folder: 0o700, file: 0o600 },
} as const;

type Half = keyof typeof ACCESS;

async function gather(world: World, spool: WorldSpool, options: WriteOptions): Promise<void> {
  const indexes = options.indexes ?? Array.from({ length: world.blockCount }, (_, index) => index);
  spool.addCommons(world);
  let done = 0;
  for (const index of indexes) {
    spool.addBlock(world.block(index));
    done++;
    options.onProgress?.({ phase: "generate", done, total: indexes.length, transactions: spool.transactions });
    if (done % 8 === 0) await nextTurn(); // let timers and signals in
  }
}

interface WrittenTable {
  readonly table: Table;
  readonly layout: TableLayout;
  readonly digest: FileDigest;
}

async function writeTables(folder: string, half: Half, tables: readonly TableSpool[], tick: () => void): Promise<WrittenTable[]> {
  const written: WrittenTable[] = [];
  for (const { table, columns } of tables) {
    const path = join(folder, half, `${table.name}.arrow`);
    written.push({ table, ...writeTableFile(path, ACCESS[half].file, table, columns) });
    tick();
    await nextTurn();
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
  tables: readonly TableSpool[],
  meta: TestsetMeta,
  tick: () => void,
): Promise<Record<string, FileDigest>> {
  const written = await writeTables(folder, half, tables, tick);
  const files = Object.fromEntries(written.map(({ layout, digest }) => [`${half}/${layout.file}`, digest]));
  const layout: Layout = { layoutVersion: 1, tables: written.map((table) => table.layout) };
  files[`${half}/${LAYOUT_FILE}`] = writeText(folder, half, LAYOUT_FILE, `${JSON.stringify(layout)}\n`);
  if (half === "inputs") {
    const resources = written.map(({ table, layout: own, digest }) => ({ table, layout: own, bytes: digest.bytes }));
    files[`${half}/${DATA_PACKAGE_FILE}`] = writeText(folder, half, DATA_PACKAGE_FILE, dataPackage(meta, resources));
  }
  syncFolder(join(folder, half));
  return files;
}

async function fill(world: World, folder: string, options: WriteOptions): Promise<TestsetDigest> {
  makeFolder(folder, "inputs");
  makeFolder(folder, "labels");
  const spool = new WorldSpool(join(folder, "labels", "spool.tmp"));
  try {
    await gather(world, spool, options);
    const total = spool.inputs.length + spool.labels.length;
    let done = 0;
    const tick = () => {
      done++;
      options.onProgress?.({ phase: "write", done, total, transactions: spool.transactions });
    };
    const inputs = await writeHalf(folder, "inputs", spool.inputs, options.meta, tick);
    const labels = await writeHalf(folder, "labels", spool.labels, options.meta, tick);
    const digest = testsetDigest({ ...inputs, ...labels });
    writeHashed(join(folder, CHECKSUMS_FILE), 0o600, Buffer.from(`${JSON.stringify(digest, null, 2)}\n`));
    chmodSync(folder, 0o755);
    return digest;
  } finally {
    spool.close();
  }
}

/**
 * Generates a world block by block and writes it into `folder`: `inputs/` (for everybody), `labels/` (0700) and
 * `checksums.json` (0600). Memory holds the words and a bit a value, not the rows; the disk needs some twice the set's size
 * while it is written.
 * @returns the digests, as they stand in `checksums.json`.
 * @throws SpecError `exists`, `disk-full`, or `bad-world` where a batch breaks the contract of the columns; nothing is left then.
 */
export async function writeTestset(world: World, folder: string, options: WriteOptions): Promise<TestsetDigest> {
  return await asWhole(folder, (partial) => fill(world, partial, options));
}
