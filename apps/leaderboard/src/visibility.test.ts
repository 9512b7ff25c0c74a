import { describe, expect, it } from "vitest";
import type { AnyReceipt, FirstReceipt, Score, SignedReceipt } from "@vigie/spec";
import type { Viewer } from "@vigie/store";
import { HIDDEN_SCORE, OTHER, OWN, SUBMISSIONS, submission, run, REPORT } from "../test/fixture-event.ts";
import { deciding, isJudged, looksIn, mayOpen, maySeeExhibit, maySeeTeam, seen, type Sight } from "./visibility.ts";

const own: Viewer = { role: "participant", team: OWN, actor: "a" };
const other: Viewer = { role: "participant", team: OTHER, actor: "b" };
const mentor: Viewer = { role: "mentor", team: null, actor: "c" };
const organizer: Viewer = { role: "organizer", team: null, actor: "d" };
const teamless: Viewer = { role: "participant", team: null, actor: "e" };

const sight = (stepPoints: number, sealedSince: number | null = null): Sight => ({ stepPoints, sealedSince });

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

describe("who may see the rows of a practice subject", () => {
  it.each([
    ["a team that such a mistake is of", own, OWN.id, true],
    ["a team that made no such mistake", own, "nobody", false],
    ["a team where such a mistake is of another", other, OWN.id, false],
    ["a mentor", mentor, "nobody", true],
    ["an organizer", organizer, "nobody", true],
  ] as const)("%s", async (_name, viewer, whose, may) => {
    expect(mayOpen(viewer, "exhibits")).toBe("yes");
    expect(await maySeeExhibit(viewer, (team) => Promise.resolve(team === whose))).toBe(may);
  });

  it("nobody else, who has no team", () => {
    expect([mayOpen(null, "exhibits"), mayOpen(teamless, "exhibits")]).toEqual(["sign-in", "forbidden"]);
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
    expect(seen(viewer, SUBMISSIONS[3], sight(1)) !== null).toBe(may);
  });
});

const COMMON = {
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
} as const;

const { penalties, ...POINTS } = HIDDEN_SCORE;
const FIRST_PARTS = { ranking: 0.6, budget: 0.62, indicators: 0.48, evidence: 0.36, roles: 0.44 };

function first(score: FirstReceipt["score"]): AnyReceipt {
  return { receipt: 1, ...COMMON, score };
}

function second(score: Score | null): AnyReceipt {
  return { receipt: 2, ...COMMON, kind: "ranking", world: "bank", score };
}

function signed(receipt: AnyReceipt): SignedReceipt {
  return { receipt, publicKey: `${"A".repeat(43)}=`, signature: `${"A".repeat(86)}==` };
}

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
      score: {
        ...{ points: 48.83127, low: 43.4, high: 54, penalties: { harm: 0.12432 } },
        parts: { ...HIDDEN_SCORE.parts, ranking: 0.61312 },
      },
    }),
  );

  it("is the verdict and the score, rounded again to the declared precision", () => {
    const hidden = seen(own, leaky, sight(1))?.public;
    expect(Object.keys(hidden ?? {}).sort()).toEqual(["receipt", "score", "sealed", "state", "verdict"]);
    const parts = { ...HIDDEN_SCORE.parts, ranking: 0.61 };
    expect(hidden?.score).toEqual({ points: 49, low: 43, high: 54, penalties: { harm: 0.12 }, parts });
    expect(JSON.stringify(hidden)).not.toMatch(/exception|48\.8/);
  });

  const rounded = { ...POINTS, parts: FIRST_PARTS, harm: penalties["harm"] };
  it.each([
    ["of the first form, rounded", first(rounded), true],
    ["of the first form, without a score", first(null), true],
    ["of the first form, with more of the points", first({ ...rounded, points: 48.83127 }), false],
    ["of the first form, with more of harm", first({ ...rounded, harm: 0.12432 }), false],
    ["of the second form, rounded", second(HIDDEN_SCORE), true],
    ["of the second form, without a score", second(null), true],
    ["of the second form, with more of the points", second({ ...HIDDEN_SCORE, points: 48.83127 }), false],
    ["of the second form, with more of a penalty", second({ ...HIDDEN_SCORE, penalties: { harm: 0.12432 } }), false],
  ])("has a receipt %s, only where that says no more, and then as it was signed", (_name, receipt, shown) => {
    const kept = signed(receipt);
    const text = JSON.stringify(kept);
    const hidden = seen(own, { ...leaky, public: leaky.public && { ...leaky.public, receipt: kept } }, sight(1))?.public;
    expect(hidden?.receipt ?? null).toBe(shown ? kept : null);
    expect(JSON.stringify(kept)).toBe(text);
  });

  it("is sealed, where it was judged since the seal, to its own team alone: no verdict, no score, no receipt", () => {
    const at = Date.parse(leaky.public?.judgedAt ?? "");
    const kept = { ...leaky, public: leaky.public && { ...leaky.public, receipt: signed(second(HIDDEN_SCORE)) } };
    const sealed = { state: "judged", verdict: null, score: null, sealed: true, receipt: null };
    expect(seen(own, kept, sight(1, at))?.public).toEqual(sealed);
    expect(seen(own, kept, sight(1, at + 1))?.public).toMatchObject({ verdict: "runtime_error", sealed: false });
    expect(seen(own, kept, sight(1, at))?.practice).toMatchObject({ verdict: "accepted", sealed: false });
  });

  it("of a coarser precision is coarser", () => {
    expect(seen(mentor, leaky, sight(10))?.public?.score?.points).toBe(50);
  });
});

it("a submission's verdict is its public run's, or practice's where that failed", () => {
  const verdicts = SUBMISSIONS.slice(0, 5).map((one) => {
    const shown = seen(own, one, sight(1));
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
