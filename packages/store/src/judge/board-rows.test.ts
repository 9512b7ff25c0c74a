import fc from "fast-check";
import { expect, test } from "vitest";
import { SCORE } from "../../test/event-fixture.ts";
import type { StandingEntry } from "../judge-contract.ts";
import { emptyRow } from "../rows/standings.ts";
import { boardRows } from "./board-rows.ts";
import { replicateBytes, replicatesOf } from "./replicates.ts";

function entry(name: string, points: number | null): StandingEntry {
  const about = { submission: `of-${name}`, replicates: [1.23456], judgedAt: "2026-01-01T00:00:00.000Z" };
  return {
    team: { id: name, name, baseline: false },
    best: points === null ? null : { ...about, score: { ...SCORE, points } },
    history: points === null ? [] : [Math.round(points)],
    attempts: 2,
    latestVerdict: "accepted",
  };
}

const first = (team: string) => [{ team, rank: 1, band: 1 }];

test("a row shows points and interval to the point, parts and penalties to a hundredth, none below zero", () => {
  expect(boardRows([entry("A", SCORE.points)], () => first("A"), { precisionPoints: 1 })).toEqual([
    {
      ...emptyRow({ id: "A", name: "A", baseline: false }),
      ...{ rank: 1, band: 1, score: 51, interval: [0, 71], parts: { first: 0.51, second: 0 }, penalties: { haste: 0.02 } },
      ...{ history: [51], attempts: 2, verdict: "accepted", submission: "of-A", judgedAt: "2026-01-01T00:00:00.000Z" },
    },
  ]);
});

test("a coarser precision is coarser everywhere", () => {
  expect(boardRows([entry("A", SCORE.points)], () => first("A"), { precisionPoints: 5 })).toMatchObject([
    { score: 50, interval: [0, 70], parts: { first: 0.5 }, penalties: { haste: 0 } },
  ]);
});

test("every team has a row: as they were placed, then those that were forgotten, then those without a score by name", () => {
  const entries = [entry("Zoé", null), entry("B", 20), entry("Ada", null), entry("A", 40), entry("forgotten", 30)];
  const rows = boardRows(entries, () => [...first("A"), ...first("B"), ...first("nobody")], { precisionPoints: 1 });
  expect(rows.map(({ team, rank }) => [team, rank])).toEqual([
    ["A", 1],
    ["B", 1],
    ["forgotten", null],
    ["Ada", null],
    ["Zoé", null],
  ]);
});

test("replicates come back to the last bit", () => {
  fc.assert(
    fc.property(fc.array(fc.double()), (replicates) => {
      expect(replicatesOf(replicateBytes(replicates))).toEqual(replicates);
    }),
  );
});
