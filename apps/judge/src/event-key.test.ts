import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Receipt } from "@vigie/spec";
import { afterAll, describe, expect, it } from "vitest";
import { ensureEventKey, publicKeyText, signatureHolds, signReceipt } from "./event-key.ts";

const folder = mkdtempSync(join(tmpdir(), "vigie-key-"));
const file = join(folder, "event-key");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RECEIPT: Receipt = {
  receipt: 2,
  event: "demo",
  challenge: { id: "follow-the-money", version: "1.0.0" },
  kind: "ranking",
  world: "bank",
  dataset: { id: "follow-the-money", version: "1.0.0" },
  split: "public",
  submission: { id: "s1", digest: "a".repeat(64) },
  inputsDigest: "b".repeat(64),
  labelsCommitment: "c".repeat(64),
  generator: "g",
  judge: "j",
  runtimes: { sandbox: "bubblewrap", node: "20.20.2", python: "3.11.2", machine: "linux x64" },
  limits: { cpuMs: 1, wallMs: 2, memoryMiB: 3, tmpMiB: 4, outputMiB: 5, logKiB: 6, sourceMiB: 7 },
  verdict: "accepted",
  score: {
    points: 12,
    low: 9,
    high: 14,
    parts: { ranking: 0.3, budget: 0.2, indicators: 0.1, evidence: 0, roles: 0 },
    penalties: { harm: 0.1 },
  },
};

describe("the event's key", () => {
  it("is made once, for its owner alone, and read ever after", () => {
    const made = publicKeyText(ensureEventKey(file));
    expect(Buffer.from(made, "base64")).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(publicKeyText(ensureEventKey(file))).toBe(made);
  });

  it.each(["", "nothing of the kind", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])(
    "is refused where its file holds %j, which stays as it is",
    (text) => {
      const other = join(folder, "damaged");
      writeFileSync(other, text);
      expect(() => ensureEventKey(other)).toThrow(/expected the event key/);
      expect(readFileSync(other, "utf8")).toBe(text);
    },
  );
});

describe("a signed receipt", () => {
  const signed = signReceipt(RECEIPT, ensureEventKey(file));

  it("bears a signature that holds, whatever the order of its keys", () => {
    const turned = { ...signed, receipt: { ...RECEIPT, challenge: { version: "1.0.0", id: "follow-the-money" } } };
    expect([signatureHolds(signed), signatureHolds(turned)]).toEqual([true, true]);
  });

  it.each([
    ["another score", { ...signed, receipt: { ...RECEIPT, score: null } }],
    ["another verdict", { ...signed, receipt: { ...RECEIPT, verdict: "time_limit" as const } }],
    ["another submission", { ...signed, receipt: { ...RECEIPT, submission: { id: "s1", digest: "d".repeat(64) } } }],
    ["another key", { ...signed, publicKey: publicKeyText(ensureEventKey(join(folder, "other-key"))) }],
    ["no key", { ...signed, publicKey: "" }],
    ["no signature", { ...signed, signature: "" }],
    ["a changed signature", { ...signed, signature: Buffer.alloc(64, 1).toString("base64") }],
  ])("does not hold with %s", (_what, forged) => expect(signatureHolds(forged)).toBe(false));
});
