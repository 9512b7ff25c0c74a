import { expect, it } from "vitest";
import { standingRows } from "../../test/fixture-event.ts";
import { grouped } from "./bands.ts";

it("puts teams under their bands, in order, and leaves out who has no score", () => {
  const groups = grouped(standingRows());
  expect(groups.map(({ band }) => band)).toEqual([1, 2, 3, 4, 5, null]);
  expect(groups.flatMap(({ rows }) => rows).every(({ score }) => score !== null)).toBe(true);
});

it("puts a reference into a band only between teams of that band", () => {
  const byName = new Map(grouped(standingRows()).flatMap(({ band, rows }) => rows.map((row) => [row.teamName, band])));
  expect(byName.get("Organizers’ reference")).toBe(2);
  expect(byName.get("Starter kit, unchanged")).toBe(5);
  expect(byName.get("Random order")).toBe(null);
});

it("of an empty board makes nothing", () => {
  expect(grouped([])).toEqual([]);
});
