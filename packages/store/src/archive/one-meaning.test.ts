import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { challengeSpec, MANIFEST } from "../../test/event-fixture.ts";
import { paxRecord, tarOf, type TarEntry } from "../../test/tar-bytes.ts";
import { descriptorOf, rawZipOf, type RawZipEntry, type RawZipFrame } from "../../test/zip-bytes.ts";
import type { ArchiveFault } from "../contract.ts";
import { checkArchive } from "./check.ts";

const GOOD = [
  { name: "vigie.json", content: JSON.stringify(MANIFEST) },
  { name: "detector.ts", content: "export {};" },
];
const TEXT = "x".repeat(300);
const tgz = (...more: TarEntry[]) => gzipSync(tarOf([...GOOD, ...more]));
const zip = (more: readonly RawZipEntry[], frame: RawZipFrame = {}) => rawZipOf([...GOOD, ...more], frame);
const odd = (about: Omit<RawZipEntry, "name">) => zip([{ name: "a.ts", content: TEXT, ...about }]);
const pax = (...records: readonly string[]): TarEntry => ({ name: "PaxHeader/a", type: "x", content: records.join("") });
const global = (...records: readonly string[]): TarEntry => ({ ...pax(...records), type: "g" });
const long = (name: string): TarEntry => ({ name: "././@LongLink", type: "L", content: `${name}\0` });
const A: TarEntry = { name: "a.ts", content: "x" };

function field(id: number, data: string | Buffer): Buffer {
  const bytes = Buffer.from(data);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id);
  head.writeUInt16LE(bytes.length, 2);
  return Buffer.concat([head, bytes]);
}

type Row = readonly [claim: string, code: ArchiveFault["code"], bytes: () => Buffer];

const TAR: readonly Row[] = [
  ["a path in a global header", "ambiguous", () => tgz(global(paxRecord("path", "b.ts")), A)],
  ["a size in a global header", "ambiguous", () => tgz(global(paxRecord("size", "1")), A)],
  ["a size that the extended header gives otherwise", "ambiguous", () => tgz(pax(paxRecord("size", "0")), A)],
  ["a size that is written oddly", "ambiguous", () => tgz(pax(paxRecord("size", "+1")), A)],
  ["an old sparse file of GNU tar", "link-or-device", () => tgz({ ...A, type: "S" })],
  ["a sparse file in an extended header", "ambiguous", () => tgz(pax(paxRecord("GNU.sparse.name", "b.ts")), A)],
  ["a sparse map", "ambiguous", () => tgz(pax(paxRecord("GNU.sparse.major", "1"), paxRecord("GNU.sparse.realsize", "9")), A)],
  ["star's own size", "ambiguous", () => tgz(pax(paxRecord("SCHILY.realsize", "9")), A)],
  ["another character set", "ambiguous", () => tgz(pax(paxRecord("hdrcharset", "BINARY")), A)],
  ["a type in an extended header", "ambiguous", () => tgz(pax(paxRecord("type", "Directory")), A)],
  ["two paths in an extended header", "ambiguous", () => tgz(pax(paxRecord("path", "b.ts"), paxRecord("path", "c.ts")), A)],
  ["a path that is taken back", "ambiguous", () => tgz(pax(paxRecord("path", "")), A)],
  ["a path within a comment", "ambiguous", () => tgz(pax(paxRecord("comment", `c\n${paxRecord("path", "b.ts").trimEnd()}`)), A)],
  ["a size within a comment", "ambiguous", () => tgz(pax(paxRecord("comment", `c\n${paxRecord("size", "0").trimEnd()}`)), A)],
  [
    "a path within a global comment's second line",
    "ambiguous",
    () => tgz(global(paxRecord("comment", `c\n${paxRecord("size", "0").trimEnd()}`)), A),
  ],
  ["a record that is longer than its header", "truncated", () => tgz(pax("99 path=b.ts\n"), A)],
  ["a record whose length has a sign", "truncated", () => tgz(pax("+13 path=b.ts\n"), A)],
  ["a record without its line feed", "truncated", () => tgz(pax("12 path=b.ts\n "), A)],
  ["two extended headers", "ambiguous", () => tgz(pax(paxRecord("path", "b.ts")), pax(paxRecord("path", "c.ts")), A)],
  ["an extended header that is empty", "ambiguous", () => tgz(pax(), A)],
  ["an extended header without its file", "truncated", () => tgz(pax(paxRecord("path", "b.ts")))],
  ["two long names", "ambiguous", () => tgz(long("b.ts"), long("c.ts"), A)],
  ["a long name and a path", "ambiguous", () => tgz(long("b.ts"), pax(paxRecord("path", "c.ts")), A)],
  ["a NUL within a long name", "bad-name", () => tgz(long("b.ts\0c.ts"), A)],
  ["a long name without its file", "truncated", () => tgz(long("b.ts"))],
  ["an old long name of GNU tar", "link-or-device", () => tgz({ ...long("b.ts"), type: "N" }, A)],
  ["a long link", "link-or-device", () => tgz({ ...long("b.ts"), type: "K" }, A)],
  ["an extended header of Solaris", "link-or-device", () => tgz({ ...pax(paxRecord("path", "b.ts")), type: "X" }, A)],
  ["a volume's name", "link-or-device", () => tgz({ name: "vol", type: "V" })],
  ["a size in base 256", "ambiguous", () => tgz({ ...A, over: [[124, `\x80${"\0".repeat(10)}\x01`]] })],
  ["a size with a letter", "ambiguous", () => tgz({ ...A, over: [[124, "0000000001z\0"]] })],
  ["a size that goes on after a NUL", "ambiguous", () => tgz({ ...A, over: [[124, "00001\x00000002\0"]] })],
  ["no size", "ambiguous", () => tgz({ ...A, over: [[124, "\0".repeat(12)]] })],
  ["a time that is no number", "ambiguous", () => tgz({ ...A, over: [[136, "yesterday!!\0"]] })],
  ["a name that goes on after a NUL", "bad-name", () => tgz({ ...A, over: [[20, "b.ts"]] })],
  ["a prefix that goes on after a NUL", "bad-name", () => tgz({ ...A, over: [[345, "src\0lib"]] })],
  [
    "a prefix in GNU's form",
    "ambiguous",
    () =>
      tgz({
        ...A,
        over: [
          [257, "ustar  \0"],
          [345, "src"],
        ],
      }),
  ],
  [
    "a prefix in no form",
    "ambiguous",
    () =>
      tgz({
        ...A,
        over: [
          [257, "\0".repeat(8)],
          [345, "src"],
        ],
      }),
  ],
  ["a form that nobody knows", "ambiguous", () => tgz({ ...A, over: [[257, "ustar\x0099"]] })],
  ["a folder with a size", "ambiguous", () => tgz({ name: "src/", type: "5", content: "x" })],
  [
    "a file behind a lone block of zeros",
    "truncated",
    () => gzipSync(tarOf([...GOOD], Buffer.concat([Buffer.alloc(512), tarOf([A])]))),
  ],
];

const gz = () => tgz();
const withFlags = (flags: number, more: Buffer) => {
  const bytes = gz();
  bytes[3] = flags;
  return Buffer.concat([bytes.subarray(0, 10), more, bytes.subarray(10)]);
};

const GZIP: readonly Row[] = [
  [
    "one tar cut into two members",
    "truncated",
    () => {
      const tar = tarOf(GOOD);
      return Buffer.concat([gzipSync(tar.subarray(0, 1024)), gzipSync(tar.subarray(1024))]);
    },
  ],
  ["an empty second member", "truncated", () => Buffer.concat([gz(), gzipSync("")])],
  [
    "a byte between the stream and its check sum",
    "truncated",
    () => {
      const bytes = gz();
      return Buffer.concat([bytes.subarray(0, -8), Buffer.alloc(1), bytes.subarray(-8)]);
    },
  ],
  [
    "a size that is not the tar's",
    "truncated",
    () => {
      const bytes = gz();
      bytes.writeUInt32LE(bytes.readUInt32LE(bytes.length - 4) + 1, bytes.length - 4);
      return bytes;
    },
  ],
  ["a flag that nobody knows", "truncated", () => withFlags(0x20, Buffer.alloc(0))],
  ["a header's check sum that is wrong", "truncated", () => withFlags(2, Buffer.alloc(2))],
  ["a name without an end", "truncated", () => withFlags(8, Buffer.alloc(5_000, 97))],
  [
    "a compression that is not deflate",
    "truncated",
    () => {
      const bytes = gz();
      bytes[2] = 7;
      return bytes;
    },
  ],
  ["a header alone", "truncated", () => gz().subarray(0, 10)],
];

const ZIP: readonly Row[] = [
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
      const at = rawZipOf(GOOD).indexOf("504b0102", 0, "hex") + 30 + 4;
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
      zip(
        [A, A].map((each, at) => ({ name: `${at}.ts`, content: each.content })),
        {
          end: [
            [8, 2],
            [10, 2],
          ],
        },
      ),
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

const SOUND: readonly (readonly [claim: string, bytes: () => Buffer])[] = [
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
  ["a prefix of POSIX's form", () => tgz({ ...A, over: [[345, "src"]] })],
  ["GNU's form", () => tgz({ ...A, over: [[257, "ustar  \0"]] })],
  ["the oldest form", () => tgz({ ...A, type: "\0", over: [[257, "\0".repeat(8)]] })],
  ["an owner's number in base 256", () => tgz({ ...A, over: [[108, "\x80\0\0\0\xff\xff\xff\x01"]] })],
  [
    "marks of macOS",
    () =>
      tgz(
        pax(
          paxRecord("LIBARCHIVE.xattr.com.apple.provenance", "AQIA"),
          paxRecord("SCHILY.xattr.com.apple.provenance", "\x01\x02\0"),
          paxRecord("mtime", "1.5"),
        ),
        A,
      ),
  ],
  ["a path in an extended header, with its size", () => tgz(pax(paxRecord("path", "b.ts"), paxRecord("size", "1")), A)],
  ["a gzip with its file's name", () => withFlags(8, Buffer.from("team.tar\0"))],
];

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "vigie-meaning-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function check(bytes: Buffer) {
  const file = join(folder, "archive.partial");
  writeFileSync(file, bytes);
  return checkArchive(file, challengeSpec());
}

describe.each([
  ["tar", TAR],
  ["gzip", GZIP],
  ["zip", ZIP],
])("a %s that readers would take in different ways is refused:", (_form, rows) => {
  test.each(rows)("%s: %s", async (_claim, code, bytes) => {
    const result = await check(bytes());
    expect(result.kind === "refused" ? result.fault.code : result).toBe(code);
  });
});

test.each(SOUND)("an archive means one thing with %s", async (_claim, bytes) => {
  expect(await check(bytes())).toMatchObject({ kind: "sound" });
});

test("the entry that is ambiguous is named, escaped", async () => {
  const result = await check(odd({ local: { name: "b\u202e\u001b.ts" } }));
  expect(result).toEqual({ kind: "refused", fault: { code: "ambiguous", entry: "a.ts", found: "b\\u{202e}\\u{1b}.ts" } });
});
