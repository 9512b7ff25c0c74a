import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SpecError } from "@vigie/spec";
import { scratchFolder } from "../test/scratch-folder.ts";
import { META, tinyRows, worldOf, type Row, type TinyRows } from "../test/tiny-world.ts";
import { loadLabels } from "./load-labels.ts";
import { writeTestset } from "./write-testset.ts";

const scratch = scratchFolder();
const rows = tinyRows();
let count = 0;

async function labelsOf(change: Partial<TinyRows>) {
  count++;
  const folder = join(scratch, `set-${count}`);
  await writeTestset(worldOf({ ...rows, ...change }), folder, { meta: META });
  return loadLabels(folder);
}

/** Rows with one of them changed. */
function changed(list: readonly Row[], at: number, change: Row): Row[] {
  return list.map((row, i) => (i === at ? { ...row, ...change } : row));
}

describe("labels", () => {
  it("come back as scoring takes them", async () => {
    const labels = await labelsOf({});
    const [first, , , , last] = rows.findings;
    expect(labels).toEqual({
      accountCount: 7,
      positives: [
        {
          account: 1,
          ring: 0,
          role: "exploited",
          planted: new Map([["a-first", new Set([first["evidence"], 77])]]),
          incidental: new Set(["b-second"]),
        },
        {
          account: 5,
          ring: 0,
          role: "controller",
          planted: new Map([["b-second", new Set([last["evidence"]])]]),
          incidental: new Set(),
        },
      ],
      groups: new Map([
        ["newcomers", Int32Array.of(0, 1)],
        ["salons", Int32Array.of(3)],
      ]),
      units: { ofAccount: Int32Array.of(0, 1, 2, 3, 4, 1, 5), stratumOfUnit: Int32Array.of(0, 1, 1, 2, 1, 1) },
    });
  });

  it("number units by their first accounts, whatever numbers stand in the file", async () => {
    const units = rows.units.map((row) => ({ ...row, unit: 1000 - 7 * Number(row["unit"]) }));
    expect((await labelsOf({ units })).units).toEqual((await labelsOf({})).units);
  });

  const everybody = rows.accounts.map((_, account) => ({ ...rows.positives[0], account }));
  const refused: { claim: string; change: Partial<TinyRows>; message: RegExp }[] = [
    {
      claim: "no positive",
      change: { positives: [] },
      message: /positives\.arrow: expected at least one positive/,
    },
    {
      claim: "nothing but positives",
      change: { positives: everybody },
      message: /positives\.arrow.*fewer positives than accounts \(7\); found 7/,
    },
    {
      claim: "a positive with nothing planted",
      change: { findings: rows.findings.slice(0, 4) },
      message: /positives\.arrow at \/account\/1: expected a planted finding of account 5/,
    },
    {
      claim: "an unknown role",
      change: { positives: changed(rows.positives, 1, { role: "boss" }) },
      message: /positives\.arrow at \/role\/1: expected exploited.*found "boss"/,
    },
    {
      claim: "a ring that is not listed",
      change: { positives: changed(rows.positives, 0, { ring: 9 }) },
      message: /positives\.arrow at \/ring\/0: expected a ring of rings\.arrow; found 9/,
    },
    {
      claim: "a positive twice",
      change: { positives: [rows.positives[0], rows.positives[0]] },
      message: /positives\.arrow at \/account\/1/,
    },
    {
      claim: "a planted row of a lawful account",
      change: { findings: changed(rows.findings, 3, { planted: 1 }) },
      message: /findings\.arrow at \/planted\/3: expected 0, as account 3/,
    },
    {
      claim: "an account twice in a group",
      change: { groups: [rows.groups[0], rows.groups[0]] },
      message: /groups\.arrow at \/account\/1/,
    },
    {
      claim: "a unit in two strata",
      change: { units: changed(rows.units, 5, { stratum: "salons" }) },
      message: /units\.arrow at \/stratum\/5: expected "none", as elsewhere in unit 1; found "salons"/,
    },
  ];

  it.each(refused)("with $claim are refused by file and row", async ({ change, message }) => {
    const failure: unknown = await labelsOf(change).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(SpecError);
    expect(String(failure)).toMatch(message);
  });

  it("of an account out of range are refused", async () => {
    // The writer refuses such a row itself, so the fault is put where only the reader meets it: in a set with fewer units.
    const folder = join(scratch, "short");
    await writeTestset(worldOf(rows), folder, { meta: META });
    const small = join(scratch, "small");
    const four = { ...rows, accounts: rows.accounts.slice(0, 4), units: rows.units.slice(0, 4) };
    await writeTestset(worldOf(four), small, { meta: META });
    const units = JSON.parse(readLayout(small)).tables.find((table: { name: string }) => table.name === "units");
    const layout = JSON.parse(readLayout(folder));
    layout.tables = layout.tables.map((table: { name: string }) => (table.name === "units" ? units : table));
    cpSync(join(small, "labels", "units.arrow"), join(folder, "labels", "units.arrow"));
    writeFileSync(join(folder, "labels", "layout.json"), JSON.stringify(layout));
    expect(() => loadLabels(folder)).toThrow(/positives\.arrow at \/account\/1: expected an account from 0 to 3; found 5/);
  });
});

function readLayout(folder: string): string {
  return readFileSync(join(folder, "labels", "layout.json"), "utf8");
}
