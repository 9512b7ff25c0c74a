import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { checkBytes, codeOf, GOOD_FILES, type HostileRow, type SoundRow } from "../../test/check-bytes.ts";
import { descriptorOf, rawZipOf, type RawZipEntry, type RawZipFrame } from "../../test/zip-bytes.ts";

const TEXT = "x".repeat(300);
const zip = (more: readonly RawZipEntry[], frame: RawZipFrame = {}) => rawZipOf([...GOOD_FILES, ...more], frame);
const odd = (about: Omit<RawZipEntry, "name">) => zip([{ name: "a.ts", content: TEXT, ...about }]);

function field(id: number, data: string | Buffer): Buffer {
  const bytes = Buffer.from(data);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id);
  head.writeUInt16LE(bytes.length, 2);
  return Buffer.concat([head, bytes]);
}

const ZIP: readonly HostileRow[] = [
  ["another name before the content", "ambiguous", () => odd({ local: { name: "b.ts" } })],
  ["a longer name before the content", "ambiguous", () => odd({ local: { name: "../a.ts" } })],
  ["another size before the content", "ambiguous", () => odd({ local: { size: 3 } })],
  ["another packed size before the content", "ambiguous", () => odd({ local: { packed: 3 } })],
  ["another check sum before the content", "ambiguous", () => odd({ local: { sum: 3 } })],
  ["another compression before the content", "ambiguous", () => odd({ local: { method: 0 } })],
  ["encryption before the content alone", "ambiguous", () => odd({ local: { flags: 0x801 } })],
  ["a descriptor announced by the directory alone", "ambiguous", () => odd({ flags: 0x808, local: { flags: 0x800 } })],
  ["a descriptor that is missing", "ambiguous", () => odd({ flags: 0x808 })],
  ["a descriptor that lies", "ambiguous", () => odd({ flags: 0x808, after: descriptorOf(`${TEXT}y`) })],
  ["a descriptor that nobody announced", "ambiguous", () => odd({ after: descriptorOf(TEXT) })],
  [
    "a descriptor of a stored file, whose end nobody can tell",
    "ambiguous",
    () => odd({ stored: true, flags: 0x808, local: { sum: 0, packed: 0, size: 0 }, after: descriptorOf(TEXT, TEXT.length) }),
  ],
  ["a gap between entries", "ambiguous", () => odd({ after: Buffer.alloc(3) })],
  [
    "a whole entry that the directory leaves out",
    "ambiguous",
    () => odd({ after: rawZipOf([{ name: "b.ts", content: "x" }]).subarray(0, 37) }),
  ],
  ["two entries in one place", "ambiguous", () => zip([{ name: "a.ts", content: "export {};", at: 0 }])],
  [
    "an entry within another's content",
    "ambiguous",
    () => {
      const inner = rawZipOf([{ name: "b.ts", content: "x" }]).subarray(0, 37);
      const outer = { name: "a.ts", content: inner, stored: true };
      const at = rawZipOf(GOOD_FILES).indexOf("504b0102", 0, "hex") + 30 + 4;
      return zip([outer, { name: "b.ts", content: "x", at }]);
    },
  ],
  [
    "bytes behind the end of a deflated content",
    "truncated",
    () => odd({ packed: Buffer.concat([deflateRawSync(TEXT), Buffer.from("more")]) }),
  ],
  ["bytes before the first entry", "not-an-archive", () => zip([], { before: Buffer.from("#!/bin/sh\n") })],
  [
    "an entry's header before the first entry",
    "truncated",
    () => zip([], { before: rawZipOf([{ name: "b.ts", content: "x" }]).subarray(0, 37) }),
  ],
  ["bytes between the directory and the end", "truncated", () => zip([], { betweenDirectoryAndEnd: Buffer.alloc(4) })],
  [
    "a directory that says fewer entries",
    "ambiguous",
    () =>
      zip([{ name: "a.ts" }, { name: "b.ts" }], {
        end: [
          [8, 2],
          [10, 2],
        ],
      }),
  ],
  ["two numbers of entries", "truncated", () => zip([], { end: [[8, 1]] })],
  ["a second disk", "truncated", () => zip([], { end: [[4, 1]] })],
  ["an end within the comment", "truncated", () => zip([], { comment: rawZipOf([]) })],
  [
    "zip64 at the end",
    "ambiguous",
    () => {
      const locator = Buffer.alloc(20);
      locator.write("504b0607", 0, "hex");
      return zip([], { betweenDirectoryAndEnd: locator });
    },
  ],
  ["zip64 in the directory", "ambiguous", () => odd({ extra: field(1, Buffer.alloc(16)) })],
  ["zip64 before the content alone", "ambiguous", () => odd({ local: { extra: field(1, Buffer.alloc(16)) } })],
  ["another name in Unicode", "ambiguous", () => odd({ extra: field(0x7075, "\x01\0\0\0\0b.ts") })],
  ["extra fields that do not end", "ambiguous", () => odd({ local: { extra: Buffer.from("0a00ff00", "hex") } })],
  ["a French name without its mark", "bad-name", () => zip([{ name: "données.ts", content: "x", flags: 0 }])],
  ["a folder by its attributes, a file by its name", "ambiguous", () => zip([{ name: "src", stored: true, attributes: 0x10 }])],
  ["a file by its attributes, a folder by its name", "ambiguous", () => zip([{ name: "src/", stored: true }])],
  ["a link of another system", "link-or-device", () => odd({ madeBy: 20, attributes: (0o120777 << 16) >>> 0 })],
];

const SOUND: readonly SoundRow[] = [
  ["a zip made piece by piece", () => zip([])],
  [
    "a zip of a stream: sizes behind the content",
    () => odd({ flags: 0x808, local: { sum: 0, packed: 0, size: 0 }, after: descriptorOf(TEXT) }),
  ],
  [
    "a descriptor without its signature",
    () => odd({ flags: 0x808, local: { sum: 0, packed: 0, size: 0 }, after: descriptorOf(TEXT, undefined, false) }),
  ],
  ["a zip with a comment, as git archive adds it", () => zip([], { comment: Buffer.from("a1b2c3") })],
  [
    "times in extra fields, other ones before the content",
    () => odd({ extra: field(0x5455, "\x01abcd"), local: { extra: field(0x5455, "\x03abcdefgh") } }),
  ],
  ["the same name in Unicode", () => odd({ extra: field(0x7075, "\x01\0\0\0\0a.ts") })],
  [
    "a folder by name and attributes",
    () =>
      zip([
        { name: "src/", stored: true, attributes: ((0o040755 << 16) | 0x10) >>> 0 },
        { name: "src/a.ts", content: "x" },
      ]),
  ],
  ["a French name with its mark", () => zip([{ name: "données.ts", content: "x" }])],
];

describe("a zip that readers would take in different ways is refused:", () => {
  test.each(ZIP)("%s: %s", async (_claim, code, bytes) => {
    expect(await codeOf(bytes())).toBe(code);
  });
});

test.each(SOUND)("a zip means one thing with %s", async (_claim, bytes) => {
  expect(await codeOf(bytes())).toBe("sound");
});

test("the entry that is ambiguous is named, escaped", async () => {
  const result = await checkBytes(odd({ local: { name: "b\u202e\u001b.ts" } }));
  expect(result).toEqual({ kind: "refused", fault: { code: "ambiguous", entry: "a.ts", found: "b\\u{202e}\\u{1b}.ts" } });
});
