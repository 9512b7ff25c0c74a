import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { challengeSpec, MANIFEST } from "../../test/event-fixture.ts";
import { paxRecord, tarOf, type TarEntry } from "../../test/tar-bytes.ts";
import { directoryField, overwritten, zipOf, type ZipEntry } from "../../test/zip-bytes.ts";
import type { ArchiveFault } from "../contract.ts";
import { checkArchive } from "./check.ts";

const SPEC = challengeSpec();
const GOOD = [
  { name: "vigie.json", content: JSON.stringify(MANIFEST) },
  { name: "detector.ts", content: "export {};" },
];
const MIB = 1_048_576;

const tgz = (...more: TarEntry[]) => gzipSync(tarOf([...GOOD, ...more]));
const zip = (...more: ZipEntry[]) => zipOf([...GOOD, ...more]);
const named = (name: string) => tgz({ name, content: "x" });
const manifest = (value: unknown) =>
  gzipSync(tarOf([{ name: "vigie.json", content: typeof value === "string" ? value : JSON.stringify(value) }, GOOD[1]]));
const renamedZip = async (name: string | Buffer) =>
  overwritten(
    await zip({ name: "N".repeat(Buffer.from(name).length), content: "x" }),
    "N".repeat(Buffer.from(name).length),
    name,
  );

type Row = readonly [claim: string, code: ArchiveFault["code"], bytes: () => Buffer | Promise<Buffer>];

const HOSTILE: readonly Row[] = [
  ["nothing at all", "empty", () => Buffer.alloc(0)],
  ["a picture", "not-an-archive", () => Buffer.from("89504e470d0a1a0a", "hex")],
  ["one byte", "not-an-archive", () => Buffer.from("P")],
  ["a tar that is not zipped", "not-an-archive", () => tarOf(GOOD)],
  ["a gzip of text", "truncated", () => gzipSync("x".repeat(2_000))],
  ["a gzip of a few bytes", "not-an-archive", () => gzipSync("hello")],
  ["a gzip within a gzip", "not-an-archive", () => gzipSync(Buffer.concat([tgz(), Buffer.alloc(1024)]))],
  ["a tar without entries", "empty", () => gzipSync(Buffer.alloc(1024))],
  ["a tar of folders alone", "empty", () => gzipSync(tarOf([{ name: "src/", type: "5" }]))],
  ["a zip without entries", "empty", () => zipOf([])],
  ["more bytes than the limit as it came", "too-large", () => Buffer.concat([Buffer.from("1f8b", "hex"), Buffer.alloc(MIB)])],
  ["a gzip that unpacks to more than the limit", "too-large", () => tgz({ name: "big.txt", content: Buffer.alloc(MIB + 1) })],
  [
    "many files that are too large together",
    "too-large",
    () => tgz(...["a", "b", "c"].map((name) => ({ name, content: Buffer.alloc(400_000) }))),
  ],
  ["a header that claims gibibytes", "too-large", () => tgz({ name: "big.txt", size: 0o7777777777 })],
  [
    "an endless run of headers without files",
    "too-large",
    () => gzipSync(tarOf(Array.from({ length: 7_000 }, () => ({ name: "p", type: "g", content: paxRecord("comment", "c") })))),
  ],
  ["zeros for ever after the end", "too-large", () => gzipSync(tarOf(GOOD, Buffer.alloc(8 * MIB)))],
  ["a zip that unpacks to more than the limit", "too-large", () => zip({ name: "big.txt", content: Buffer.alloc(MIB + 1) })],
  ["a zip that says so of itself", "too-large", async () => directoryField(await zip(), 1, 24, 0x7fffffff, 4)],
  ["501 files", "too-many-files", () => tgz(...Array.from({ length: 499 }, (_, i) => ({ name: `f${i}` })))],
  ["501 folders", "too-many-files", () => tgz(...Array.from({ length: 501 }, (_, i) => ({ name: `d${i}/`, type: "5" })))],
  ["501 files in a zip", "too-many-files", () => zip(...Array.from({ length: 499 }, (_, i) => ({ name: `f${i}` })))],
  ["a step up", "unsafe-path", () => named("../evil.ts")],
  ["a step up further in", "unsafe-path", () => named("src/../../evil.ts")],
  ["an absolute path", "unsafe-path", () => named("/etc/cron.d/evil")],
  ["a backslash", "unsafe-path", () => named("..\\evil.ts")],
  ["a drive letter", "unsafe-path", () => named("C:/evil.ts")],
  ["an empty segment", "unsafe-path", () => named("src//evil.ts")],
  ["a dot segment", "unsafe-path", () => named("src/./evil.ts")],
  ["a folder with content", "ambiguous", () => named("src/")],
  [
    "a path hidden in an extended header",
    "unsafe-path",
    () => tgz({ name: "PaxHeader", type: "x", content: paxRecord("path", "../evil.ts") }, { name: "innocent.ts", content: "x" }),
  ],
  [
    "a long name of GNU tar that steps up",
    "unsafe-path",
    () => tgz({ name: "././@LongLink", type: "L", content: "../evil.ts\0" }, { name: "innocent.ts", content: "x" }),
  ],
  ["a step up in a zip", "unsafe-path", () => renamedZip("../evil.ts")],
  ["an absolute path in a zip", "unsafe-path", () => renamedZip("/etc/evil.ts")],
  ["a backslash in a zip", "unsafe-path", () => renamedZip("..\\evil.ts")],
  ["a symbolic link", "link-or-device", () => tgz({ name: "passwd.ts", type: "2", link: "/etc/passwd" })],
  ["a hard link", "link-or-device", () => tgz({ name: "again.ts", type: "1", link: "detector.ts" })],
  ["a character device", "link-or-device", () => tgz({ name: "null.ts", type: "3" })],
  ["a block device", "link-or-device", () => tgz({ name: "sda.ts", type: "4" })],
  ["a FIFO", "link-or-device", () => tgz({ name: "pipe.ts", type: "6" })],
  ["a type that nobody knows", "link-or-device", () => tgz({ name: "odd.ts", type: "Z" })],
  ["a sparse file", "link-or-device", () => tgz({ name: "sparse.ts", type: "S" })],
  ["a link in a zip", "link-or-device", () => zip({ name: "passwd.ts", content: "/etc/passwd", mode: 0o120777 })],
  ["a device in a zip", "link-or-device", () => zip({ name: "null.ts", mode: 0o020666 })],
  ["a name twice", "doubled-name", () => named("detector.ts")],
  ["a name twice, once with ./", "doubled-name", () => named("./detector.ts")],
  ["names that differ in case", "doubled-name", () => named("Detector.TS")],
  ["names that differ in how an accent is composed", "doubled-name", () => tgz({ name: "\u00e9.ts" }, { name: "e\u0301.ts" })],
  ["folders that differ in case", "doubled-name", () => tgz({ name: "src/a.ts" }, { name: "SRC/b.ts" })],
  ["a file that is a folder too", "doubled-name", () => named("detector.ts/evil.ts")],
  ["a folder that becomes a file", "doubled-name", () => tgz({ name: "a/b.ts" }, { name: "a" })],
  ["a name twice in a zip", "doubled-name", () => renamedZip("detector.ts")],
  ["a line break in a name", "bad-name", () => named("a\nb.ts")],
  ["an escape sequence in a name", "bad-name", () => named("\u001b[2J.ts")],
  ["a turn of the writing direction", "bad-name", () => named("a\u202est.exe")],
  ["bytes that are no UTF-8", "bad-name", () => tgz({ name: Buffer.from("ff66fe2e7473", "hex") })],
  [
    "a NUL in an extended path",
    "bad-name",
    () => tgz({ name: "PaxHeader", type: "x", content: paxRecord("path", "a\0b.ts") }, { name: "a.ts" }),
  ],
  ["a name with a space at its end", "bad-name", () => named("a ")],
  [
    "a very long name",
    "bad-name",
    () => tgz({ name: "PaxHeader", type: "x", content: paxRecord("path", `${"a/".repeat(300)}b.ts`) }, { name: "a.ts" }),
  ],
  [
    "an extended header of mebibytes",
    "bad-name",
    () => gzipSync(tarOf([{ name: "P", type: "x", content: Buffer.alloc(MIB + 512, 97) }, ...GOOD])),
  ],
  ["a NUL in a zip's name", "bad-name", () => renamedZip("a\0b.ts")],
  ["a zip's name that is no UTF-8", "bad-name", () => renamedZip(Buffer.from("ff66fe2e7473", "hex"))],
  ["a folder with content in a zip", "bad-name", () => renamedZip("folder/")],
  ["half of a gzip", "truncated", () => tgz().subarray(0, 80)],
  [
    "a gzip whose check sum is wrong",
    "truncated",
    () => {
      const bytes = tgz();
      bytes[bytes.length - 6] ^= 1;
      return bytes;
    },
  ],
  ["bytes after the gzip", "truncated", () => Buffer.concat([tgz(), Buffer.from("more")])],
  ["zeros after the gzip", "truncated", () => Buffer.concat([tgz(), Buffer.alloc(64)])],
  [
    "a second archive behind the first's end",
    "truncated",
    () => gzipSync(Buffer.concat([tarOf(GOOD), tarOf([{ name: "evil.ts" }])])),
  ],
  ["a second gzip member with another archive", "truncated", () => Buffer.concat([tgz(), tgz()])],
  ["a tar without its end", "truncated", () => gzipSync(tarOf(GOOD, Buffer.alloc(0)))],
  [
    "a tar that ends within a file",
    "truncated",
    () => gzipSync(tarOf([...GOOD, { name: "a.ts", content: "x" }]).subarray(0, 5 * 512)),
  ],
  ["a file whose header says more than follows", "truncated", () => tgz({ name: "a.ts", content: "x", size: 500_000 })],
  ["a header whose check sum is wrong", "truncated", () => tgz({ name: "a.ts", badCheckSum: true })],
  ["half of a zip", "truncated", async () => (await zip()).subarray(0, 100)],
  ["bytes after a zip", "truncated", async () => Buffer.concat([await zip(), Buffer.from("more")])],
  ["a zip's size that says less than there is", "ambiguous", async () => directoryField(await zip(), 1, 24, 3, 4)],
  ["a zip's size that says more than there is", "ambiguous", async () => directoryField(await zip(), 1, 24, 5000, 4)],
  ["a zip's check sum that is wrong", "ambiguous", async () => directoryField(await zip(), 1, 16, 12345, 4)],
  ["a zip's entry that points outside", "truncated", async () => directoryField(await zip(), 1, 42, 0x00ffffff, 4)],
  [
    "a zip without its first entry in the directory",
    "truncated",
    async () => {
      const bytes = await zip();
      const end = bytes.length - 22;
      const second = bytes.indexOf(Buffer.from("504b0102", "hex"), bytes.readUInt32LE(end + 16) + 1);
      bytes.writeUInt16LE(1, end + 8);
      bytes.writeUInt16LE(1, end + 10);
      bytes.writeUInt32LE(second, end + 16);
      return bytes;
    },
  ],
  ["an encrypted zip", "not-an-archive", async () => directoryField(await zip(), 1, 8, 0x0801, 2)],
  ["a zip with a compression that nobody asked for", "not-an-archive", async () => directoryField(await zip(), 1, 10, 14, 2)],
  ["compiled Python", "compiled-code", () => named("model.pyc")],
  ["a cache of compiled Python", "compiled-code", () => named("__pycache__/model.py")],
  ["a native add-on of Node", "compiled-code", () => named("node_modules/fast/build/fast.node")],
  ["a shared library", "compiled-code", () => named("lib/helper.SO")],
  ["a shared library with a version", "compiled-code", () => named("lib/helper.so.1.2")],
  ["a Windows library", "compiled-code", () => named("helper.dll")],
  ["a macOS library", "compiled-code", () => named("helper.dylib")],
  ["a Windows module of Python", "compiled-code", () => named("helper.pyd")],
  [
    "a native program under a harmless name",
    "compiled-code",
    () => tgz({ name: "notes.txt", content: Buffer.from("7f454c460201", "hex") }),
  ],
  ["compiled code in a zip", "compiled-code", () => zip({ name: "a.so", content: "x" })],
  ["no manifest", "no-manifest", () => gzipSync(tarOf([GOOD[1]]))],
  [
    "a manifest one folder down",
    "no-manifest",
    () =>
      gzipSync(
        tarOf([
          { ...GOOD[0], name: "team/vigie.json" },
          { ...GOOD[1], name: "team/detector.ts" },
        ]),
      ),
  ],
  ["a manifest that is not JSON", "bad-manifest", () => manifest("{")],
  [
    "a manifest that is not UTF-8",
    "bad-manifest",
    () => gzipSync(tarOf([{ name: "vigie.json", content: Buffer.from([0xff, 0xfe]) }, GOOD[1]])),
  ],
  ["a manifest with a key too many", "bad-manifest", () => manifest({ ...MANIFEST, seed: 1 })],
  ["a manifest in another language", "bad-manifest", () => manifest({ ...MANIFEST, language: "cobol" })],
  ["a manifest whose entry steps up", "bad-manifest", () => manifest({ ...MANIFEST, entry: "../detector.ts" })],
  ["a manifest that is huge", "bad-manifest", () => manifest(`{"a":"${"x".repeat(70_000)}"}`)],
  ["an entry that is not there", "no-entry", () => manifest({ ...MANIFEST, entry: "main.ts" })],
  ["another challenge", "other-challenge", () => manifest({ ...MANIFEST, challenge: "other-one" })],
];

const SOUND: readonly (readonly [claim: string, files: number, bytes: () => Buffer | Promise<Buffer>])[] = [
  ["a plain .tar.gz", 2, () => tgz()],
  ["a plain .zip", 2, () => zip()],
  [
    "names with ./, as tar of a folder gives them",
    2,
    () => gzipSync(tarOf([{ name: "./", type: "5" }, ...GOOD.map((each) => ({ ...each, name: `./${each.name}` }))])),
  ],
  ["folders that are listed", 3, () => tgz({ name: "src/", type: "5" }, { name: "src/a.ts" })],
  ["French file names", 3, () => named("données.ts")],
  ["exactly 500 files", 500, () => tgz(...Array.from({ length: 498 }, (_, i) => ({ name: `f${i}` })))],
  ["zeros to a whole record after the end", 2, () => gzipSync(tarOf(GOOD, Buffer.alloc(10_240)))],
  [
    "a name of more than 100 bytes, as GNU tar gives it",
    3,
    () => tgz({ name: "././@LongLink", type: "L", content: `${"a".repeat(150)}.ts\0` }, { name: "cut.ts" }),
  ],
  [
    "a global header, as git archive adds it",
    2,
    () => gzipSync(tarOf([{ name: "pax_global_header", type: "g", content: paxRecord("comment", "a1b2c3") }, ...GOOD])),
  ],
  ["an entry written with ./", 2, () => manifest({ ...MANIFEST, entry: "./detector.ts" })],
];

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "vigie-archives-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function check(bytes: Buffer) {
  const file = join(folder, "archive.partial");
  writeFileSync(file, bytes);
  return checkArchive(file, SPEC);
}

describe("an archive is refused for", () => {
  test.each(HOSTILE)("%s: %s", async (_claim, code, bytes) => {
    const result = await check(await bytes());
    expect(result.kind === "refused" ? result.fault.code : result).toBe(code);
    if (result.kind === "refused") expect(JSON.stringify(result.fault)).not.toMatch(/[\u202e\u001b]|\\u001b|\\n|\\u0000/);
  });
});

describe("an archive is taken with", () => {
  test.each(SOUND)("%s", async (_claim, files, bytes) => {
    expect(await check(await bytes())).toMatchObject({ kind: "sound", archive: { files, manifest: { language: "typescript" } } });
  });
});

test("a manifest one folder down is pointed at", async () => {
  const result = await check(gzipSync(tarOf([{ ...GOOD[0], name: "team/vigie.json" }])));
  expect(result).toMatchObject({ fault: { code: "no-manifest", found: "team/vigie.json" } });
});
