import { expect, it } from "vitest";
import { AnyReceipt, receiptText, scoreOf, type FirstReceipt, type Receipt } from "./receipt.ts";
import { isValid } from "./validate.ts";

const RECEIPT: Receipt = {
  receipt: 2,
  kind: "ranking",
  world: "bank",
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

const SCORE = { points: 40, low: 30, high: 50 };
const { kind, world, ...common } = RECEIPT;
const FIRST: FirstReceipt = {
  ...common,
  receipt: 1,
  verdict: "accepted",
  score: { ...SCORE, parts: { ranking: 0.4, budget: 0.2, indicators: 0, evidence: 0, roles: 0 }, harm: 0.1 },
};

it("tells the score of a receipt of either form, and none where none was accepted", () => {
  const penalties = { harm: 0.1 };
  expect(scoreOf(FIRST)).toEqual({ ...SCORE, parts: FIRST.score?.parts, penalties });
  expect(scoreOf({ ...FIRST, score: null })).toBeNull();
  const score = { ...SCORE, parts: { groups: 0.4 }, penalties: {} };
  expect(scoreOf({ ...RECEIPT, verdict: "accepted", score })).toBe(score);
  expect(scoreOf(RECEIPT)).toBeNull();
});

it.each([
  ["the first form", FIRST, true],
  ["the second form", RECEIPT, true],
  ["the first form with the second's score", { ...FIRST, score: { ...SCORE, parts: {}, penalties: {} } }, false],
  ["the second form without its kind", { ...common, world }, false],
  ["the second form without its world", { ...common, kind }, false],
  ["a third form", { ...RECEIPT, receipt: 3 }, false],
])("takes %s or refuses it", (_, receipt, fits) => expect(isValid(AnyReceipt, receipt)).toBe(fits));

it("keeps the text of a first receipt as it was signed", () => {
  expect(receiptText(FIRST)).toContain('"score":{"harm":0.1,"high":50,"low":30,"parts":{"budget":0.2,');
});
