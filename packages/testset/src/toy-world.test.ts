import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Column, ColumnType, Table } from "@vigie/spec";
import { scratchFolder } from "../test/scratch-folder.ts";
import { worldOf, type TinyRows } from "../test/tiny-world.ts";
import { verifyTestset } from "./checksums.ts";
import { worldOfSet } from "./data-package.ts";
import { readTable, tableRows } from "./read/read-table.ts";
import { csvOfSubjects, subjectRows } from "./read/subject-rows.ts";
import { openTruth } from "./read/truth.ts";
import { writeTestset } from "./write-testset.ts";

const WORDS = { en: "a word", fr: "un mot" };

function column(name: string, type: ColumnType = "int32"): Column {
  return { name, type, nullable: false, about: WORDS };
}

function table(half: Table["half"], name: string, columns: Column[], more: Partial<Table> = {}): Table {
  return { name, half, about: WORDS, columns, ...more };
}

/** A harbour: vessels are boats or buoys, of one numbering, and have signals; ports belong to nobody. */
const TABLES = [
  table("inputs", "boats", [column("vessel"), column("name", "text")], { lists: "vessel" }),
  table("inputs", "buoys", [column("depth"), column("vessel")], { lists: "vessel" }),
  table("inputs", "signals", [column("signal", "int64"), column("vessel"), column("time", "timestamp")], {
    owner: "vessel",
    cited: "signal",
    time: "time",
  }),
  table("inputs", "ports", [column("port"), column("name", "text")], { common: true, numbered: "port" }),
  table("labels", "smugglers", [column("vessel")], { owner: "vessel" }),
];
const ROWS = {
  boats: [0, 2, 3, 6].map((vessel) => ({ vessel, name: `Boat ${9 - vessel}` })),
  buoys: [1, 4, 5].map((vessel) => ({ vessel, depth: 10 * vessel })),
  signals: [0, 0, 1, 4, 6].map((vessel, nth) => ({ signal: 90 - nth, vessel, time: 1000 + nth })),
  ports: ["Gaspé", "Rimouski"].map((name, port) => ({ port, name })),
  smugglers: [{ vessel: 3 }, { vessel: 6 }],
} satisfies TinyRows;
const META = { id: "harbour", version: "1.0.0", world: "sea", title: WORDS, licence: "CC0-1.0" };
const VESSEL = { id: "vessel", one: WORDS, many: WORDS };
const scratch = scratchFolder();
let count = 0;

async function written(rows: TinyRows, blocks: readonly number[] = [3, 2]): Promise<string> {
  const folder = join(scratch, `set-${++count}`);
  const lines: string[] = [];
  await writeTestset(worldOf(rows, blocks, TABLES), folder, {
    meta: META,
    tables: TABLES,
    onProgress: ({ phase, done, rows: so }) => lines.push(`${phase} ${done}: ${so}`),
  });
  expect(lines).toEqual([
    "generate 1: 3",
    "generate 2: 4",
    "generate 3: 5",
    ...[1, 2, 3, 4, 5].map((done) => `write ${done}: 5`),
  ]);
  return folder;
}

describe("a world of other tables", async () => {
  const folder = await written(ROWS);

  it("is written as it declares them, and says which world it is", async () => {
    expect(worldOfSet(folder)).toBe("sea");
    expect(tableRows(folder)).toEqual({ boats: 4, buoys: 3, signals: 5, ports: 2, smugglers: 2 });
    expect(Object.keys(readTable(join(folder, "inputs"), "buoys").columns)).toEqual(["depth", "vessel"]);
    expect(await verifyTestset(folder)).toEqual([]);
    expect(readFileSync(join(folder, "inputs", "datapackage.json"), "utf8")).toContain('"world": "sea"');
  });

  it("opens for scoring: as many subjects as its tables list, whose signals are whose, and its labels", () => {
    const truth = openTruth(folder, { tables: TABLES, subject: VESSEL });
    expect([truth.subjects, truth.subject, truth.declared]).toEqual([7, "vessel", [TABLES[4]]]);
    const owned = ROWS.signals.map(({ signal }) => Array.from({ length: 7 }, (_, vessel) => truth.owns(vessel, signal)));
    expect(owned).toEqual(ROWS.signals.map(({ vessel }) => Array.from({ length: 7 }, (_, one) => one === vessel)));
    expect(truth.table("smugglers")).toMatchObject({ rows: 2, columns: { vessel: { values: Int32Array.of(3, 6) } } });
    expect(truth.place("smugglers")).toBe(join(folder, "labels", "smugglers.arrow"));
  });

  it("gives the rows of some subjects, and those of nobody whole", () => {
    const inputs = TABLES.filter(({ half }) => half === "inputs");
    const found = subjectRows(folder, inputs, [6, 4]);
    expect(found.get(6)).toEqual({
      boats: { columns: ["vessel", "name"], rows: [[6, "Boat 3"]] },
      buoys: { columns: ["depth", "vessel"], rows: [] },
      signals: { columns: ["signal", "vessel", "time"], rows: [[86, 6, 1004]] },
    });
    expect(found.get(4)?.["buoys"].rows).toEqual([[40, 4]]);
    expect(csvOfSubjects(folder, inputs[1], new Set([4, 6]))).toBe("\ufeffdepth,vessel\r\n40,4\r\n");
    expect(csvOfSubjects(folder, inputs[3], new Set([4])).split("\r\n").length).toBe(4);
  });

  const [, ...boats] = ROWS.boats;
  it.each([
    ["a subject that no table lists", { boats }, "boats, buoys: expected 3 rows, one a subject; found 2"],
    [
      "a subject that two list",
      { boats: [{ vessel: 1, name: "Twice" }, ...boats] },
      "boats, buoys: expected each subject in one of them; found 1 twice",
    ],
    [
      "a common table that is not numbered",
      { ports: ROWS.ports.toReversed() },
      "ports at /port/0: expected the row's number, 0; found 1",
    ],
  ])("is refused for %s", async (_, change, sentence) => {
    await expect(written({ ...ROWS, ...change }, [3, 2])).rejects.toThrow(sentence);
  });

  it("is refused where a block has a table that the set has not", async () => {
    const options = { meta: META, tables: TABLES.slice(1) };
    const world = worldOf(ROWS, [], TABLES);
    await expect(writeTestset(world, join(scratch, "other"), options)).rejects.toThrow(
      "block: expected the tables buoys, signals, smugglers; found boats, buoys, signals, smugglers",
    );
  });
});
