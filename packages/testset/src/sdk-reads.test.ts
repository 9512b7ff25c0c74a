import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDataset } from "@vigie/sdk/node";
import { scratchFolder } from "../test/scratch-folder.ts";
import { type Row, tinyRows, worldOf, WRITE } from "../test/tiny-world.ts";
import { writeTestset } from "./write-testset.ts";

/** A row under the names that the SDK gives its columns. */
function camelCase(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), cell]),
  );
}

describe("the SDK's reader", async () => {
  const folder = join(scratchFolder(), "set");
  const rows = tinyRows();
  await writeTestset(worldOf(rows, [2, 3]), folder, WRITE);

  it("gives every account with its transactions and events, value by value", () => {
    const dataset = openDataset(join(folder, "inputs"));
    expect(dataset.accounts.length).toBe(rows.accounts.length);
    for (const [i, account] of dataset.accounts.entries()) {
      const ofAccount = (all: readonly Row[]) => all.filter((row) => row["account"] === i).map(camelCase);
      expect(account).toMatchObject(camelCase(rows.accounts[i]));
      expect(account.transactions.length).toBe(ofAccount(rows.transactions).length);
      for (const [k, row] of ofAccount(rows.transactions).entries()) expect(account.transactions[k]).toMatchObject(row);
      expect(account.events.length).toBe(ofAccount(rows.events).length);
      for (const [k, row] of ofAccount(rows.events).entries()) expect(account.events[k]).toMatchObject(row);
    }
    expect(dataset.merchants.length).toBe(0);
    dataset.close();
  });

  it("gives whole columns", () => {
    const { tables, close } = openDataset(join(folder, "inputs"));
    const { transactions } = tables;
    expect([...transactions.numbers("balanceAfterCents")]).toEqual(rows.transactions.map((row) => row["balance_after_cents"]));
    expect([...transactions.numbers("mcc")]).toEqual(rows.transactions.map((row) => row["mcc"] ?? NaN));
    const memos = [...transactions.codes("memo")].map((code) => (code < 0 ? null : transactions.words("memo")[code]));
    expect(memos).toEqual(rows.transactions.map((row) => row["memo"]));
    close();
  });
});
