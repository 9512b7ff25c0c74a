import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Type, type Static } from "@sinclair/typebox";
import { Command } from "commander";
import { afterAll, describe, expect, it } from "vitest";
import type { Language } from "@vigie/spec";
import { checked } from "@vigie/spec/node";
import { verifyTestset } from "@vigie/testset";
import { speaker } from "../say.ts";
import { addData } from "./data.ts";

const scratch = mkdtempSync(join(tmpdir(), "vigie-data-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const secret = join(scratch, "secret");
writeFileSync(secret, `${"5e".repeat(32)}\n`);
let count = 0;
const fresh = (): string => join(scratch, `set-${++count}`);

/** Runs `vigie data make` and gives what it printed. */
async function make(args: readonly string[], language: Language = "en"): Promise<string> {
  const lines: string[] = [];
  const data = new Command("data");
  addData(data, { language, say: speaker(language), print: (line) => lines.push(line), end: () => undefined });
  await data.parseAsync(["make", ...args], { from: "user" });
  return lines.join("\n");
}

const Made = Type.Object({
  rows: Type.Record(Type.String(), Type.Number()),
  bytes: Type.Number(),
  checksums: Type.Object({ inputs: Type.String(), labels: Type.String() }),
  seconds: Type.Number(),
});

async function made(...args: readonly string[]): Promise<Static<typeof Made>> {
  const value: unknown = JSON.parse(await make(["follow-the-money", "--accounts", "100", "--json", ...args]));
  return checked(Made, value, "vigie data make --json");
}

describe("vigie data make", () => {
  it("leaves a set that verifies, and tells its rows, bytes and checksums", async () => {
    const out = fresh();
    const { rows, bytes, checksums } = await made("--out", out);
    expect(await verifyTestset(out)).toEqual([]);
    expect(rows).toMatchObject({ accounts: 100, units: 100 });
    expect(rows["transactions"]).toBeGreaterThan(5000);
    expect(bytes).toBeGreaterThan(500_000);
    expect(checksums.inputs).toMatch(/^[0-9a-f]{64}$/);
    expect(checksums.inputs).not.toBe(checksums.labels);
  });

  it("makes the same set again, and another one of another seed, split, secret or lock", async () => {
    const worlds = [
      [],
      ["--seed", "another"],
      ["--split", "public", "--test-secret"],
      ["--split", "public", "--secret-file", secret],
      ["--split", "final", "--test-secret"],
      ["--split", "final", "--test-secret", "--locked", "ab".repeat(32)],
    ];
    const digests: string[] = [];
    for (const args of worlds) digests.push((await made(...args, "--out", fresh())).checksums.inputs);
    expect(new Set(digests).size).toBe(worlds.length);
    expect((await made("--out", fresh())).checksums.inputs).toBe(digests[0]);
    const nobodyChose = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    expect((await made(...worlds[4], "--locked", nobodyChose, "--out", fresh())).checksums.inputs).toBe(digests[4]);
  });

  it.each([
    ["an unknown dataset", ["nowhere"], "follow-the-money"],
    ["too few accounts", ["follow-the-money", "--accounts", "99"], "99"],
    ["too many accounts", ["follow-the-money", "--accounts", "1048577"], "1048577"],
    ["accounts that are no number", ["follow-the-money", "--accounts", "5e3"], "5e3"],
    ["a hidden split without a secret", ["follow-the-money", "--split", "public"], "--test-secret"],
    ["a secret that is not there", ["follow-the-money", "--split", "public", "--secret-file", "/nowhere"], "/nowhere"],
    ["a final split before the lock", ["follow-the-money", "--split", "final", "--secret-file", secret], "--locked"],
    ["a secret that is none", ["follow-the-money", "--split", "public", "--secret-file", import.meta.filename], "64"],
    ["a digest that is none", ["follow-the-money", "--split", "final", "--test-secret", "--locked", "AB"], "AB"],
    ["a seed for a hidden split", ["follow-the-money", "--split", "public", "--test-secret", "--seed", "x"], "--seed"],
    ["a secret for practice", ["follow-the-money", "--test-secret"], "--test-secret"],
  ])("refuses %s in both languages with 2, and makes nothing", async (_, args, told) => {
    const out = fresh();
    const failures = await Promise.all(
      (["en", "fr"] as const).map((language) => make([...args, "--out", out], language).catch((cause: unknown) => cause)),
    );
    for (const failure of failures) expect(failure).toMatchObject({ exitCode: 2, message: expect.stringContaining(told) });
    expect(new Set(failures.map(String)).size).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  it("refuses a folder that holds something, and changes nothing there", async () => {
    const out = fresh();
    mkdirSync(out);
    writeFileSync(join(out, "mine"), "");
    await expect(make(["follow-the-money", "--accounts", "100", "--out", out])).rejects.toMatchObject({ exitCode: 2 });
    expect(readdirSync(out)).toEqual(["mine"]);
  });
});
