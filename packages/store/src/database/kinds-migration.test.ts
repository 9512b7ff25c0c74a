import { describe, expect, test } from "vitest";
import { OLD_FORMS } from "../../test/old-forms.ts";
import { newReport, newRow, newScore, newSpec } from "./kinds-migration.ts";

const { spec, score, practice, refusedPractice, rows } = OLD_FORMS;

describe("what was stored before kinds", () => {
  test.each([
    ["a challenge, with a set of the organizer's own", () => newSpec(spec[0]), spec[1]],
    ["a score", () => newScore(score[0]), score[1]],
    ["a practice report", () => newReport(practice[0]), practice[1]],
    ["a practice report with a fault", () => newReport(refusedPractice[0]), refusedPractice[1]],
    ["a board", () => rows[0].map(newRow), rows[1]],
  ])("says the same in the new form: %s", (_name, renewed, expected) => {
    expect(renewed()).toEqual(expected);
  });

  test("a challenge without a set of the organizer's own has no key for one", () => {
    const { practice: some } = spec[0].splits;
    expect(newSpec({ ...spec[0], splits: { practice: some, public: some, final: some } })).not.toHaveProperty("own");
  });

  test("a fault that is not about accounts keeps its code", () => {
    const fault = { ...refusedPractice[0].fault, code: "missing-end" };
    expect(newReport({ ...refusedPractice[0], fault })).toMatchObject({ fault });
  });
});
