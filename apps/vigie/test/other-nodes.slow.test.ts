/**
 * The same worlds and the same score on every Node that Vigie supports. Another Node's binary is named in
 * VIGIE_OTHER_NODES (paths, separated like PATH); without any, this Node is compared with itself under other settings.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { Type } from "@sinclair/typebox";
import { checked } from "@vigie/spec/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHALLENGE, Home, VIGIE } from "./command-line.ts";

const others = (process.env["VIGIE_OTHER_NODES"] ?? "").split(delimiter).filter((path) => path !== "" && existsSync(path));
const WORLD = "the same everywhere";
const Tried = Type.Object({
  verdict: Type.Literal("accepted"),
  score: Type.Unknown(),
  practice: Type.Object({ details: Type.Unknown() }),
});

const homes: Home[] = [];
afterAll(() => {
  for (const { folder } of homes) rmSync(folder, { recursive: true, force: true });
});

/** Makes a world anew and judges an example on it; gives the world's checksums and the score. */
function judgedBy(node: string, own: NodeJS.ProcessEnv = {}): { checksums: string; score: unknown; details: unknown } {
  const home = new Home();
  homes.push(home);
  const args = [VIGIE, "try", join(CHALLENGE, "submissions/accepted/indicator-rules"), "--json", "--seed", WORLD];
  const ended = home.run(node, args, own);
  expect(ended.code, ended.err).toBe(0);
  const value: unknown = JSON.parse(ended.out);
  const { score, practice } = checked(Tried, value, "vigie try --json");
  const testsets = join(home.folder, "cache", "testsets");
  const [name] = readdirSync(testsets);
  return { checksums: readFileSync(join(testsets, name, "checksums.json"), "utf8"), score, details: practice.details };
}

describe("one seed, one world, one score", () => {
  let here: ReturnType<typeof judgedBy>;
  beforeAll(() => {
    here = judgedBy(process.execPath);
  });

  it("in another time zone and language", () => {
    expect(judgedBy(process.execPath, { TZ: "Pacific/Chatham", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" })).toEqual(here);
  });

  it.each(others)(
    "on the Node at %s",
    (node) => {
      expect(judgedBy(node)).toEqual(here);
    },
    120_000,
  );
});

/** The checksums of a hidden split under the test secret. */
function madeBy(node: string, split: string, accounts: number, workers: number): string {
  const home = new Home();
  homes.push(home);
  const args = ["data", "make", "follow-the-money", "--split", split, "--accounts", `${accounts}`, "--test-secret"];
  const ended = home.run(node, [VIGIE, ...args, "--workers", `${workers}`, "--out", "set", "--json"]);
  expect(ended.code, ended.err).toBe(0);
  const value: unknown = JSON.parse(ended.out);
  rmSync(join(home.folder, "set"), { recursive: true });
  const { checksums } = checked(Made, value, "vigie data make --json");
  return `${checksums.inputs} ${checksums.labels}`;
}

const Made = Type.Object({ checksums: Type.Object({ inputs: Type.String(), labels: Type.String() }) });

describe.each([
  ["public", 10_000],
  ["final", 20_000],
])("the %s split of %d accounts, under the test secret", (split, accounts) => {
  let here = "";
  beforeAll(() => {
    here = madeBy(process.execPath, split, accounts, 1);
  });

  it.each([process.execPath, ...others].flatMap((node) => [1, 2].map((workers) => ({ node, workers }))).slice(1))(
    "has the same checksums on the Node at $node with $workers workers",
    ({ node, workers }) => expect(madeBy(node, split, accounts, workers)).toBe(here),
    240_000,
  );
});
