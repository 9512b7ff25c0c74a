import { describe, expect, it } from "vitest";
import type { Score, SignedReceipt } from "@vigie/spec";
import type { Viewer } from "@vigie/store";
import { HIDDEN_SCORE, OTHER, OWN, SUBMISSIONS, submission, run, REPORT } from "../test/fixture-event.ts";
import { deciding, isJudged, looksIn, mayOpen, maySeeTeam, seen } from "./visibility.ts";

const own: Viewer = { role: "participant", team: OWN, actor: "a" };
const other: Viewer = { role: "participant", team: OTHER, actor: "b" };
const mentor: Viewer = { role: "mentor", team: null, actor: "c" };
const organizer: Viewer = { role: "organizer", team: null, actor: "d" };
const teamless: Viewer = { role: "participant", team: null, actor: "e" };

describe("who may open what", () => {
  it.each([
    ["everybody", null, ["yes", "sign-in", "sign-in", "sign-in"]],
    ["the team", own, ["yes", "yes", "forbidden", "yes"]],
    ["a participant without a team", teamless, ["yes", "forbidden", "forbidden", "forbidden"]],
    ["a mentor", mentor, ["yes", "forbidden", "yes", "forbidden"]],
    ["an organizer", organizer, ["yes", "forbidden", "yes", "forbidden"]],
  ] as const)("%s", (_name, viewer, answers) => {
    expect((["board", "own-runs", "all-teams", "submit"] as const).map((place) => mayOpen(viewer, place))).toEqual(answers);
  });
});

describe("who may know of a team's submissions", () => {
  it.each([
    ["everybody", null, false, false],
    ["the team itself", own, true, false],
    ["another team", other, false, false],
    ["a mentor, whose look is written down", mentor, true, true],
    ["an organizer, whose look is written down", organizer, true, true],
  ] as const)("%s", (_name, viewer, may, written) => {
    expect(maySeeTeam(viewer, OWN.id)).toBe(may);
    expect(looksIn(viewer, OWN.id)).toBe(written);
    expect(seen(viewer, SUBMISSIONS[3], 1) !== null).toBe(may);
  });
});

const SIGNED: SignedReceipt = {
  receipt: {
    receipt: 1,
    event: "demo",
    challenge: { id: "follow-the-money", version: "1.0.0" },
    dataset: { id: "follow-the-money", version: "1.0.0" },
    split: "public",
    submission: { id: "x", digest: "a".repeat(64) },
    inputsDigest: "b".repeat(64),
    labelsCommitment: "c".repeat(64),
    generator: "g",
    judge: "j",
    runtimes: { sandbox: "bubblewrap", node: "20.20.2", python: null, machine: "linux x64" },
    limits: { cpuMs: 1, wallMs: 1, memoryMiB: 1, tmpMiB: 1, outputMiB: 1, logKiB: 1, sourceMiB: 1 },
    verdict: "accepted",
    score: null,
  },
  publicKey: `${"A".repeat(43)}=`,
  signature: `${"A".repeat(86)}==`,
};

describe("what is seen of a hidden split", () => {
  const leaky = submission(
    "x",
    OWN,
    2,
    run("practice", { verdict: "accepted", practice: REPORT }),
    run("public", {
      verdict: "runtime_error",
      reason: "exception",
      practice: REPORT,
      score: { ...HIDDEN_SCORE, points: 48.83127, low: 43.4, harm: 0.12432, parts: { ...HIDDEN_SCORE.parts, ranking: 0.61312 } },
    }),
  );

  it("is the verdict and the score, rounded again to the declared precision", () => {
    const hidden = seen(own, leaky, 1)?.public;
    expect(Object.keys(hidden ?? {}).sort()).toEqual(["receipt", "score", "state", "verdict"]);
    expect(hidden?.score).toEqual({ points: 49, low: 43, high: 54, harm: 0.12, parts: { ...HIDDEN_SCORE.parts, ranking: 0.61 } });
    expect(JSON.stringify(hidden)).not.toMatch(/exception|48\.8/);
  });

  it("is a receipt only where that says no more than the rounded score", () => {
    const withScore = (score: Score): SignedReceipt => ({ ...SIGNED, receipt: { ...SIGNED.receipt, score } });
    const shown = (score: Score) =>
      seen(own, { ...leaky, public: leaky.public && { ...leaky.public, receipt: withScore(score) } }, 1)?.public;
    const tooMuch = { ...HIDDEN_SCORE, points: 48.83127 };
    expect(shown(tooMuch)?.receipt).toBe(null);
    const exact = shown(tooMuch)?.score ?? HIDDEN_SCORE;
    expect(shown(exact)?.receipt?.receipt.score).toEqual(exact);
  });

  it("of a coarser precision is coarser", () => {
    expect(seen(mentor, leaky, 10)?.public?.score?.points).toBe(50);
  });
});

it("a submission's verdict is its public run's, or practice's where that failed", () => {
  const verdicts = SUBMISSIONS.slice(0, 5).map((one) => {
    const shown = seen(own, one, 1);
    return shown === null ? null : [deciding(shown).verdict, isJudged(shown)];
  });
  expect(verdicts).toEqual([
    [null, false],
    [null, false],
    ["wrong_output", true],
    ["accepted", true],
    ["time_limit", true],
  ]);
});
