import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCORE, WEIGHTS } from "../test/sample-run.ts";
import { statementWords } from "./charts/waterfall.ts";
import { scoreStatement } from "./statement.ts";

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
          const statement = scoreStatement({ points: before * (1 - harm), low: 0, high: 1, parts, harm }, WEIGHTS, decimals);
          const sum = statement.lines.reduce((total, line) => total + line.gained, 0) - statement.taken;
          expect(sum).toBeCloseTo(statement.points, 6);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("also of a hidden split, where score and parts were rounded apart", () => {
    const parts = { ranking: 0.71, budget: 0.62, indicators: 0.48, evidence: 0.31, roles: 0.4 };
    const statement = scoreStatement({ points: 50, low: 41, high: 57, parts, harm: 0.12 }, WEIGHTS, 0);
    expect(statement.lines.reduce((total, line) => total + line.gained, 0) - statement.taken).toBe(50);
    expect(statementWords("en", statement, 0)).toBe(
      "Ranking +29, Budget +12, Indicators +7, Evidence +5, Roles +4, Harm −7 = 50",
    );
  });

  it("leaves out parts without a weight, and reads like a sum", () => {
    const only = { ranking: 1, budget: 0, indicators: 0, evidence: 0, roles: 0 };
    expect(scoreStatement({ ...SCORE, points: 62.4 }, only).lines.map((line) => line.part)).toEqual(["ranking"]);
  });

  it("an empty output's statement is all zeros", () => {
    const parts = { ranking: 0, budget: 0, indicators: 0, evidence: 0, roles: 0 };
    expect(statementWords("fr", scoreStatement({ points: 0, low: 0, high: 0, parts, harm: 0 }, WEIGHTS, 0), 0)).toMatch(/= 0$/);
  });
});
