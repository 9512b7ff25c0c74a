import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { codeOf, GOOD_FILES, type HostileRow, type SoundRow } from "../../test/check-bytes.ts";
import { paxRecord, tarOf, type TarEntry } from "../../test/tar-bytes.ts";

const tgz = (...more: TarEntry[]) => gzipSync(tarOf([...GOOD_FILES, ...more]));
const pax = (...records: readonly string[]): TarEntry => ({ name: "PaxHeader/a", type: "x", content: records.join("") });
const global = (...records: readonly string[]): TarEntry => ({ ...pax(...records), type: "g" });
const long = (name: string): TarEntry => ({ name: "././@LongLink", type: "L", content: `${name}\0` });
const A: TarEntry = { name: "a.ts", content: "x" };

const TAR: readonly HostileRow[] = [
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
    () => gzipSync(tarOf([...GOOD_FILES], Buffer.concat([Buffer.alloc(512), tarOf([A])]))),
  ],
];

const gz = () => tgz();
const withFlags = (flags: number, more: Buffer) => {
  const bytes = gz();
  bytes[3] = flags;
  return Buffer.concat([bytes.subarray(0, 10), more, bytes.subarray(10)]);
};

const GZIP: readonly HostileRow[] = [
  [
    "one tar cut into two members",
    "truncated",
    () => {
      const tar = tarOf(GOOD_FILES);
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

const SOUND: readonly SoundRow[] = [
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

describe.each([
  ["tar", TAR],
  ["gzip", GZIP],
])("a %s that readers would take in different ways is refused:", (_form, rows) => {
  test.each(rows)("%s: %s", async (_claim, code, bytes) => {
    expect(await codeOf(bytes())).toBe(code);
  });
});

test.each(SOUND)("a tar means one thing with %s", async (_claim, bytes) => {
  expect(await codeOf(bytes())).toBe("sound");
});
