import { Type } from "@sinclair/typebox";
import { describe, expect, it } from "vitest";
import { SpecError, type Problem } from "./problem.ts";
import { checked, isValid } from "./validate.ts";

const Schema = Type.Object(
  {
    name: Type.String({ pattern: "^[a-z]+$" }),
    size: Type.Integer({ minimum: 1 }),
    list: Type.Array(Type.Object({ on: Type.Boolean() })),
  },
  { additionalProperties: false },
);
const good = { name: "abc", size: 1, list: [{ on: true }] };

function problemsOf(value: unknown): readonly Problem[] {
  try {
    checked(Schema, value, "thing.json");
  } catch (cause) {
    if (cause instanceof SpecError) return cause.problems;
    throw cause;
  }
  return [];
}

describe("checked", () => {
  it("gives a good value back, the same one", () => {
    expect(checked(Schema, good, "thing.json")).toBe(good);
    expect(isValid(Schema, good)).toBe(true);
    expect(isValid(Schema, {})).toBe(false);
  });

  it.each<[string, unknown, Omit<Problem, "file">]>([
    ["a wrong type", { ...good, size: "1" }, { pointer: "/size", expected: "integer", found: '"1"' }],
    ["a number out of range", { ...good, size: 0 }, { pointer: "/size", expected: ">= 1", found: "0" }],
    ["a key too many", { ...good, extra: 1 }, { pointer: "/extra", expected: "no such key", found: '"extra"' }],
    ["a key too few", { name: "abc", list: [] }, { pointer: "/size", expected: "a value (it is required)", found: "nothing" }],
    ["a deep fault", { ...good, list: [{ on: true }, { on: 7 }] }, { pointer: "/list/1/on", expected: "boolean", found: "7" }],
    ["a pattern", { ...good, name: "ABC" }, { pointer: "/name", expected: 'to match pattern "^[a-z]+$"', found: '"ABC"' }],
    ["nothing at all", null, { pointer: "", expected: "object", found: "null" }],
  ])("names file, pointer, expected and found of %s", (_, value, problem) => {
    expect(problemsOf(value)).toEqual([{ file: "thing.json", ...problem }]);
  });

  it("tells every problem at once, and cuts what is long", () => {
    const problems = problemsOf({ name: "A".repeat(500), size: 0 });
    expect(problems.map(({ pointer }) => pointer).sort()).toEqual(["/list", "/name", "/size"]);
    for (const { found } of problems) expect(found.length).toBeLessThanOrEqual(80);
  });

  it("says it in one line a problem", () => {
    expect(() => checked(Schema, { ...good, size: 0 }, "thing.json")).toThrow("thing.json at /size: expected >= 1; found 0");
    expect(() => checked(Schema, 3, "thing.json")).toThrow("thing.json: expected object; found 3");
  });
});
