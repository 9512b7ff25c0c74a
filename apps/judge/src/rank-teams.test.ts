import { describe, expect, it } from "vitest";
import type { StandingEntry } from "@vigie/store/judge";
import { tinyChallenge } from "../test/judge-bench.ts";
import { rankTeams } from "./rank-teams.ts";

const challenge = tinyChallenge();

/** A team whose resampled scores spread ±1 around its points, in step with everybody else's. */
function entry(name: string, points: number | null, baseline = false): StandingEntry {
  return {
    team: { id: `id-${name}`, name, baseline },
    best:
      points === null
        ? null
        : {
            submission: `sub-${name}`,
            score: { points, low: points - 1.3, high: points + 1.3, parts: {}, penalties: {} },
            replicates: Array.from({ length: 100 }, (_, i) => points + (i - 49.5) / 50),
            judgedAt: "2025-01-01T00:00:00.000Z",
          },
    history: points === null ? [] : [Math.round(points)],
    attempts: 1,
    latestVerdict: points === null ? "runtime_error" : "accepted",
  };
}

describe("teams with a score", () => {
  it("are placed by it, and the others are not", () => {
    const places = rankTeams(challenge, [entry("Zoé", null), entry("B", 20.2), entry("Ada", null), entry("A", 51.4)]);
    expect(places).toEqual([
      { team: "id-A", rank: 1, band: 1 },
      { team: "id-B", rank: 2, band: 2 },
    ]);
  });

  it("have no rank where they are baselines", () => {
    const places = rankTeams(challenge, [entry("Team", 10.1), entry("Rule", 30.2, true)]);
    expect(places.map(({ team, rank }) => [team, rank])).toEqual([
      ["id-Rule", null],
      ["id-Team", 1],
    ]);
  });

  it("are placed alike in whatever order they come, also where there are none", () => {
    const entries = [entry("A", 51.4), entry("B", 20.2), entry("C", 20.2), entry("D", null), entry("E", 3, true)];
    expect(rankTeams(challenge, [...entries].reverse())).toEqual(rankTeams(challenge, entries));
    expect(rankTeams(challenge, [])).toEqual([]);
  });
});
