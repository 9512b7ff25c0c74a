/** Cases worked out by hand; where scikit-learn is named, its `average_precision_score` was worked out the same way. */
import { describe, expect, test } from "vitest";
import type { RankingChallenge } from "@vigie/spec/ranking";
import { openScoring } from "../src/index.ts";
import {
  alertsOf,
  CHALLENGE,
  labelsOf,
  resamplesOf,
  scoreOf,
  truthOf,
  type PlainAlert,
  type PlainPositive,
} from "./tiny-split.ts";

const N = 20;
const SEED = new Uint8Array(32);

function run(
  positives: readonly PlainPositive[],
  alerts: readonly PlainAlert[],
  { n = N, groups = {} }: { n?: number; groups?: Readonly<Record<string, readonly number[]>> } = {},
) {
  const labels = labelsOf(n, positives, groups);
  const resamples = resamplesOf(labels, SEED, 100);
  return scoreOf({ challenge: CHALLENGE, labels, alerts: alertsOf(n, alerts), resamples });
}

/** Scores by account, in the order of accounts; null raises no alert. */
const list = (scores: readonly (number | null)[]): PlainAlert[] =>
  scores.flatMap((score, account) => (score === null ? [] : [{ account, score }]));
const positives = (...accounts: number[]): PlainPositive[] => accounts.map((account) => ({ account }));
const rest = (length: number, score: number) => Array.from({ length }, () => score);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe("average precision is scikit-learn's", () => {
  test.each([
    ["its documentation's example", 4, [2, 3], [0.1, 0.4, 0.35, 0.8], 0.5 * 1 + 0.5 * (2 / 3)],
    ["perfect", 4, [0, 1], [0.9, 0.8, 0.2, 0.1], 1],
    ["reversed", 4, [0, 1], [0.1, 0.2, 0.8, 0.9], 0.5 * (1 / 3) + 0.5 * (2 / 4)],
    ["constant: the prevalence", 4, [0, 1], [0.5, 0.5, 0.5, 0.5], 0.5],
    ["a tie of one of each on top", 4, [0, 3], [0.9, 0.9, 0.5, 0.1], 0.5 * (1 / 2) + 0.5 * (2 / 4)],
    ["one positive, last", 5, [4], [0.9, 0.8, 0.7, 0.6, 0.5], 1 / 5],
    ["one alert, right; the rest is one last tie", 5, [0, 1], [0.9, null, null, null, null], 0.5 * 1 + 0.5 * (2 / 5)],
    ["no alert at all", 5, [0, 1], [null, null, null, null, null], 2 / 5],
    ["an alert of score 0 stands above silence", 4, [0], [0, null, null, null], 1],
  ])("%s", (_, n, planted, scores, expected) => {
    const { details } = run(positives(...planted), list(scores), { n });
    expect(details.averagePrecision).toBeCloseTo(expected, 14);
  });
});

describe("the budget (k = 2 of 20)", () => {
  const part = (hits: number, p: number) => (hits / Math.min(2, p) - Math.max(2, p) / N) / (1 - Math.max(2, p) / N);
  test.each([
    ["both right", positives(0, 1), [0.9, 0.8, ...rest(18, 0.1)], 2],
    ["none right", positives(18, 19), [0.9, 0.8, ...rest(18, 0.1)], 0],
    ["one alert only, right", positives(0, 1), [0.9], 1],
    ["one alert only, wrong", positives(1, 2), [0.9], 0],
    ["a tie of four for two places", positives(0, 1), [...rest(4, 0.5)], 1],
    ["a tie of three for the one place left", positives(0, 1, 2), [0.9, 0.5, 0.5, 0.5], 1 + 2 / 3],
    ["a tie that just fits", positives(0, 5), [0.9, 0.9, 0.5, 0.5, 0.5, 0.5], 1],
    ["fewer positives than places", positives(1), [0.9, 0.8], 1],
  ])("%s", (_, planted, scores, hits) => {
    const { score, details } = run(planted, list(scores));
    expect(details.hits).toBeCloseTo(hits, 14);
    expect(score.parts.budget).toBeCloseTo(part(hits, planted.length), 14);
    expect(details.precisionAtBudget).toBeCloseTo(hits / 2, 14);
    expect(details.recallAtBudget).toBeCloseTo(hits / planted.length, 14);
  });

  test("perfect output is exactly 1 in every part and 100 points to the last display", () => {
    const planted = range(0, 7).map((account) => ({ account, planted: { cash: [account], hotels: [100 + account] } }));
    const alerts = planted.map(
      ({ account, planted: findings }) => ({ account, score: 1 - account / 100, role: "exploited", findings }) as const,
    );
    const { score } = run(planted, alerts, { n: 70 });
    expect(score.parts).toEqual({ ranking: 1, budget: 1, indicators: 1, evidence: 1, roles: 1 });
    expect(score.points).toBeCloseTo(100, 12);
    expect(score.penalties).toEqual({ harm: 0 });
  });

  test("flagging everybody is constant: 0, and no harm can make it less", () => {
    expect(run(positives(0, 1), list(rest(N, 1)), { groups: { drivers: range(2, N) } }).score.points).toBe(0);
  });
});

describe("explanation and roles, one positive found, one missed", () => {
  const planted: PlainPositive[] = [
    {
      ...{ account: 0, role: "controller", planted: { cash: [1, 2], hotels: [2, 3] } },
      ...{ incidental: ["ads"], unplanted: { cash: [7, 3] } },
    },
    { account: 1, role: "exploited" },
  ];
  const budget = (1 / 2 - 2 / N) / (1 - 2 / N);
  test.each([
    ["nothing said", {}, 0, 0],
    ["all right", { cash: [1, 2], hotels: [2, 3] }, 1, 1],
    ["rows under the wrong indicator are still rows", { cash: [1, 2, 3] }, 2 / 3, 1],
    ["an incidental indicator is neither asked nor punished", { cash: [1, 2], hotels: [3], ads: [] }, 1, 1],
    ["rows true of an incidental indicator count on neither side", { cash: [1, 2], hotels: [3], ads: [1] }, 1, 1],
    ["so do rows true of a planted indicator that were not planted", { cash: [1, 2, 7], hotels: [3] }, 1, 1],
    ["and they are no right answer either", { cash: [7] }, 2 / 3, 0],
    ["a row that no predicate shows was not planted", { cash: [1, 2], hotels: [3], ads: [9] }, 1, 6 / 7],
    ["a wrong indicator counts against", { cash: [1], night: [2] }, 2 / 4, 4 / 5],
    ["only wrong", { night: [8] }, 0, 0],
  ])("%s", (_, findings, indicators, evidence) => {
    const { score } = run(planted, [{ account: 0, score: 1, role: "controller", findings }]);
    expect(score.parts.indicators).toBeCloseTo(budget * indicators, 14);
    expect(score.parts.evidence).toBeCloseTo(budget * evidence, 14);
    expect(score.parts.roles).toBeCloseTo(budget, 14);
  });

  test.each([
    ["the right role", "controller", 1],
    ["another", "mule", 0],
    ["the opposite", "exploited", -1],
  ])("%s", (_, role, worth) => {
    expect(run(planted, [{ account: 0, score: 1, role }]).score.parts.roles).toBeCloseTo(budget * worth, 14);
    expect(run(planted, [{ account: 1, score: 1, role: "controller" }]).score.parts.roles).toBeCloseTo(-budget, 14);
  });

  test("no role is worth nothing, and below chance no role is worth anything", () => {
    expect(run(planted, [{ account: 0, score: 1 }]).score.parts.roles).toBe(0);
    const below = [3, 4].map((account) => ({ account, score: 1, role: "exploited" }));
    expect(run(planted, [...below, { account: 0, score: 0.1, role: "exploited" }]).score.parts.roles).toBe(0);
  });
});

describe("harm (100 accounts, k = 10)", () => {
  const drivers = range(50, 75);
  const hit = 2 / 25 / (10 / 25);
  test.each([
    ["none of the group", [0, 1], { drivers }, []],
    ["two of 25", [50, 51], { drivers }, [hit]],
    ["a group of 19 is shown and not judged", [50, 51], { few: range(50, 69) }, []],
    ["two groups", [50, 51, 80], { drivers, others: range(80, 100) }, [hit, 1 / 20 / (10 / 20)]],
    ["an account in two groups counts in both", [50], { drivers, night: range(50, 70) }, [hit / 2, 1 / 20 / (10 / 20)]],
    ["a positive in the group counts on neither side", [50, 51], { drivers: [...drivers, 2] }, [hit]],
  ])("%s", (_, flagged, groups, rates) => {
    const alerts = flagged.map((account, i) => ({ account, score: 1 - i / 100 }));
    const { score, details } = run(positives(2, 3), alerts, { n: 100, groups });
    const x = Math.hypot(...rates);
    expect(details.worstRate).toBeCloseTo(Math.max(0, ...rates), 14);
    expect(score.penalties["harm"]).toBeCloseTo(x / (1 + x), 14);
  });

  test("each lawful person spared raises the score, from any state of a judged group", () => {
    const groups = { drivers, others: range(80, 100) };
    const scoreWith = (many: number, others: number) => {
      const flagged = [0, 1, ...range(50, 50 + many), ...range(80, 80 + others)];
      return run(
        positives(0, 1, 2),
        flagged.map((account, i) => ({ account, score: 1 - i / 100 })),
        { n: 100, groups },
      ).score.points;
    };
    for (let others = 0; others <= 3; others++)
      for (let many = 5; many > 0; many--) expect(scoreWith(many - 1, others)).toBeGreaterThan(scoreWith(many, others));
  });

  test("misnaming costs in the roles part alone", () => {
    const planted: PlainPositive[] = [{ account: 0 }, { account: 1 }, { account: 2 }, { account: 3, role: "controller" }];
    const alerts = [0, 1, 3].map((account) => ({ account, score: 0.9, role: account === 1 ? "exploited" : "controller" }));
    const { score, details } = run(planted, alerts, { n: 100 });
    expect(details.misnamed).toBe(0.5);
    expect(details.exploitedWithinBudget).toBe(2);
    expect(score.penalties).toEqual({ harm: 0 });
    expect(score.parts.roles).toBeCloseTo((score.parts.budget * (1 + 1 - 1)) / 3, 14);
  });
});

describe("what cannot be gamed", () => {
  test("which accounts of a tie come first by number", () => {
    const front = run(positives(0, 1), list(rest(10, 0.5)));
    const back = run(positives(8, 9), list(rest(10, 0.5)));
    expect(front.score.parts).toEqual(back.score.parts);
  });

  test("more alerts of score 0 below a full budget change no hit", () => {
    const few = run(positives(0, 1), list([0.9, 0.8]));
    const many = run(positives(0, 1), list([0.9, 0.8, ...rest(18, 0)]));
    expect(many.score.points).toBe(few.score.points);
  });

  test("the same output scores the same, replicate by replicate", () => {
    const once = run(positives(0, 7), list([0.9, 0.2, 0.8, 0.2, 0.1, 0.3, 0.3, 0.7]));
    const again = run(positives(0, 7), list([0.9, 0.2, 0.8, 0.2, 0.1, 0.3, 0.3, 0.7]));
    expect(again).toEqual(once);
  });
});

test("labels on which nothing is defined are refused as our own failure", () => {
  expect(() => run([], list([1]))).toThrow(/at least one positive/);
  expect(() => run(positives(...range(0, N)), list([1]))).toThrow(/fewer positives than subjects \(20\)/);
  expect(() => run([{ account: 0, planted: {} }], list([1]))).toThrow(/planted/);
  const wide: RankingChallenge = { ...CHALLENGE, budgetShare: 0.99 };
  const truth = truthOf(2, {
    positives: [{ account: 0, role: "mule" }],
    units: [0, 1].map((account) => ({ account, unit: account })),
  });
  expect(() => openScoring(wide, truth)).toThrow(/a budget below the 2 subjects; found 2/);
});

describe("details and mistakes", () => {
  const world: PlainPositive[] = range(0, 20).map((account) => ({ account, role: "mule" }));
  const alerts = range(5, 300).map((account) => ({ account, score: 1 - account / 1000 }));
  const { details, mistakes } = run(world, alerts, { n: 300, groups: { drivers: range(100, 130) } });

  test("at most 30 mistakes, as even as there are of each kind, in a fixed order", () => {
    const kinds = mistakes.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "false-alarm")).toHaveLength(13);
    expect(kinds.filter((kind) => kind === "wrong-reason")).toHaveLength(12);
    expect(kinds.filter((kind) => kind === "missed")).toHaveLength(5);
    expect(mistakes[0]).toEqual({
      kind: "missed",
      subject: 0,
      rank: null,
      score: null,
      role: { named: null, planted: "mule" },
      groups: [],
      indicators: [{ indicator: "cash", planted: true, named: false, evidence: { planted: 1, found: 0, wrong: 0 } }],
    });
    expect(mistakes[5]).toMatchObject({ kind: "false-alarm", subject: 20, rank: 16 });
  });

  test("the curve ends with all alerts and holds at most 200 points", () => {
    expect(details.curve.length).toBeLessThanOrEqual(200);
    expect(details.curve[0]).toEqual({ recall: 1 / 20, precision: 1, alerts: 1 });
    expect(details.curve.at(-1)).toEqual({ recall: 15 / 20, precision: 15 / 295, alerts: 295 });
  });

  test("groups and indicators are counted", () => {
    expect(details.groups).toEqual([{ group: "drivers", members: 30, flagged: 0, rate: 0, judged: true }]);
    expect(details.indicators).toEqual([{ indicator: "cash", planted: 15, found: 0, wrong: 0 }]);
  });
});

test("the same bits on every engine: a golden score", () => {
  const planted: PlainPositive[] = range(0, 9).map((account) => ({
    account,
    ring: account % 4,
    planted: { cash: [account, 50] },
  }));
  const alerts = range(0, 60).map((account) => ({ account, score: ((account * 37) % 23) / 23, findings: { cash: [account] } }));
  const { score, replicates } = run(planted, alerts, { n: 90, groups: { drivers: range(9, 40) } });
  expect([score.points, score.low, score.high, replicates.reduce((a, b) => a + b, 0)].map(String)).toMatchInlineSnapshot(`
    [
      "3.0885049954692927",
      "-1.0156947206832196",
      "14.668851182965714",
      "411.99243613325905",
    ]
  `);
});
