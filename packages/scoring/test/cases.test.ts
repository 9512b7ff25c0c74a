/** The cases of `cases/cases.json`, whose numbers `cases/score.py` works out in fractions, from the definitions alone. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { alertsOf, CHALLENGE, labelsOf, resamplesOf, scoreOf, type PlainAlert, type PlainPositive } from "./tiny-split.ts";

interface Case {
  readonly name: string;
  readonly accounts: number;
  readonly budget: number;
  readonly positives: readonly (PlainPositive & { readonly true?: PlainPositive["unplanted"] })[];
  readonly groups: Readonly<Record<string, readonly number[]>>;
  readonly alerts: readonly PlainAlert[];
  readonly expected: { readonly parts: Readonly<Record<string, number>>; readonly harm: number; readonly points: number };
}

const folder = join(import.meta.dirname, "cases");
const cases: readonly Case[] = JSON.parse(readFileSync(join(folder, "cases.json"), "utf8"));

test.each(cases)("$name", ({ accounts, budget, positives, groups, alerts, expected }) => {
  const challenge = { ...CHALLENGE, budgetShare: budget / accounts };
  const labels = labelsOf(
    accounts,
    positives.map((positive) => ({ ...positive, unplanted: positive.true })),
    groups,
  );
  const { score } = scoreOf({
    ...{ challenge, labels, alerts: alertsOf(accounts, alerts) },
    resamples: resamplesOf(labels, new Uint8Array(32), 100),
  });
  for (const [part, value] of Object.entries(expected.parts)) expect(score.parts[part], part).toBeCloseTo(value, 13);
  expect(score.penalties["harm"]).toBeCloseTo(expected.harm, 13);
  expect(score.points).toBeCloseTo(expected.points, 11);
});

test("what the cases expect is what the script works out", () => {
  const checked = spawnSync("python3", [join(folder, "score.py")], { encoding: "utf8" });
  expect([checked.status, checked.stderr]).toEqual([0, ""]);
});
