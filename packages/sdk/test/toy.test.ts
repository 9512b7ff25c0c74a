import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bufferSource } from "../src/reader/byte-source.ts";
import { OpenedTables } from "../src/reader/opened-tables.ts";
import { layOutTables, SMALL_WORLD, writeTables, writeWorld } from "./write-tables.ts";

const folder = mkdtempSync(join(tmpdir(), "vigie-toy-"));
const src = join(import.meta.dirname, "../src");
const HARBOUR = layOutTables(
  {
    boats: { vessel: "int32", name: "text", lengthCm: "int64?", fast: "flag" },
    buoys: { vessel: "int32", laidOn: "date", lit: "flag?" },
  },
  {
    boats: [
      { vessel: 0, name: "Alma", lengthCm: 720, fast: 1 },
      { vessel: 2, name: "Bluet" },
    ],
    buoys: [
      { vessel: 1, laidOn: 19_000, lit: 1 },
      { vessel: 3, laidOn: 19_001 },
    ],
  },
);

/** The SDK with the toy's registries in the place of its own. */
const toyRegistries: Plugin = {
  name: "toy",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/(kinds|worlds)\/index\.ts$/ }, ({ path }) => ({
      path: join(import.meta.dirname, `toy/${path.includes("kinds") ? "kinds" : "worlds"}.ts`),
    })),
};

beforeAll(async () => {
  for (const [name, plugins] of Object.entries({ toy: [toyRegistries], own: [] })) {
    for (const [entry, platform] of [
      ["run", "node"],
      ["index", "neutral"],
    ] as const) {
      const outfile = join(folder, name, `${entry}.mjs`);
      await build({ bundle: true, format: "esm", platform, plugins, entryPoints: [join(src, `${entry}.ts`)], outfile });
    }
  }
  writeTables(join(folder, "data"), HARBOUR);
  writeFileSync(join(folder, "data/datapackage.json"), '{"name":"harbour-day","world":"harbour"}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(house: "toy" | "own", source: string, data = "data") {
  const file = join(folder, house, "detector.mjs");
  writeFileSync(file, source);
  const done = spawnSync(process.execPath, [join(folder, house, "run.mjs"), file], {
    encoding: "utf8",
    env: { VIGIE_DATA: join(folder, data) },
  });
  return { out: done.stdout, log: done.stderr, code: done.status };
}

describe("a world without rows of its own", () => {
  const harbour = new OpenedTables(HARBOUR.layout, (file) => bufferSource(HARBOUR.files.get(file)!));

  test("is read by its tables, whatever their columns", () => {
    const [boats, buoys] = [harbour.table("boats"), harbour.table("buoys")];
    expect([...boats.numbers("vessel"), ...buoys.numbers("vessel")]).toEqual([0, 2, 1, 3]);
    expect([...boats.numbers("lengthCm")]).toEqual([720, NaN]);
    expect([...boats.numbers("fast", 1, 2)]).toEqual([0]);
    expect([...buoys.numbers("lit")]).toEqual([1, NaN]);
    expect([...boats.codes("name")].map((code) => boats.words("name")[code])).toEqual(["Alma", "Bluet"]);
    expect(harbour.table("boats")).toBe(boats);
  });

  test("names what there is", () => {
    expect(() => harbour.table("accounts")).toThrow("expected a table named accounts, found boats, buoys");
    expect(() => harbour.table("boats").numbers("length")).toThrow("vessel, name, lengthCm, fast");
  });

  test("is walked by a kind of its own", () => {
    const detector = `import { defineLookout } from "./index.mjs";
      export default defineLookout(function* (dataset) {
        const boats = dataset.table("boats");
        const lengths = boats.numbers("lengthCm");
        for (const [row, vessel] of boats.numbers("vessel").entries()) yield { vessel, points: lengths[row] > 700 ? 1 : 0 };
      });`;
    expect(run("toy", detector)).toEqual({
      out: '{"vessel":0,"points":1}\n{"vessel":2,"points":0}\n{"end":2}\n',
      log: "",
      code: 0,
    });
  });

  test("refuses a detector of another kind", () => {
    const detector = 'import { defineDetector } from "./index.mjs"; export default defineDetector(() => null);';
    const { log, code } = run("own", detector);
    expect(log).toMatch(/expected the data of a bank[^]*données d’une banque attendues/);
    expect(code).toBe(1);
  });

  test("is a bank's where no world is named", () => {
    writeWorld(join(folder, "bank"), SMALL_WORLD);
    writeFileSync(join(folder, "bank/datapackage.json"), '{"name":"small"}');
    const detector = 'import { defineDetector } from "./index.mjs"; export default defineDetector(() => null);';
    expect(run("own", detector, "bank")).toEqual({ out: '{"end":0}\n', log: "", code: 0 });
  });
});
