import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankStandings } from "@vigie/scoring";
import { KeptRanking, type RankedTeam } from "./kept-ranking.ts";

const RULES = { precisionPoints: 1, interval: { resamples: 40, level: 0.95 } };
let submissions = 0;

/** A team whose resampled scores wobble around its points, in part with everybody else's. */
function team(id: string, points: number, baseline = false): RankedTeam {
  const wobble = (i: number, step: number) => ((i * step) % 40) / 20 - 1;
  const replicates = Float64Array.from(
    { length: 40 },
    (_, i) => points + 5 * wobble(i, 7) + 2 * wobble(i, 3 + (id.length % 5) + points),
  );
  return { id, name: `Team ${id}`, baseline, submission: `s-${(submissions += 1)}`, points, replicates };
}

function plain(teams: Iterable<RankedTeam>) {
  const places = rankStandings([...teams], { precisionPoints: 1, level: 0.95 });
  return places.map(({ id, rank, band }) => ({ team: id, rank, band }));
}

describe("a ranking that keeps what it knows", () => {
  it("places as one that keeps nothing does, after whatever verdicts come", () => {
    const verdict = fc.record({ team: fc.integer({ min: 0, max: 12 }), points: fc.integer({ min: 0, max: 30 }) });
    fc.assert(
      fc.property(fc.array(fc.array(verdict, { minLength: 1, maxLength: 4 }), { maxLength: 40 }), (rounds) => {
        const kept = new KeptRanking();
        const teams = new Map<string, RankedTeam>();
        for (const round of rounds) {
          const changed = round.map((each) => team("x".repeat(1 + each.team), each.points, each.team === 3));
          for (const each of changed) teams.set(each.id, each);
          kept.take(changed);
          expect(kept.rank(RULES)).toEqual(plain(teams.values()));
        }
      }),
    );
  });

  it("a verdict costs the same at 100 and at 1,000 teams: it compares one pair, where it leads no band", () => {
    const costs = [100, 1000].map((count) => {
      const kept = new KeptRanking();
      kept.take(Array.from({ length: count }, (_, n) => team(`t${n}`, (90 * n) / count)));
      kept.rank(RULES);
      const [before, last] = [kept.compared, kept.rank(RULES).at(-1)];
      expect(kept.compared).toBe(before);
      kept.take([team(last?.team ?? "", 0)]);
      kept.rank(RULES);
      return kept.compared - before;
    });
    expect(costs).toEqual([1, 1]);
  });

  it("says so where replicates are of other resamples", () => {
    const kept = new KeptRanking();
    kept.take([team("a", 5), { ...team("b", 4), replicates: Float64Array.of(1) }]);
    expect(() => kept.rank(RULES)).toThrow(/expected 40 replicates/);
  });
});
