import { generateKeyPairSync, type KeyObject } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type AnyReceipt, type FirstReceipt, type Receipt } from "@vigie/spec";
import { publicKeyText, signReceipt } from "./event-key.ts";
import { mergeReceipts } from "./merge-receipts.ts";
import type { SiteRun } from "./receipt-file.ts";

const key = (): KeyObject => generateKeyPairSync("ed25519").privateKey;
const [north, south, stranger] = [key(), key(), key()];
const KEYS = new Set([north, south].map(publicKeyText));
const digest = (digit: string): string => digit.repeat(64);

function receipt(id: string, change: Partial<Receipt> = {}): Receipt {
  return {
    receipt: 2,
    event: "spring",
    challenge: { id: "follow-the-money", version: "1.0.0" },
    kind: "ranking",
    world: "bank",
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

function signed(of: AnyReceipt, by: KeyObject): SiteRun {
  const words = { team: `Team ${of.submission.id}`, baseline: false, attempt: 1, receivedAt: "2026-01-01T00:00:00.000Z" };
  return { ...words, signed: signReceipt(of, by) };
}

const run = (id: string, by: KeyObject, change: Partial<Receipt> = {}): SiteRun => signed(receipt(id, change), by);

const PARTS = { ranking: 0.5, budget: 0.25, indicators: 0, evidence: 0.1, roles: 0.4 };
const NUMBERS = { points: 40, low: 30, high: 50 };

/** A receipt from before kinds. */
function first(id: string, change: Partial<FirstReceipt> = {}): FirstReceipt {
  const { kind, world, ...common } = receipt(id);
  return { ...common, receipt: 1, generator: `older ${kind}`, judge: `older ${world}`, score: null, ...change };
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

  it("come together too where an event went on under a newer Vigie, though generator and judge are others", () => {
    const old = first("old", { verdict: "accepted", score: { ...NUMBERS, parts: PARTS, harm: 0.125 } });
    const merged = merge(file("ours", signed(old, north)), file("theirs", run("new", south), signed(first("older"), south)));
    expect(merged).toMatchObject({ kind: "merged", doubled: 0, content: { receipts: 1, runs: [{}, {}, {}] } });
  });

  const accepted = { verdict: "accepted", score: { ...NUMBERS, parts: PARTS, penalties: { harm: 0.125 } } } as const;
  const measured = { ranking: 0.5, budget: 0.25, evidence: 0.1 };
  it.each<[string, Partial<Receipt>, string | null]>([
    ["the same score", accepted, null],
    [
      "the same where only some of it could be measured",
      { ...accepted, score: { ...NUMBERS, parts: measured, penalties: {} } },
      null,
    ],
    ["other points", { ...accepted, score: { ...accepted.score, points: 41 } }, "score"],
    ["another part", { ...accepted, score: { ...accepted.score, parts: { ...PARTS, budget: 0.3 } } }, "score"],
    ["more harm", { ...accepted, score: { ...accepted.score, penalties: { harm: 0.25 } } }, "score"],
    ["no score", {}, "verdict"],
  ])("agree on one run across the two forms by what it was worth: %s", (_name, change, field) => {
    const old = signed(first("s", { verdict: "accepted", score: { ...NUMBERS, parts: PARTS, harm: 0.125 } }), north);
    const both = [file("old", old), file("new", run("s", south, change))];
    for (const files of [both, both.toReversed()]) {
      const merged = merge(...files);
      if (field === null) expect(merged).toMatchObject({ kind: "merged", doubled: 1 });
      else expect(merged).toMatchObject({ kind: "refused", problems: [{ code: "conflict", field }] });
    }
  });

  it.each<[string, SiteRun, string]>([
    ["an older judge in two versions", signed(first("b", { judge: "oldest" }), south), "judge"],
    ["older inputs", signed(first("b", { inputsDigest: digest("d") }), south), "inputsDigest"],
    ["another kind under one challenge", run("b", south, { kind: "other" }), "kind"],
    ["other generators of one form", run("b", south, { generator: "h" }), "generator"],
  ])("are refused for %s", (_name, bad, field) => {
    const merged = merge(file("ours", signed(first("a"), north), run("c", north)), file("theirs", bad));
    expect(merged).toEqual({
      kind: "refused",
      problems: [expect.objectContaining({ code: "other-version", field, file: "theirs" })],
    });
  });
});
