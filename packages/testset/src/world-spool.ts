/** Gathers a whole world: the tables of `inputs/` and of `labels/`, block by block in the order of their accounts. */
import { INPUT_TABLES, LABEL_TABLES, SpecError, type World, type WorldBlock } from "@vigie/spec";
import { Spool } from "./spool.ts";
import { TableSpool } from "./table-spool.ts";

export class WorldSpool {
  readonly #spool: Spool;
  readonly inputs: readonly TableSpool[];
  readonly labels: readonly TableSpool[];
  #accounts = 0;

  /** @param path of the temporary file, which {@link close} removes. */
  constructor(path: string) {
    const spool = new Spool(path);
    this.#spool = spool;
    this.inputs = INPUT_TABLES.map((table) => new TableSpool(table, spool));
    this.labels = LABEL_TABLES.map((table) => new TableSpool(table, spool));
  }

  get accounts(): number {
    return this.#accounts;
  }

  #table(name: string): TableSpool {
    const table = [...this.inputs, ...this.labels].find((one) => one.table.name === name);
    if (!table) throw new Error(`no table ${name}`);
    return table;
  }

  get transactions(): number {
    return this.#table("transactions").rows;
  }

  addCommons(world: World): void {
    const { merchants, rings } = world.commons();
    this.#table("merchants").addNumbered(merchants);
    this.#table("rings").add(rings);
  }

  /** @throws SpecError `bad-world` where the block is not the next one or breaks a column's contract. */
  addBlock(block: WorldBlock): void {
    const { firstAccount, accountCount, inputs, labels } = block;
    if (firstAccount !== this.#accounts) {
      const expected = `the block that begins at account ${this.#accounts}`;
      throw new SpecError("bad-world", [
        { file: "accounts", pointer: "", expected, found: `one that begins at ${firstAccount}` },
      ]);
    }
    if (inputs.accounts.rows !== accountCount) {
      const expected = `${accountCount} rows, one an account`;
      throw new SpecError("bad-world", [{ file: "accounts", pointer: "", expected, found: String(inputs.accounts.rows) }]);
    }
    this.#table("accounts").addNumbered(inputs.accounts);
    this.#table("units").addNumbered(labels.units);
    const { transactions, events } = inputs;
    const { positives, findings, groups } = labels;
    for (const [name, batch] of Object.entries({ transactions, events, positives, findings, groups })) {
      this.#table(name).addOfBlock(batch, firstAccount, accountCount);
    }
    this.#accounts += accountCount;
  }

  close(): void {
    this.#spool.close();
  }
}
