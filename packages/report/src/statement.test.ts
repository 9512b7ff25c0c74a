import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHALLENGE, SCORE } from "../test/sample-run.ts";
import { statementWords } from "./charts/waterfall.ts";
import { scoreStatement, type Statement } from "./statement.ts";

function takenIn({ penalties }: Statement): number {
  return penalties.reduce((sum, { taken }) => sum + taken, 0);
}

const part = fc.double({ min: -0.3, max: 1, noNaN: true });

describe("the statement of a score", () => {
  it("adds up to the last decimal shown, whatever was rounded", () => {
    fc.assert(
      fc.property(
        part,
        part,
        part,
        part,
        part,
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.constantFrom(0 as const, 1 as const),
        (ranking, budget, indicators, evidence, roles, harm, decimals) => {
          const parts = { ranking, budget, indicators, evidence, roles };
          const before = 100 * (0.4 * ranking + 0.2 * budget + 0.15 * (indicators + evidence) + 0.1 * roles);
          fc.pre(before >= 0);
          const statement = scoreStatement(
            { points: before * (1 - harm), low: 0, high: 1, parts, penalties: { harm } },
            CHALLENGE,
            decimals,
          );
          const sum = statement.lines.reduce((total, line) => total + line.gained, 0) - takenIn(statement);
          expect(sum).toBeCloseTo(statement.points, 6);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("also of a hidden split, where score and parts were rounded apart", () => {
    const parts = { ranking: 0.71, budget: 0.62, indicators: 0.48, evidence: 0.31, roles: 0.4 };
    const statement = scoreStatement({ points: 50, low: 41, high: 57, parts, penalties: { harm: 0.12 } }, CHALLENGE, 0);
    expect(statement.lines.reduce((total, line) => total + line.gained, 0) - takenIn(statement)).toBe(50);
    expect(statementWords("en", statement, CHALLENGE, 0)).toBe(
      "Ranking +29, Budget +12, Indicators +7, Evidence +5, Roles +4, Harm −7 = 50",
    );
  });

  it("leaves out parts without a weight, and reads like a sum", () => {
    const parts = CHALLENGE.parts.map(({ measure }, i) => ({ measure, weight: i === 0 ? 1 : 0 }));
    const only = { ...CHALLENGE, parts };
    expect(scoreStatement({ ...SCORE, points: 62.4 }, only).lines.map(({ measure }) => measure)).toEqual(["ranking"]);
  });

  it("an empty output's statement is all zeros", () => {
    const parts = { ranking: 0, budget: 0, indicators: 0, evidence: 0, roles: 0 };
    const score = { points: 0, low: 0, high: 0, parts, penalties: { harm: 0 } };
    expect(statementWords("fr", scoreStatement(score, CHALLENGE, 0), CHALLENGE, 0)).toMatch(/= 0$/);
  });

  it("takes penalties one after the other, each of what the one before it left", () => {
    const challenge = { parts: [{ measure: "ranking", weight: 1 }], penalties: [{ measure: "first" }, { measure: "second" }] };
    const score = { points: 40, low: 0, high: 1, parts: { ranking: 1 }, penalties: { first: 0.5, second: 0.2 } };
    expect(scoreStatement(score, challenge).penalties.map(({ taken }) => taken)).toEqual([50, 10]);
  });
});
