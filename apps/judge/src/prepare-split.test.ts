import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { ChallengeSpec } from "@vigie/spec";
import { tinyChallenge } from "../test/judge-bench.ts";
import type { Installation } from "./installation.ts";
import { prepareSplit, splitFolder, splitSeed } from "./prepare-split.ts";

const root = join(import.meta.dirname, "../../..");
const parent = mkdtempSync(join(tmpdir(), "vigie-splits-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const challenge = tinyChallenge();
const installation: Installation = {
  sdkDir: parent,
  datasetsDir: join(root, "datasets"),
  bundlerBinary: null,
  generators: { bank: "test" },
  judge: "test",
};
const SECRET = Buffer.alloc(32, 7);

function digests(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true }).map(String).sort();
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => [
        file,
        createHash("sha256")
          .update(readFileSync(join(folder, file)))
          .digest("hex"),
      ]),
  );
}

async function made(name: string, of: ChallengeSpec, split: "practice" | "public", secret: Uint8Array | null): Promise<string> {
  const folder = join(parent, name);
  const place = { challenge: of, split, seed: splitSeed(installation, of, split, secret), folder };
  await prepareSplit(installation, place, () => undefined);
  return folder;
}

describe("a prepared split", () => {
  it("is the same to the last byte when it is made again", async () => {
    const first = digests(await made("a", challenge, "practice", null));
    expect(Object.keys(first).length).toBeGreaterThan(6);
    expect(digests(await made("b", challenge, "practice", null))).toEqual(first);
  });

  it("is another world under another secret, and under another split's seed", async () => {
    const hidden = digests(await made("c", challenge, "public", SECRET))["inputs/transactions.arrow"];
    const other = digests(await made("d", challenge, "public", Buffer.alloc(32, 8)))["inputs/transactions.arrow"];
    const practice = digests(await made("e", challenge, "practice", null))["inputs/transactions.arrow"];
    expect(new Set([hidden, other, practice]).size).toBe(3);
  });

  it("is left as it is where it is whole, and made anew where it is not", async () => {
    const folder = await made("f", challenge, "practice", null);
    const whole = digests(folder);
    writeFileSync(join(folder, "kept"), "");
    await made("f", challenge, "practice", null);
    expect(digests(folder)).toHaveProperty("kept");
    rmSync(join(folder, "checksums.json"));
    await made("f", challenge, "practice", null);
    expect(digests(folder)).toEqual(whole);
  });

  it("tells runs nothing of sizes, splits or seeds", async () => {
    const folder = await made("g", challenge, "practice", null);
    const shown = readFileSync(join(folder, "inputs/challenge.json"), "utf8");
    expect(shown).toContain('"limits"');
    expect(shown).not.toMatch(/sizes|seed|practice|public|final/);
    expect(readdirSync(join(folder, "inputs"))).not.toContain("checksums.json");
  });

  it("is refused where the challenge asks for another version of the dataset", async () => {
    const of = { ...challenge, dataset: { ...challenge.dataset, version: "9.9.9" } };
    await expect(made("h", of, "practice", null)).rejects.toThrow(/9\.9\.9/);
    await expect(made("h", { ...challenge, world: "moon" }, "practice", null)).rejects.toThrow(/world moon.* world bank/);
  });

  it("lies under a name that changes with whatever shapes its bytes", () => {
    const name = (of: ChallengeSpec, by: Installation, split: "practice" | "public"): string => splitFolder("s", by, of, split);
    const names = [
      name(challenge, installation, "practice"),
      name(challenge, installation, "public"),
      name(challenge, { ...installation, generators: { bank: "other" } }, "practice"),
      name({ ...challenge, dataset: { ...challenge.dataset, version: "9.9.9" } }, installation, "practice"),
      name({ ...challenge, sizes: { ...challenge.sizes, practice: { accounts: 301 } } }, installation, "practice"),
    ];
    expect(new Set(names).size).toBe(names.length);
    // Another world's generator shapes none of its bytes.
    const beside = { ...installation, generators: { ...installation.generators, device: "other" } };
    expect(name(challenge, beside, "practice")).toBe(names[0]);
  });

  it("needs the event secret where it is hidden, and the lock where it is final", () => {
    expect(() => splitSeed(installation, challenge, "public", null)).toThrow(/secret/);
    expect(() => splitSeed(installation, challenge, "final", SECRET)).toThrow(/locked/);
    expect(splitSeed(installation, challenge, "final", SECRET, "aa")).not.toEqual(
      splitSeed(installation, challenge, "final", SECRET, "bb"),
    );
  });
});
