import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { speaker } from "../say.ts";
import { mergeFiles } from "./receipts.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-receipts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hash = "a".repeat(64);
const score = { points: 50, low: 40, high: 60, parts: { ranking: 0, budget: 0, indicators: 0, evidence: 0, roles: 0 }, harm: 0 };
const limits = { cpuMs: 1, wallMs: 1, memoryMiB: 1, tmpMiB: 1, outputMiB: 1, logKiB: 1, sourceMiB: 1 };
const named = { id: "follow-the-money", version: "1.0.0" };
const receipt = {
  ...{ receipt: 1, event: "e", challenge: named, dataset: named, split: "public", submission: { id: "s", digest: hash } },
  ...{ inputsDigest: hash, labelsCommitment: hash, generator: "g", judge: "j", limits, verdict: "accepted", score },
  runtimes: { sandbox: "bubblewrap", node: "20", python: null, machine: "linux" },
};
const publicKey = generateKeyPairSync("ed25519")
  .publicKey.export({ type: "spki", format: "der" })
  .subarray(12)
  .toString("base64");
const forged = { receipt, publicKey, signature: `${"A".repeat(86)}==` };
const run = { team: "T", baseline: false, attempt: 1, receivedAt: "2026-01-01T00:00:00Z", signed: forged };

it.each(["en", "fr"] as const)(
  "a forged receipt is refused in %s, the file that was there stays, and nothing lies beside it",
  async (language) => {
    const [theirs, into] = [join(folder, "theirs.json"), join(folder, "into.json")];
    writeFileSync(theirs, JSON.stringify({ receipts: 1, runs: [run] }));
    writeFileSync(into, '{"receipts":1,"runs":[]}');
    const printed: string[] = [];
    const speaking = { language, say: speaker(language), print: (line: string) => void printed.push(line) };
    expect(await mergeFiles([theirs], { into, key: [forged.publicKey] }, speaking)).toBe(1);
    expect(printed[0]).toContain("theirs.json");
    expect(readFileSync(into, "utf8")).toBe('{"receipts":1,"runs":[]}');
    expect(readdirSync(folder).sort()).toEqual(["into.json", "theirs.json"]);
    await expect(mergeFiles([theirs], { into, key: [] }, speaking)).rejects.toThrow("--key");
  },
);
