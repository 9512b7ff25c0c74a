import { expect, it } from "vitest";
import { receiptText, type Receipt } from "./receipt.ts";

const RECEIPT: Receipt = {
  receipt: 1,
  event: "demo",
  challenge: { id: "follow-the-money", version: "1.0.0" },
  dataset: { id: "follow-the-money", version: "1.0.0" },
  split: "public",
  submission: { id: "s1", digest: "a".repeat(64) },
  inputsDigest: "b".repeat(64),
  labelsCommitment: "c".repeat(64),
  generator: "g",
  judge: "j",
  runtimes: { sandbox: "bubblewrap", node: "20.20.2", python: null, machine: "linux x64" },
  limits: { cpuMs: 1, wallMs: 2, memoryMiB: 3, tmpMiB: 4, outputMiB: 5, logKiB: 6, sourceMiB: 7 },
  verdict: "time_limit",
  score: null,
};

it("gives one text for one receipt, whatever the order of its keys", () => {
  const other = { ...RECEIPT, challenge: { version: "1.0.0", id: "follow-the-money" } };
  const turned = Object.fromEntries(Object.entries(other).reverse());
  expect(receiptText({ ...RECEIPT, ...turned })).toBe(receiptText(RECEIPT));
  expect(receiptText(RECEIPT)).toMatch(/^\{"challenge":\{"id":"follow-the-money","version":"1\.0\.0"\},"dataset":/);
});

it("gives another text for another verdict", () => {
  expect(receiptText({ ...RECEIPT, verdict: "memory_limit" })).not.toBe(receiptText(RECEIPT));
});
