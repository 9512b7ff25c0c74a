/** A world becomes a test set on disk. The bytes depend on the world's rows alone, not on how they were cut into blocks. */
import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { LAYOUT_FILE, type Layout } from "@vigie/sdk";
import type { Table, World } from "@vigie/spec";
import { syncFiles, syncFolder, writeHashed, type FileDigest } from "./arrow/hashed-file.ts";
import { blockOrder, joinedColumns } from "./arrow/joined-columns.ts";
import { writeTable, writeTableTogether, type WriteColumn } from "./arrow/table-file.ts";
import { planTable } from "./arrow/table-plan.ts";
import { CHECKSUMS_FILE, testsetDigest, type TestsetDigest } from "./checksums.ts";
import { DATA_PACKAGE_FILE, dataPackage, type TestsetMeta, type WrittenTable } from "./data-package.ts";
import { Gatherer, type Gathered } from "./gather/gatherer.ts";
import { asWhole } from "./partial-folder.ts";

/** How far the writing is: blocks generated, then tables written; and the rows so far of the first table whose rows are cited. */
export interface WriteProgress {
  readonly phase: "generate" | "write";
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}

export interface WriteOptions {
  readonly meta: TestsetMeta;
  /** Those of the set (`tablesOf` its dataset), in the order of their files. */
  readonly tables: readonly Table[];
  readonly onProgress?: (progress: WriteProgress) => void;
}

/** Who may read a folder and its files: inputs are for everybody (runs have a user of their own), labels for the judge. */
const ACCESS = {
  inputs: { folder: 0o755, file: 0o644 },
  labels: { folder: 0o700, file: 0o600 },
} as const;
const HALVES = ["inputs", "labels"] as const;
type Half = (typeof HALVES)[number];

/** Is told of each block that was gathered. */
export type OnBlock = (done: number, total: number, rows: number) => void;

/** Several threads that make a test set together. */
export interface Crew {
  /** Gathers every block of a world, each thread into a spool of its own in `folder`. The first of what comes back has the commons. */
  gather(folder: string, onBlock: OnBlock): Promise<readonly Gathered[]>;
  readonly writeColumn: WriteColumn;
}

/** A crew of this thread alone. */
function alone(world: World, tables: readonly Table[], indexes: readonly number[]) {
  return async (folder: string, onBlock: OnBlock) => {
    const gatherer = new Gatherer(join(folder, "alone"), tables);
    try {
      gatherer.addCommons(world.commons());
      for (const [nth, index] of indexes.entries()) {
        gatherer.addBlock(index, world.block(index));
        onBlock(nth + 1, indexes.length, gatherer.rows);
        if (nth % 8 === 7) await nextTurn(); // let timers and signals in
      }
      return [gatherer.finish()];
    } finally {
      gatherer.close();
    }
  };
}

/** A set that is being written, once its rows are gathered. */
class SetWriter {
  /** By path from the set's folder. */
  readonly files: Record<string, FileDigest> = {};
  readonly #folder: string;
  readonly #options: WriteOptions;
  readonly #gathered: readonly Gathered[];
  /** Null where this thread writes alone. */
  readonly #write: WriteColumn | null;

  constructor(folder: string, options: WriteOptions, gathered: readonly Gathered[], write: WriteColumn | null) {
    this.#folder = folder;
    this.#options = options;
    this.#gathered = gathered;
    this.#write = write;
  }

  #text(half: Half, name: string, text: string): void {
    this.files[`${half}/${name}`] = writeHashed(join(this.#folder, half, name), ACCESS[half].file, Buffer.from(text));
  }

  async half(half: Half, onTable: () => void): Promise<void> {
    const { tables, meta } = this.#options;
    const order = blockOrder(this.#gathered);
    const written: WrittenTable[] = [];
    for (const table of tables.filter((one) => one.half === half)) {
      const plan = planTable(table, joinedColumns(table, tables, this.#gathered, order));
      const target = { path: join(this.#folder, half, plan.layout.file), mode: ACCESS[half].file, plan };
      const digest = await (this.#write === null ? writeTable(target) : writeTableTogether(target, this.#write));
      written.push({ table, layout: plan.layout, digest });
      this.files[`${half}/${plan.layout.file}`] = digest;
      onTable();
    }
    const layout: Layout = { layoutVersion: 1, tables: written.map((table) => table.layout) };
    this.#text(half, LAYOUT_FILE, `${JSON.stringify(layout)}\n`);
    if (half === "inputs") this.#text(half, DATA_PACKAGE_FILE, dataPackage(meta, written));
  }
}

async function fill(crew: Pick<Crew, "gather"> & Partial<Crew>, folder: string, options: WriteOptions): Promise<TestsetDigest> {
  for (const half of HALVES) {
    mkdirSync(join(folder, half), { mode: 0o700 });
    chmodSync(join(folder, half), ACCESS[half].folder);
  }
  const spools = join(folder, "labels", "spools");
  mkdirSync(spools, { mode: 0o700 });
  const { tables, onProgress } = options;
  let rows = 0;
  const gathered = await crew.gather(spools, (done, total, so) => {
    rows = so;
    onProgress?.({ phase: "generate", done, total, rows });
  });
  const writer = new SetWriter(folder, options, gathered, crew.writeColumn ?? null);
  let done = 0;
  for (const half of HALVES)
    await writer.half(half, () => onProgress?.({ phase: "write", done: ++done, total: tables.length, rows }));
  rmSync(spools, { recursive: true });
  const digest = testsetDigest(writer.files);
  const checksums = join(folder, CHECKSUMS_FILE);
  writeHashed(checksums, 0o600, Buffer.from(`${JSON.stringify(digest, null, 2)}\n`));
  await syncFiles([checksums, ...Object.keys(writer.files).map((path) => join(folder, path))]);
  for (const half of HALVES) syncFolder(join(folder, half));
  chmodSync(folder, 0o755);
  return digest;
}

/**
 * Generates a world block by block and writes it into `folder`: `inputs/` (for everybody), `labels/` (0700) and
 * `checksums.json` (0600). Memory holds the words, not the rows; the disk needs some twice the set's size while it is written.
 * @returns the digests, as they stand in `checksums.json`.
 * @throws SpecError `exists`, `disk-full`, or `bad-world` where a batch breaks what its table declares; nothing is left then.
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
  return await asWhole(folder, (partial) => fill({ gather: alone(world, options.tables, indexes) }, partial, options));
}

/** The same by several threads, to the same bytes. @throws as {@link writeTestset}, and what a thread threw. */
export async function writeTestsetTogether(crew: Crew, folder: string, options: WriteOptions): Promise<TestsetDigest> {
  return await asWhole(folder, (partial) => fill(crew, partial, options));
}
