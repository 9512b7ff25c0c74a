import { generateKeyPairSync, type KeyObject } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type Receipt } from "@vigie/spec";
import { publicKeyText, signReceipt } from "./event-key.ts";
import { mergeReceipts } from "./merge-receipts.ts";
import type { SiteRun } from "./receipt-file.ts";

const key = (): KeyObject => generateKeyPairSync("ed25519").privateKey;
const [north, south, stranger] = [key(), key(), key()];
const KEYS = new Set([north, south].map(publicKeyText));
const digest = (digit: string): string => digit.repeat(64);

function receipt(id: string, change: Partial<Receipt> = {}): Receipt {
  return {
    receipt: 1,
    event: "spring",
    challenge: { id: "follow-the-money", version: "1.0.0" },
    dataset: { id: "follow-the-money", version: "1.0.0" },
    split: "public",
    submission: { id, digest: digest("a") },
    inputsDigest: digest("b"),
    labelsCommitment: digest("c"),
    generator: "g",
    judge: "j",
    runtimes: { sandbox: "bubblewrap", node: "20.20.2", python: null, machine: "linux x64" },
    limits: { cpuMs: 1, wallMs: 1, memoryMiB: 1, tmpMiB: 1, outputMiB: 1, logKiB: 1, sourceMiB: 1 },
    verdict: "wrong_output",
    score: null,
    ...change,
  };
}

function run(id: string, by: KeyObject, change: Partial<Receipt> = {}): SiteRun {
  const words = { team: `Team ${id}`, baseline: false, attempt: 1, receivedAt: "2026-01-01T00:00:00.000Z" };
  return { ...words, signed: signReceipt(receipt(id, change), by) };
}

const file = (name: string, ...runs: SiteRun[]) => ({ name, content: { receipts: 1 as const, runs } });
const merge = (...files: ReturnType<typeof file>[]) => mergeReceipts(files, KEYS);

describe("verdicts of several sites", () => {
  it("come together in any order and however often, to the same bytes", () => {
    const all = Array.from({ length: 6 }, (_, i) => run(`s${i}`, i % 2 === 0 ? north : south));
    const whole = merge(file("all", ...all));
    fc.assert(
      fc.property(fc.array(fc.shuffledSubarray(all), { maxLength: 4 }), (parts) => {
        const merged = merge(...parts.map((part, i) => file(`${i}`, ...part)), file("all", ...all.toReversed()));
        expect(merged.kind).toBe("merged");
        if (merged.kind === "merged" && whole.kind === "merged")
          expect(canonicalJson(merged.content)).toBe(canonicalJson(whole.content));
      }),
      { numRuns: 30 },
    );
  });

  it("one run that two machines judged alike is kept once, and it is the same one from either side", () => {
    const here = run("s", north);
    const there = run("s", south, {
      runtimes: { sandbox: "container", node: "24.1.0", python: "3.13.1", machine: "linux arm64" },
    });
    const [one, other] = [merge(file("n", here), file("s", there)), merge(file("s", there), file("n", here))];
    expect(one).toEqual(other);
    expect(one).toMatchObject({ kind: "merged", doubled: 1, content: { runs: [{}] } });
  });

  const forged = run("s", north);
  it.each([
    ["a key that nobody vouched for", run("s", stranger), "unknown-key", "publicKey"],
    [
      "a verdict that was changed after it was signed",
      { ...forged, signed: { ...forged.signed, receipt: receipt("s", { verdict: "accepted" }) } },
      "bad-signature",
      "",
    ],
    [
      "another signature",
      { ...forged, signed: { ...forged.signed, signature: run("t", north).signed.signature } },
      "bad-signature",
      "",
    ],
    ["another event", run("s", south, { event: "autumn" }), "other-version", "event"],
    [
      "another version of the challenge",
      run("s", south, { challenge: { id: "follow-the-money", version: "1.1.0" } }),
      "other-version",
      "challenge",
    ],
    [
      "another version of the dataset",
      run("s", south, { dataset: { id: "follow-the-money", version: "2.0.0" } }),
      "other-version",
      "dataset",
    ],
    ["other inputs", run("s", south, { inputsDigest: digest("d") }), "other-version", "inputsDigest"],
    ["other labels", run("s", south, { labelsCommitment: digest("d") }), "other-version", "labelsCommitment"],
    ["another judge", run("s", south, { judge: "k" }), "other-version", "judge"],
    ["other limits", run("s", south, { limits: { ...receipt("s").limits, cpuMs: 2 } }), "other-version", "limits"],
    ["another verdict of a run that is known", run("known", south, { verdict: "time_limit" }), "conflict", "verdict"],
    [
      "another archive under a known number",
      run("known", south, { submission: { id: "known", digest: digest("e") } }),
      "conflict",
      "digest",
    ],
    ["a known run of another team", { ...run("known", north), team: "Somebody else" }, "conflict", "team"],
  ])("%s is refused, and where it is", (_name, bad, code, field) => {
    const merged = merge(file("ours", run("known", north)), file("theirs", run("fine", south), bad));
    expect(merged).toEqual({ kind: "refused", problems: [expect.objectContaining({ code, field, file: "theirs" })] });
  });
});
