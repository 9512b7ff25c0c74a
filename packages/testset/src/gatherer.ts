/** What one thread does first: it gathers blocks of a world, in any order, into a spool of its own. */
import { INPUT_TABLES, LABEL_TABLES, SpecError, type WorldBlock, type WorldCommons } from "@vigie/spec";
import type { GatheredColumn } from "./column-gatherer.ts";
import { Growing } from "./growing.ts";
import { SpoolWriter } from "./spool.ts";
import { TableGatherer } from "./table-gatherer.ts";

/** All tables of a test set: those of `inputs/`, then those of `labels/`. */
export const TABLES = [...INPUT_TABLES, ...LABEL_TABLES];

/** What one thread gathered. Can be posted between threads. */
export interface Gathered {
  /** The spool's file. */
  readonly path: string;
  /** Which blocks, in the order in which they were gathered. */
  readonly blocks: Int32Array;
  readonly firstAccount: Int32Array;
  readonly accountCount: Int32Array;
  /** By table and column; a table has a piece for each block, or for the commons alone. */
  readonly tables: readonly (readonly GatheredColumn[])[];
}

/** Tables that come with the commons; the others come block by block. */
export const COMMON_TABLES: ReadonlySet<string> = new Set(["merchants", "rings"]);

export class Gatherer {
  readonly #spool: SpoolWriter;
  readonly #tables: ReadonlyMap<string, TableGatherer>;
  readonly #blocks = new Growing(Int32Array);
  readonly #firstAccount = new Growing(Int32Array);
  readonly #accountCount = new Growing(Int32Array);

  /** @param path of the spool's file, which must not exist; whoever made its folder removes it. */
  constructor(path: string) {
    this.#spool = new SpoolWriter(path);
    this.#tables = new Map(TABLES.map((table) => [table.name, new TableGatherer(table, this.#spool)]));
  }

  #table(name: string): TableGatherer {
    const table = this.#tables.get(name);
    if (!table) throw new Error(`no table ${name}`);
    return table;
  }

  get transactions(): number {
    return this.#table("transactions").rows;
  }

  /** @throws SpecError `bad-world` where the commons break a column's contract. */
  addCommons({ merchants, rings }: WorldCommons): void {
    this.#table("merchants").addNumbered(merchants, 0);
    this.#table("rings").add(rings);
  }

  /** @throws SpecError `bad-world` where the block breaks a column's contract. */
  addBlock(index: number, block: WorldBlock): void {
    const { firstAccount, accountCount, inputs, labels } = block;
    if (inputs.accounts.rows !== accountCount) {
      const expected = `${accountCount} rows, one an account`;
      throw new SpecError("bad-world", [{ file: "accounts", pointer: "", expected, found: String(inputs.accounts.rows) }]);
    }
    this.#table("accounts").addNumbered(inputs.accounts, firstAccount);
    this.#table("units").addNumbered(labels.units, firstAccount);
    const { transactions, events } = inputs;
    const { positives, findings, groups } = labels;
    for (const [name, batch] of Object.entries({ transactions, events, positives, findings, groups })) {
      this.#table(name).addOfBlock(batch, firstAccount, accountCount);
    }
    this.#blocks.push(index);
    this.#firstAccount.push(firstAccount);
    this.#accountCount.push(accountCount);
  }

  /** Ends the gathering; the spool's file is complete then. */
  finish(): Gathered {
    this.#spool.flush();
    return {
      path: this.#spool.path,
      blocks: this.#blocks.taken(),
      firstAccount: this.#firstAccount.taken(),
      accountCount: this.#accountCount.taken(),
      tables: TABLES.map(({ name }) => this.#table(name).taken()),
    };
  }

  /** To be called whether or not the gathering came to its end. */
  close(): void {
    this.#spool.close();
  }
}
