/** Figures of Follow the money from before there were several kinds of challenges: see `before/README.md`. */
import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandbox } from "@vigie/runner";
import { canonicalJson, SPLITS } from "@vigie/spec";
import { checked } from "@vigie/spec/node";
import { asBefore } from "./before/as-before.ts";
import { figureOf, Figures, publishedIn, reportOf } from "./before/figures.ts";
import { openHere, type JudgeHere } from "./before/judge-here.ts";
import { sha256, storedJson } from "./before/stored.ts";
import { ROOT } from "./command-line.ts";

const FIGURES = checked(Figures, storedJson("figures.json"), "figures.json");
const REPORTS = checked(Type.Record(Type.String(), Type.Unknown()), storedJson("reports.json.gz"), "reports.json.gz");

const opened = await openSandbox("auto");
afterAll(async () => {
  if (opened.kind === "ready") await opened.sandbox.close();
});

/** As JSON has it, where −0 is 0. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it("takes a score with penalties for the one with harm that it was, and lets no other penalty pass", () => {
  const [score, harm] = [{ points: 1, parts: { ranking: 0.5 } }, 0.25];
  expect(asBefore([{ score: { ...score, penalties: { harm } } }])).toEqual([{ score: { ...score, harm } }]);
  expect(asBefore({ ...score, harm, penalties: { harm } })).toEqual({ ...score, harm });
  for (const other of [
    { ...score, harm: 0, penalties: { harm } },
    { ...score, penalties: { harm, late: 0 } },
  ])
    expect(asBefore(other)).toEqual(other);
});

it("publishes the same checksums, audits, reports and baselines of the dataset", () => {
  expect(publishedIn(join(ROOT, "datasets/follow-the-money"))).toEqual(FIGURES.published);
});

describe.skipIf(opened.kind === "missing").each(SPLITS)("on the %s split", (split) => {
  const { examples: figures, inputs, labels } = FIGURES.sets[split];
  let here: JudgeHere;
  beforeAll(async () => {
    if (opened.kind === "ready") here = await openHere(opened.sandbox, split);
  });
  afterAll(() => here.close());

  it("makes the same set, to the byte", () => {
    expect({ inputs: here.inputs, labels: here.labels }).toEqual({ inputs, labels });
  });

  it.each(Object.keys(figures))("judges %s the same, to the last bit", async (example) => {
    const judged = await here.judge(example);
    const report = REPORTS[`${split}/${example}`] ?? null;
    expect(figures[example].report).toBe(report === null ? null : sha256(canonicalJson(report)));
    expect(plain(reportOf(judged))).toEqual(report);
    expect(plain(figureOf(judged))).toEqual(figures[example]);
  });
});
