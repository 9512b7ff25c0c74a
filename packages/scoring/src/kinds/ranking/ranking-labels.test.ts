import { SpecError } from "@vigie/spec";
import { describe, expect, it } from "vitest";
import { openScoring } from "../../index.ts";
import { CHALLENGE, ROLES, truthOf, type LabelRows } from "../../../test/tiny-split.ts";
import { readLabels } from "./ranking-labels.ts";

const rows = {
  positives: [
    { account: 1, ring: 0, role: "exploited" },
    { account: 5, ring: 0, role: "controller" },
  ],
  findings: [
    { account: 1, indicator: "a-first", evidence: 31, planted: 1 },
    { account: 1, indicator: "a-first", evidence: 77, planted: 1 },
    { account: 1, indicator: "b-second", evidence: 77, planted: 0 },
    { account: 1, indicator: "a-first", evidence: 90, planted: 0 },
    { account: 3, indicator: "a-first", evidence: 93, planted: 0 },
    { account: 5, indicator: "b-second", evidence: 155, planted: 1 },
  ],
  groups: [
    { account: 0, group: "newcomers" },
    { account: 1, group: "newcomers" },
    { account: 3, group: "salons" },
  ],
  rings: [{ ring: 0 }],
  units: [0, 1, 2, 3, 4, 1, 5].map((unit, account) => ({
    account,
    unit,
    stratum: unit === 0 ? "newcomers" : unit === 3 ? "salons" : "none",
  })),
} satisfies LabelRows;

const NOTHING = { incidental: new Set(), incidentalRows: new Set() };

const labelsOf = (change: LabelRows) => readLabels(truthOf(7, { ...rows, ...change }), ROLES);

/** Rows with one of them changed. */
function changed(list: LabelRows[string], at: number, change: LabelRows[string][number]): LabelRows[string] {
  return list.map((row, i) => (i === at ? { ...row, ...change } : row));
}

describe("labels", () => {
  it("come as a ranking is scored against them", () => {
    expect(labelsOf({})).toEqual({
      subjects: 7,
      positives: [
        {
          subject: 1,
          role: "exploited",
          planted: new Map([["a-first", new Set([31, 77])]]),
          incidental: new Set(["b-second"]),
          incidentalRows: new Set([90]),
        },
        { subject: 5, role: "controller", planted: new Map([["b-second", new Set([155])]]), ...NOTHING },
      ],
      positiveOf: Int32Array.of(-1, 0, -1, -1, -1, 1, -1),
      groups: new Map([
        ["newcomers", Int32Array.of(0, 1)],
        ["salons", Int32Array.of(3)],
      ]),
      units: { ofSubject: Int32Array.of(0, 1, 2, 3, 4, 1, 5), stratumOfUnit: Int32Array.of(0, 1, 1, 2, 1, 1) },
    });
  });

  it("number units by their first subjects, whatever numbers stand in the file", () => {
    const units = rows.units.map((row) => ({ ...row, unit: 1000 - 7 * row.unit }));
    expect(labelsOf({ units }).units).toEqual(labelsOf({}).units);
  });

  it("need no findings, groups and rings where their world has none", () => {
    const { positives, units } = rows;
    const labels = readLabels(truthOf(7, { positives, units }), ROLES);
    expect(labels.positives.map(({ planted }) => planted.size)).toEqual([0, 0]);
    expect(labels.groups.size).toBe(0);
  });

  it("say which rows of a subject were planted, and what for", () => {
    const opened = openScoring(CHALLENGE, truthOf(7, rows));
    expect(opened.planted(1)).toEqual([
      { id: 31, indicator: "a-first" },
      { id: 77, indicator: "a-first" },
    ]);
    expect(opened.planted(3)).toEqual([]);
  });

  const everybody = rows.units.map(({ account }) => ({ ...rows.positives[0], account }));
  const refused: { claim: string; change: LabelRows; message: RegExp }[] = [
    {
      claim: "no positive",
      change: { positives: [] },
      message: /positives\.arrow: expected at least one positive/,
    },
    {
      claim: "nothing but positives",
      change: { positives: everybody },
      message: /positives\.arrow.*fewer positives than subjects \(7\); found 7/,
    },
    {
      claim: "a positive with nothing planted",
      change: { findings: rows.findings.slice(0, 5) },
      message: /positives\.arrow at \/account\/1: expected a planted finding; found none in labels\/findings\.arrow/,
    },
    {
      claim: "an unknown role",
      change: { positives: changed(rows.positives, 1, { role: "boss" }) },
      message: /positives\.arrow at \/role\/1: expected exploited.*found "boss"/,
    },
    {
      claim: "a ring that is not listed",
      change: { positives: changed(rows.positives, 0, { ring: 9 }) },
      message: /positives\.arrow at \/ring\/0: expected a ring of rings\.arrow; found 9/,
    },
    {
      claim: "a positive twice",
      change: { positives: [rows.positives[0], rows.positives[0]] },
      message: /positives\.arrow at \/account\/1: expected ascending numbers, each once; found 1/,
    },
    {
      claim: "a positive out of range",
      change: { positives: changed(rows.positives, 1, { account: 7 }) },
      message: /positives\.arrow at \/account\/1: expected a number from 0 to 6; found 7/,
    },
    {
      claim: "a planted row of a lawful subject",
      change: { findings: changed(rows.findings, 4, { planted: 1 }) },
      message: /findings\.arrow at \/planted\/4: expected 0, as it is no positive's; found 1/,
    },
    {
      claim: "a subject twice in a group",
      change: { groups: [rows.groups[0], rows.groups[0]] },
      message: /groups\.arrow at \/account\/1/,
    },
    {
      claim: "a unit in two strata",
      change: { units: changed(rows.units, 5, { stratum: "salons" }) },
      message: /units\.arrow at \/stratum\/5: expected "none", as elsewhere in unit 1; found "salons"/,
    },
    {
      claim: "a subject without a unit",
      change: { units: rows.units.slice(0, 4) },
      message: /units\.arrow: expected 7 rows, one a subject; found 4/,
    },
    {
      claim: "a subject with two units",
      change: { units: changed(rows.units, 5, { account: 4 }) },
      message: /units\.arrow at \/account\/5: expected every subject once, ascending; found 4/,
    },
  ];

  it.each(refused)("with $claim are refused by file and row", ({ change, message }) => {
    expect(() => labelsOf(change)).toThrow(SpecError);
    expect(() => labelsOf(change)).toThrow(message);
  });
});
