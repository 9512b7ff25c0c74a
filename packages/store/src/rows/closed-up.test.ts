import { expect, test } from "vitest";
import type { StoredPlace } from "../database/tables.ts";
import { closedUp } from "./closed-up.ts";

const SCORES = { a: 60, b: 50, reference: 48, c: 50, d: 40 } as const;
const PLACES: readonly StoredPlace[] = [
  ["a", 1, 1],
  ["b", 2, 2],
  ["reference", null, null],
  ["c", 2, 2],
  ["d", 4, 3],
];

const scores: Readonly<Record<string, number>> = SCORES;
const without =
  (...out: string[]) =>
  (team: string) => ({
    baseline: team === "reference",
    ...(out.includes(team) ? { entry: "disqualified" as const } : {}),
    score: scores[team] ?? null,
  });

test("places that were ranked as teams take part are left as they are", () => expect(closedUp(PLACES, without())).toBe(PLACES));

test.each([
  ["the first goes", ["a"], { a: [null, null], b: [1, 1], c: [1, 1], d: [3, 2] }],
  ["one of two equals goes", ["b"], { a: [1, 1], b: [null, null], c: [2, 2], d: [3, 3] }],
  ["a whole band goes", ["b", "c"], { a: [1, 1], d: [2, 2] }],
])("%s, and the others close up", (_what, out, expected) => {
  const found = Object.fromEntries(closedUp(PLACES, without(...out)).map(([team, rank, band]) => [team, [rank, band]]));
  expect(found).toMatchObject({ ...expected, reference: [null, null] });
});

test("who competes again stands by its score, in the band of those above", () => {
  const places = PLACES.map(([team, rank, band]): StoredPlace => (team === "c" ? [team, null, null] : [team, rank, band]));
  expect(closedUp(places, without())[3]).toEqual(["c", 2, 2]);
});
