import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../../test/scratch-folder.ts";
import { tinyRows, worldOf, WRITE } from "../../test/tiny-world.ts";
import { writeTestset } from "../write-testset.ts";
import { openTruth } from "./truth.ts";

describe("a set, open for scoring,", async () => {
  const folder = join(scratchFolder(), "set");
  const rows = tinyRows();
  await writeTestset(worldOf(rows, [3]), folder, WRITE);
  const truth = openTruth(folder);
  const owners = new Map([
    ...rows.transactions.map((row) => [Number(row["transaction"]), Number(row["account"])] as const),
    ...rows.events.map((row) => [row["event"], row["account"]] as const),
  ]);

  it("knows every id under its own account and under no other", () => {
    expect(owners.size).toBe(rows.transactions.length + rows.events.length);
    for (const [id, owner] of owners) {
      expect(rows.accounts.map((_, account) => truth.owns(account, id))).toEqual(
        rows.accounts.map((_, account) => account === owner),
      );
    }
  });

  it("knows no other id, and takes any number for an account", () => {
    const account = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double());
    fc.assert(
      fc.property(account, fc.oneof(fc.maxSafeInteger(), fc.double()), (owner, id) => {
        expect(truth.owns(owner, id)).toBe(owners.get(id) === owner);
      }),
    );
  });
});
