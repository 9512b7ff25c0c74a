import fc from "fast-check";
import { expect, test } from "vitest";
import { SCORE } from "../../test/event-fixture.ts";
import { roundedScore } from "@vigie/spec";
import { roundedRow } from "./rounding.ts";
import { replicateBytes, replicatesOf } from "./replicates.ts";
import { emptyRow } from "../rows/standings.ts";

test("a score is shown to the point, its parts and harm to a hundredth, none below zero", () => {
  expect(roundedScore(SCORE, { precisionPoints: 1 })).toEqual({
    points: 51,
    low: 0,
    high: 71,
    parts: { ranking: 0.51, budget: 0.21, indicators: 0, evidence: 0.58, roles: 0 },
    harm: 0.02,
  });
});

test("a coarser precision is coarser everywhere", () => {
  expect(roundedScore(SCORE, { precisionPoints: 5 })).toMatchObject({
    points: 50,
    high: 70,
    parts: { ranking: 0.5, evidence: 0.6 },
    harm: 0,
  });
});

test("rounding a row that is rounded changes nothing", () => {
  const number = fc.double({ min: -50, max: 150, noNaN: true });
  fc.assert(
    fc.property(number, number, fc.integer({ min: 1, max: 10 }), (points, share, precisionPoints) => {
      const {
        points: score,
        low,
        high,
        parts,
        harm,
      } = roundedScore(
        {
          points,
          low: points - 1,
          high: points + 1,
          parts: { ranking: share / 100, budget: 0, indicators: 0, evidence: 0, roles: 0 },
          harm: share / 100,
        },
        { precisionPoints },
      );
      const row = {
        ...emptyRow({ id: "t", name: "t", baseline: false }),
        score,
        interval: [low, high] satisfies [number, number],
        parts,
        harm,
        history: [score],
      };
      expect(roundedRow(row, { precisionPoints })).toEqual(row);
    }),
  );
});

test("replicates come back to the last bit", () => {
  fc.assert(
    fc.property(fc.array(fc.double()), (replicates) => {
      expect(replicatesOf(replicateBytes(replicates))).toEqual(replicates);
    }),
  );
});
