import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../../test/scratch-folder.ts";
import { csvRecords, type CsvRecord } from "./csv-records.ts";

const file = join(scratchFolder(), "rows.csv");

function recordsOf(content: string | Uint8Array, delimiter = ","): CsvRecord[] {
  writeFileSync(file, content);
  return [...csvRecords(file, delimiter)];
}

function good(records: readonly CsvRecord[]): (readonly string[])[] {
  return records.filter(({ fault }) => fault === null).map(({ fields }) => fields);
}

describe("csvRecords", () => {
  it.each([
    [
      "lines that end in LF",
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "lines that end in CRLF",
      "a,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a last line without an end",
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["a byte order mark", "\ufeffa,b\n", [["a", "b"]]],
    ["a byte order mark before a quote", '\ufeff"a",b\n', [["a", "b"]]],
    ["empty lines", "a\n\n\r\nb\n", [["a"], ["b"]]],
    ["empty fields", ",,\n", [["", "", ""]]],
    ["quoted commas", '"1,5",2\n', [["1,5", "2"]]],
    ["doubled quotes", '"say ""hi""",2\n', [['say "hi"', "2"]]],
    [
      "a quoted line end",
      '"two\nlines",2\nx,y\n',
      [
        ["two\nlines", "2"],
        ["x", "y"],
      ],
    ],
    ["accents and emoji", "é,🙂\n", [["é", "🙂"]]],
    ["an empty file", "", []],
  ])("reads %s", (_, content, expected) => {
    expect(good(recordsOf(content))).toEqual(expected);
  });

  it("takes other delimiters", () => {
    expect(good(recordsOf("a;b\t1\n", ";"))).toEqual([["a", "b\t1"]]);
    expect(good(recordsOf('"a\tb"\tc\n', "\t"))).toEqual([["a\tb", "c"]]);
  });

  it("names the line where a record begins, behind quoted line ends too", () => {
    expect(recordsOf('h\n"1\n2\n3",x\ny\n').map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it("loses only the line whose quote is wrong", () => {
    const records = recordsOf('h,i\n1,2\n"x"y,3\n4,5\n');
    expect(records.map(({ line, fault }) => [line, fault])).toEqual([
      [1, null],
      [2, null],
      [3, "quotes"],
      [4, null],
    ]);
  });

  it("loses only the line whose quote never closes, and reads those after it", () => {
    const lines = ["h,i", '"open,1', ...Array.from({ length: 200 }, (_, i) => `${i},x`)];
    const records = recordsOf(`${lines.join("\n")}\n`);
    expect(records.filter(({ fault }) => fault !== null).map(({ line, fault }) => [line, fault])).toEqual([[2, "quotes"]]);
    expect(records.map(({ line }) => line)).toEqual(lines.map((_, i) => i + 1));
  });

  it("loses only the line that is no UTF-8", () => {
    const records = recordsOf(Buffer.concat([Buffer.from("h\nbefore\nb"), Buffer.from([0xe9]), Buffer.from("d\nafter\n")]));
    expect(records.map(({ line, fault }) => [line, fault])).toEqual([
      [1, null],
      [2, null],
      [3, "utf8"],
      [4, null],
    ]);
  });

  it("loses only a line that is longer than any record can be, wherever it stands", () => {
    const records = recordsOf(`h\n${"x".repeat(5 << 20)}\nafter\n`);
    expect(records.map(({ fault }) => fault)).toEqual([null, "too-long", null]);
    expect(records[2].fields).toEqual(["after"]);
  });

  it("reads what papaparse writes, whatever the fields hold", () => {
    const field = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ",", "\n", "a", " ", "é") }));
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(table, (rows) => {
        // A record may not span more than 64 lines, and a lone CR at the end of a line belongs to its end.
        fc.pre(rows.flat().every((cell) => !cell.includes("\r") && cell.split("\n").length < 10));
        const text = Papa.unparse(rows, { newline: "\n" });
        expect(good(recordsOf(`${text}\n`))).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });
});
