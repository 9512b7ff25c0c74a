import { describe, expect, it } from "vitest";
import type { StandingEntry } from "@vigie/store/judge";
import { tinyChallenge } from "../test/judge-bench.ts";
import { rankTeams } from "./rank-teams.ts";

const challenge = tinyChallenge();

/** A team whose resampled scores spread ±1 around its points, in step with everybody else's. */
function entry(name: string, points: number | null, own: { baseline?: boolean } = {}): StandingEntry {
  const parts = { ranking: 0.123, budget: 0.2, indicators: 0.3, evidence: -0.04, roles: 0.5 };
  return {
    team: { id: `id-${name}`, name, baseline: own.baseline ?? false },
    best:
      points === null
        ? null
        : {
            submission: `sub-${name}`,
            score: { points, low: points - 1.3, high: points + 1.3, parts, harm: 0.017 },
            replicates: Array.from({ length: 100 }, (_, i) => points + (i - 49.5) / 50),
            judgedAt: "2025-01-01T00:00:00.000Z",
          },
    history: points === null ? [] : [Math.round(points)],
    attempts: 1,
    latestVerdict: points === null ? "runtime_error" : "accepted",
  };
}

describe("the board's rows", () => {
  it("stand by score, then without one by name", () => {
    const rows = rankTeams(challenge, [entry("Zoé", null), entry("B", 20.2), entry("Ada", null), entry("A", 51.4)]);
    expect(rows.map(({ teamName }) => teamName)).toEqual(["A", "B", "Ada", "Zoé"]);
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, null, null]);
    expect(rows.map(({ submission }) => submission)).toEqual(["sub-A", "sub-B", null, null]);
  });

  it("show nothing finer than the declared precision", () => {
    const [row] = rankTeams(challenge, [entry("A", 51.437)]);
    const whole = [
      row.score,
      ...(row.interval ?? []),
      (row.harm ?? 0) * 100,
      ...Object.values(row.parts ?? {}).map((p) => p * 100),
    ];
    for (const shown of whole) expect(Math.abs((shown ?? NaN) - Math.round(shown ?? NaN))).toBeLessThan(1e-9);
    expect(JSON.stringify(row)).not.toContain("replicates");
  });

  it("give a baseline its place and no rank", () => {
    const rows = rankTeams(challenge, [entry("Team", 10.1), entry("Rule", 30.2, { baseline: true })]);
    expect(rows.map(({ teamName, rank }) => [teamName, rank])).toEqual([
      ["Rule", null],
      ["Team", 1],
    ]);
  });

  it("do not depend on the order in which entries come", () => {
    const entries = [entry("A", 51.4), entry("B", 20.2), entry("C", 20.2), entry("D", null), entry("E", 3, { baseline: true })];
    expect(rankTeams(challenge, [...entries].reverse())).toEqual(rankTeams(challenge, entries));
  });

  it("are none for an event without teams", () => {
    expect(rankTeams(challenge, [])).toEqual([]);
  });
});
