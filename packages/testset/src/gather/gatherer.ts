/** What one thread does first: it gathers blocks of a world, in any order, into a spool of its own. */
import { SpecError, type Batches, type Table, type TableBatch, type WorldBlock } from "@vigie/spec";
import type { GatheredColumn } from "./column-gatherer.ts";
import { SpoolWriter } from "./spool.ts";
import { TableGatherer } from "./table-gatherer.ts";

/** A block by its number, and whose rows it has. */
export interface GatheredBlock extends Pick<WorldBlock, "first" | "count"> {
  readonly index: number;
}

/** What one thread gathered. Can be posted between threads. */
export interface Gathered {
  /** The spool's file. */
  readonly path: string;
  /** In the order in which they were gathered. */
  readonly blocks: readonly GatheredBlock[];
  /** By table and column; a table has a piece for each block, or for the commons alone. */
  readonly tables: readonly (readonly GatheredColumn[])[];
}

export class Gatherer {
  readonly #spool: SpoolWriter;
  readonly #tables: readonly TableGatherer[];
  readonly #blocks: GatheredBlock[] = [];

  /**
   * @param path of the spool's file, which must not exist; whoever made its folder removes it.
   * @param tables those of the set.
   */
  constructor(path: string, tables: readonly Table[]) {
    this.#spool = new SpoolWriter(path);
    this.#tables = tables.map((table) => new TableGatherer(table, this.#spool));
  }

  /** Rows so far of the first table whose rows are cited, which are most of a set: what progress is told in. */
  get rows(): number {
    return this.#tables.find(({ table }) => table.cited !== undefined)?.rows ?? 0;
  }

  /** @throws SpecError `bad-world` where the commons break what their tables declare. */
  addCommons(commons: Batches): void {
    for (const [table, batch] of this.#dealt(commons, true)) table.addCommon(batch);
  }

  /** @throws SpecError `bad-world` where the block breaks what its tables declare. */
  addBlock(index: number, block: WorldBlock): void {
    const dealt = this.#dealt(block.tables, false);
    for (const half of ["inputs", "labels"]) {
      checkListing(
        dealt.filter(([{ table }]) => table.half === half && table.lists !== undefined),
        block.count,
      );
    }
    for (const [table, batch] of dealt) table.addOfBlock(batch, block);
    this.#blocks.push({ index, first: block.first, count: block.count });
  }

  /** Each table with its batch. */
  #dealt(batches: Batches, common: boolean): (readonly [TableGatherer, TableBatch])[] {
    const own = this.#tables.filter(({ table }) => (table.common === true) === common);
    const [expected, found] = [own.map(({ table }) => table.name), Object.keys(batches)].map((names) =>
      names.toSorted().join(", "),
    );
    if (expected !== found) refuse(common ? "commons" : "block", `the tables ${expected}`, found);
    return own.map((table) => [table, batches[table.table.name]] as const);
  }

  /** Ends the gathering; the spool's file is complete then. */
  finish(): Gathered {
    this.#spool.flush();
    return { path: this.#spool.path, blocks: this.#blocks, tables: this.#tables.map((table) => table.taken()) };
  }

  /** To be called whether or not the gathering came to its end. */
  close(): void {
    this.#spool.close();
  }
}

function refuse(file: string, expected: string, found: string): never {
  throw new SpecError("bad-world", [{ file, pointer: "", expected, found }]);
}

/** Each table's own subjects ascend; together they are to be all of the block, each once. */
function checkListing(listing: readonly (readonly [TableGatherer, TableBatch])[], count: number): void {
  if (listing.length === 0) return;
  const file = listing.map(([{ table }]) => table.name).join(", ");
  const rows = listing.reduce((sum, [, batch]) => sum + batch.rows, 0);
  if (rows !== count) refuse(file, `${count} rows, one a subject`, String(rows));
  if (listing.length === 1) return;
  const subjects = listing.flatMap(([{ table }, batch]) => {
    const column = batch.columns[table.lists ?? ""];
    return column?.kind === "int32" ? Array.from(column.values.subarray(0, batch.rows)) : [];
  });
  const met = new Set<number>();
  const twice = subjects.find((subject) => met.size === met.add(subject).size);
  if (twice !== undefined) refuse(file, "each subject in one of them", `${twice} twice`);
}
