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
])("fails where $fault", ({ file, source, rules }) => {
  const run = arrows({ ...SOUND, [file]: source });
  expect(run.status).not.toBe(0);
  for (const rule of rules) expect(run.said).toContain(rule);
});
