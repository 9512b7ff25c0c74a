import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "@vigie/spec";
import { speaker } from "../say.ts";
import { addData } from "./data.ts";

const scratch = mkdtempSync(join(tmpdir(), "vigie-data-audit-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const set = join(scratch, "set");

async function vigieData(args: readonly string[], language: Language = "en"): Promise<{ out: string; code: number | null }> {
  const lines: string[] = [];
  const ended: { code: number | null } = { code: null };
  const data = new Command("data");
  addData(data, { language, say: speaker(language), print: (line) => lines.push(line), end: (code) => (ended.code = code) });
  await data.parseAsync(args, { from: "user" });
  return { out: lines.join("\n"), code: ended.code };
}

describe("vigie data audit", () => {
  beforeAll(async () => {
    await vigieData(["make", "follow-the-money", "--accounts", "400", "--out", set]);
  });

  it("holds two splits of a dataset against each other, each made with the options that are meant for it", async () => {
    const small = ["follow-the-money", "--accounts", "400", "--json"];
    const { out, code } = await vigieData(["audit", ...small, "--seed", "mine", "--against", "public", "--test-secret"]);
    const { passed, across } = JSON.parse(out);
    expect({ passed, across: across.passed, code }).toEqual({ passed: true, across: true, code: 0 });
    expect(across.families.map(({ family }: { family: string }) => family)).toEqual([
      "repeats",
      "carried",
      "apart",
      "apartPairs",
      "features",
      "growth",
    ]);
  });

  it("fails where one set is the other under a new name, and says so in the language that was asked for", async () => {
    const copy = join(scratch, "copy");
    cpSync(set, copy, { recursive: true });
    const { out, code } = await vigieData(["audit", set, "--against", copy], "fr");
    expect(code).toBe(1);
    expect(out).toMatch(/identifiants communs .*owner_token/);
    expect(out).toMatch(/Échec\u00a0: une partition trahit l’autre/);
  });

  it.each([
    ["a word that is neither split nor folder", ["follow-the-money", "--against", "publik"], /one of practice, public, final/],
    ["a split beside a folder", [set, "--against", "public"], /is a split of a dataset/],
    ["an option that chooses a world beside a folder", [set, "--seed", "x"], /--seed has no meaning/],
    ["a name of nothing", ["nothing"], /neither a dataset .* nor a folder/],
    ["a hidden split without its secret", ["follow-the-money", "--against", "public"], /--secret-file/],
  ])("refuses %s", async (_, args, message) => {
    await expect(vigieData(["audit", ...args])).rejects.toThrow(message);
  });
});
