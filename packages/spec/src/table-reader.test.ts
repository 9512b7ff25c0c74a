import { describe, expect, it } from "vitest";
import { TableReader } from "./table-reader.ts";

const table = new TableReader(
  {
    rows: 3,
    columns: {
      boat: { kind: "int32", values: Int32Array.of(0, 1, 2, 99) },
      length: { kind: "int64", values: Float64Array.of(7, 0, 9), valid: Uint8Array.of(1, 0, 1) },
      name: { kind: "text", codes: Int32Array.of(1, 0, 1, 7), words: ["Alma", "Bluet"] },
      flag: { kind: "text", codes: Int32Array.of(-1, 0, 0), words: ["CA"] },
    },
  },
  "boats.arrow",
);

describe("the columns of a table", () => {
  it("are read by their types, over its rows alone", () => {
    expect([...table.numbers("boat")]).toEqual([0, 1, 2]);
    expect([...table.subjects("boat", 3)]).toEqual([0, 1, 2]);
    expect(table.wordsOf("name")).toEqual(["Bluet", "Alma", "Bluet"]);
    expect([...table.optionalNumbers("length").values]).toEqual([7, 0, 9]);
    expect([...table.optionalText("flag").codes]).toEqual([-1, 0, 0]);
  });

  it.each([
    ["boat", [0, 1, 2]],
    ["length", [7, null, 9]],
    ["flag", [null, "CA", "CA"]],
  ])("are told value by value: %s", (column, cells) => expect([0, 1, 2].map(table.cells(column))).toEqual(cells));

  it.each([
    ["numbers of text", () => table.numbers("name"), "boats.arrow: expected numbers in name; found text"],
    ["text of numbers", () => table.text("boat"), "boats.arrow: expected text in boat; found int32"],
    ["a column that is not there", () => table.cells("toString"), "boats.arrow: expected numbers in toString; found none"],
    ["a number that is missing", () => table.numbers("length"), "boats.arrow at /length/1: expected a value; found none"],
    ["a word that is missing", () => table.text("flag"), "boats.arrow at /flag/0: expected a value; found none"],
    ["a subject out of range", () => table.subjects("boat", 2), "boats.arrow at /boat/2: expected a number from 0 to 1; found 2"],
  ])("refuse %s", (_, read, sentence) => expect(read).toThrow(sentence));
});
