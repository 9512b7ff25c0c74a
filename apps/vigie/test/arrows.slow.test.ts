/** The arrows check, held to what it promises: each forbidden import fails it by name, an allowed one passes. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const DEPCRUISE = join(ROOT, "node_modules/.bin/depcruise");
const CONFIG = join(ROOT, ".config/arrows.cjs");

const trees: string[] = [];
afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true });
});

/** Runs the check on a tree of these files. */
function arrows(files: Readonly<Record<string, string>>): { readonly status: number | null; readonly said: string } {
  const tree = mkdtempSync(join(tmpdir(), "vigie-arrows-"));
  trees.push(tree);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, name)), { recursive: true });
    writeFileSync(join(tree, name), content);
  }
  const run = spawnSync(DEPCRUISE, ["--config", CONFIG, "apps", "packages"], { cwd: tree, encoding: "utf8" });
  return { status: run.status, said: run.stdout + run.stderr };
}

/** A tree that breaks nothing; every case adds one fault to it. */
const SOUND = {
  "apps/leaderboard/src/a.ts": 'import { own } from "./b.ts";\nexport const twice = 2 * own;\n',
  "apps/leaderboard/src/b.ts": "export const own = 1;\n",
  "packages/testset/src/b.ts": "export const labels = 1;\n",
  "packages/store/src/judge.ts": "export const replicates = 1;\n",
  "packages/spec/src/kinds/ranking/ranking.ts": "export const ranking = 1;\nexport type Ranking = typeof ranking;\n",
  "packages/spec/src/kinds/index.ts": 'import { ranking } from "./ranking/ranking.ts";\nexport const KINDS = { ranking };\n',
  "packages/spec/src/worlds/bank/bank.ts": "export const bank = 1;\nexport type Bank = typeof bank;\n",
  "packages/spec/src/worlds/index.ts": 'import { bank } from "./bank/bank.ts";\nexport const WORLDS = { bank };\n',
  "packages/spec/src/registry.ts":
    'import { KINDS } from "./kinds/index.ts";\nimport { WORLDS } from "./worlds/index.ts";\nexport const all = { KINDS, WORLDS };\n',
};

it("passes a tree whose files import what they may, a Node built-in in a server's room included", () => {
  const run = arrows({
    ...SOUND,
    "packages/runner/src/a.ts": 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n',
  });
  expect(run).toMatchObject({ status: 0 });
});

it.each([
  {
    fault: "the runner reads the labels' room",
    file: "packages/runner/src/a.ts",
    source: 'import { labels } from "../../testset/src/b.ts";\nexport const seen = labels;\n',
    rules: ["arrows-of-packages-runner", "by-name"],
  },
  {
    fault: "the runner imports a type of the labels' room",
    file: "packages/runner/src/a.ts",
    source: 'import type { labels } from "../../testset/src/b.ts";\nexport type Seen = typeof labels;\n',
    rules: ["arrows-of-packages-runner"],
  },
  {
    fault: "a room that runs in browsers imports a Node built-in",
    file: "packages/synth/src/a.ts",
    source: 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n',
    rules: ["runs-in-a-browser-too"],
  },
  {
    fault: "the web app reads what the judge keeps to itself",
    file: "apps/leaderboard/src/c.ts",
    source: 'import { replicates } from "../../../packages/store/src/judge.ts";\nexport const seen = replicates;\n',
    rules: ["leaderboard-does-not-read-the-judges-side", "by-name"],
  },
  {
    fault: "two files import each other",
    file: "apps/leaderboard/src/b.ts",
    source: 'import { twice } from "./a.ts";\nexport const own = 1;\nexport const four = (): number => 2 * twice;\n',
    rules: ["no-circles"],
  },
  {
    fault: "a file imports what is not there",
    file: "packages/scoring/src/a.ts",
    source: 'export * from "./gone.ts";\n',
    rules: ["resolvable"],
  },
  ...["import", "import type"].flatMap((word) => [
    {
      fault: `one kind reaches into another (${word})`,
      file: "packages/spec/src/kinds/stream/stream.ts",
      source: `${word} { Ranking } from "../ranking/ranking.ts";\nexport type Stream = Ranking;\n`,
      rules: ["kinds-know-no-other"],
    },
    {
      fault: `one world reaches into another (${word})`,
      file: "packages/spec/src/worlds/device/device.ts",
      source: `${word} { Bank } from "../bank/bank.ts";\nexport type Device = Bank;\n`,
      rules: ["worlds-know-no-other"],
    },
    {
      fault: `a kind is reached past its registry (${word})`,
      file: "packages/spec/src/challenge.ts",
      source: `${word} { Ranking } from "./kinds/ranking/ranking.ts";\nexport type Challenge = Ranking;\n`,
      rules: ["kinds-by-their-registry"],
    },
    {
      fault: `a world is reached past its registry, in another room (${word})`,
      file: "packages/scoring/src/c.ts",
      source: `${word} { Bank } from "../../spec/src/worlds/bank/bank.ts";\nexport type Known = Bank;\n`,
      rules: ["worlds-by-their-registry"],
    },
    {
      fault: `a kind knows a world (${word})`,
      file: "packages/spec/src/kinds/stream/stream.ts",
      source: `${word} { Bank } from "../../worlds/bank/bank.ts";\nexport type Stream = Bank;\n`,
      rules: ["kinds-and-worlds-are-two-axes"],
    },
  ]),
  {
    fault: "two files import types of each other",
    file: "apps/leaderboard/src/b.ts",
    source: 'import type { twice } from "./a.ts";\nexport const own = 1;\nexport type Twice = typeof twice;\n',
    rules: ["no-circles"],
  },
])("fails where $fault", ({ file, source, rules }) => {
  const run = arrows({ ...SOUND, [file]: source });
  expect(run.status).not.toBe(0);
  for (const rule of rules) expect(run.said).toContain(rule);
});
