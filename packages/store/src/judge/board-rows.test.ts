import fc from "fast-check";
import { expect, test } from "vitest";
import { SCORE } from "../../test/event-fixture.ts";
import type { ListedEntry } from "../judge-contract.ts";
import { rowBody } from "./board-rows.ts";
import { replicateBytes, replicatesOf } from "./replicates.ts";

const ENTRY: ListedEntry = {
  team: { id: "A", name: "A", baseline: false },
  competes: true,
  best: { submission: "of-A", score: SCORE, judgedAt: "2026-01-01T00:00:00.000Z" },
  history: [51],
  attempts: 2,
  latestVerdict: "accepted",
};
const RESULT = { history: [51], attempts: 2, verdict: "accepted", submission: "of-A", judgedAt: "2026-01-01T00:00:00.000Z" };

test("a row shows points and interval to the point, parts and penalties to a hundredth, none below zero", () => {
  const shown = { score: 51, interval: [0, 71], parts: { first: 0.51, second: 0 }, penalties: { haste: 0.02 } };
  expect(rowBody(ENTRY, { precisionPoints: 1 })).toEqual({ ...shown, ...RESULT });
});

test("a coarser precision is coarser everywhere", () => {
  const shown = { score: 50, interval: [0, 70], parts: { first: 0.5 }, penalties: { haste: 0 } };
  expect(rowBody(ENTRY, { precisionPoints: 5 })).toMatchObject(shown);
});

test("a team without a verdict has nothing to say, one without a score its verdict", () => {
  const without = { ...ENTRY, best: null, history: [] };
  expect(rowBody({ ...without, latestVerdict: null }, { precisionPoints: 1 })).toBeNull();
  expect(rowBody({ ...without, latestVerdict: "time_limit" }, { precisionPoints: 1 })).toMatchObject({
    ...{ score: null, interval: null, parts: null, penalties: null },
    ...{ attempts: 2, verdict: "time_limit", submission: null },
  });
});

test("replicates come back to the last bit", () => {
  fc.assert(
    fc.property(fc.array(fc.double()), (replicates) => {
      expect([...replicatesOf(replicateBytes(replicates))]).toEqual(replicates);
    }),
  );
});
