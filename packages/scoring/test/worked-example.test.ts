/** The example of the README: every number that stands there is what the code gives. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { alertsOf, CHALLENGE, labelsOf, resamplesOf, scoreOf } from "./tiny-split.ts";

const [, example] = readFileSync(join(import.meta.dirname, "../README.md"), "utf8").split("## A worked example\n");
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

/** The row of the table that begins so. */
function told(row: string): string {
  const line = example.split("\n").find((one) => one.startsWith(`| ${row} |`));
  if (line === undefined) throw new Error(`the README tells no ${row}`);
  return line;
}

function scored(drivers: readonly number[]) {
  const planted = [{ account: 0 }, { account: 1, role: "controller" }];
  const labels = labelsOf(100, planted, { drivers: range(50, 75), others: range(80, 100) });
  const alerts = [0, 1, ...drivers, 80].map((account, i) => ({
    ...{ account, score: 0.9 - i / 10 },
    ...(i < 2 && { role: "exploited" }),
  }));
  const resamples = resamplesOf(labels, new Uint8Array(32), 100);
  return scoreOf({ challenge: CHALLENGE, labels, alerts: alertsOf(100, alerts), resamples });
}

test("the worked example is what the code computes", () => {
  const { score, details } = scored([50, 51]);
  expect(told("budget")).toMatch(new RegExp(` = ${score.parts["budget"]} \\|$`));
  expect(told("roles")).toContain(` = ${score.parts["roles"]}:`);
  for (const { group, rate } of details.groups)
    expect(told("rates")).toMatch(new RegExp(`${group} [^;]* = ${rate.toFixed(1)}( \\||;)`));
  const harm = score.penalties["harm"];
  const x = harm / (1 - harm);
  expect(told("x")).toContain(` = ${x.toFixed(4)} |`);
  expect(told("harm")).toContain(`${x.toFixed(4)} / ${(1 + x).toFixed(4)} = ${harm.toFixed(4)} |`);
  expect(told("before harm")).toContain(` = ${Math.round(score.points * (1 + x))}:`);
  expect(told("points")).toContain(` = ${score.points.toFixed(1)} |`);
  const spared = scored([50]).score.points;
  expect(told("one driver spared")).toContain(`= ${spared.toFixed(1)}, so ${(spared - score.points).toFixed(1)} more |`);
});
