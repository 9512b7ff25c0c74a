import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { canonicalFiles, checkBytes, GOOD_FILES } from "../../test/check-bytes.ts";
import { challengeSpec, MANIFEST } from "../../test/event-fixture.ts";
import { paxRecord, tarOf, type TarEntry } from "../../test/tar-bytes.ts";
import { cp437, descriptorOf, extraField, rawZipOf, type RawZipEntry, type RawZipFrame } from "../../test/zip-bytes.ts";
import type { ArchiveFault } from "../contract.ts";
import { normaliseArchive } from "./normalise.ts";

const MIB = 1_048_576;
const TEXT = "x".repeat(300);
const named = (name: string, content = "x") => ({ name, content });
const tar = (...more: TarEntry[]) => tarOf([...GOOD_FILES, ...more]);
const tgz = (...more: TarEntry[]) => gzipSync(tar(...more));
const zip = (more: readonly RawZipEntry[], frame: RawZipFrame = {}) => rawZipOf([...GOOD_FILES, ...more], frame);
const odd = (about: Omit<RawZipEntry, "name">) => zip([{ name: "a.ts", content: TEXT, ...about }]);
const within = (folder: string, ...more: RawZipEntry[]) =>
  rawZipOf([...GOOD_FILES.map(({ name, content }) => ({ name: `${folder}${name}`, content })), ...more]);
const manifest = (value: unknown) =>
  rawZipOf([
    { name: "vigie.json", content: typeof value === "string" || Buffer.isBuffer(value) ? value : JSON.stringify(value) },
    GOOD_FILES[1],
  ]);
const pax = (...records: readonly string[]): TarEntry => ({ name: "PaxHeader/a", type: "x", content: records.join("") });
const long = (name: string): TarEntry => ({ name: "././@LongLink", type: "L", content: `${name}\0` });
const many = (count: number, name: (at: number) => string) => Array.from({ length: count }, (_, at) => named(name(at)));
const zeros = (length: number) => Buffer.alloc(length);
const flipped = (bytes: Buffer, at: number) =>
  Buffer.from(bytes).fill(bytes.at(at)! ^ 1, at < 0 ? bytes.length + at : at, (at < 0 ? bytes.length + at : at) + 1);

type Row = readonly [claim: string, code: ArchiveFault["code"], bytes: () => Buffer];

const FORMS: readonly Row[] = [
  ["nothing at all", "empty", () => zeros(0)],
  ["a picture", "not-an-archive", () => Buffer.from("89504e470d0a1a0a", "hex")],
  ["one byte", "not-an-archive", () => Buffer.from("P")],
  ["a gzip of text", "not-an-archive", () => gzipSync("x".repeat(2_000))],
  ["a gzip within a gzip", "not-an-archive", () => gzipSync(Buffer.concat([tgz(), zeros(1024)]))],
  ["a tar without entries", "empty", () => gzipSync(zeros(1024))],
  ["folders alone", "empty", () => tarOf([{ name: "src/", type: "5" }])],
  ["a zip without entries", "empty", () => rawZipOf([])],
  ["litter alone", "empty", () => rawZipOf([named("__MACOSX/._a"), named(".DS_Store")])],
  ["half of a gzip", "truncated", () => tgz().subarray(0, 80)],
  ["a gzip whose check sum is wrong", "truncated", () => flipped(tgz(), -6)],
  ["a tar without its end", "truncated", () => gzipSync(tarOf(GOOD_FILES, zeros(0)))],
  ["a tar that ends within a file", "truncated", () => tar(named("a.ts")).subarray(0, 5 * 512)],
  ["a header that says more than follows", "truncated", () => tgz({ name: "a.ts", content: "x", size: 500_000 })],
  ["a header whose check sum is wrong", "truncated", () => tgz({ name: "a.ts", badCheckSum: true })],
  ["half of a zip", "truncated", () => zip([]).subarray(0, 100)],
  ["a size that says less than there is", "truncated", () => odd({ listed: { size: 3 } })],
  ["a size that says more than there is", "truncated", () => odd({ listed: { size: 5_000 } })],
  ["a check sum that is wrong", "truncated", () => odd({ listed: { sum: 3 } })],
  ["an entry that points outside", "truncated", () => odd({ at: 0xffffff })],
  [
    "two entries in one place",
    "truncated",
    () =>
      zip([{ name: "a.ts", content: GOOD_FILES[1].content, at: rawZipOf([GOOD_FILES[0]]).indexOf("PK\x01\x02", 0, "latin1") }]),
  ],
  [
    "a number of entries that lies",
    "truncated",
    () =>
      zip([], {
        end: [
          [8, 60_000],
          [10, 60_000],
        ],
      }),
  ],
  ["an encrypted zip", "not-an-archive", () => odd({ flags: 0x801 })],
  ["a compression that nobody asked for", "not-an-archive", () => odd({ method: 14 })],
];

const SIZES: readonly Row[] = [
  ["more bytes than any sound archive", "too-large", () => Buffer.concat([Buffer.from("1f8b", "hex"), zeros(2 * MIB)])],
  ["a gzip that unpacks to more than the limit", "too-large", () => tgz({ name: "big.txt", content: zeros(MIB + 1) })],
  ["a gzip bomb", "too-large", () => gzipSync(zeros(64 * MIB))],
  [
    "files that are too large together",
    "too-large",
    () => tgz(...["a", "b", "c"].map((name) => ({ name, content: zeros(400_000) }))),
  ],
  ["a zip that unpacks to more than the limit", "too-large", () => zip([{ name: "big.txt", content: zeros(MIB + 1) }])],
  ["a size that claims gibibytes", "too-large", () => odd({ listed: { size: 0x7fffffff } })],
  [
    "headers without end and without files",
    "too-large",
    () => tgz(...Array.from({ length: 9_000 }, () => ({ name: "p", type: "g", content: paxRecord("comment", "c") }))),
  ],
  ["an extended header of mebibytes", "bad-name", () => tgz({ name: "P", type: "x", content: Buffer.alloc(MIB + 512, 97) })],
  [
    "names whose accents take minutes to compose",
    "bad-name",
    () => zip(many(10, () => `a${"\u0301\u0327".repeat(16_000)}`).map((each) => ({ ...each, stored: true }))),
  ],
  ["501 files", "too-many-files", () => zip(many(499, (at) => `f${at}`))],
  [
    "501 folders that are listed",
    "too-many-files",
    () => tgz(...Array.from({ length: 501 }, (_, at) => ({ name: `d${at}/`, type: "5" }))),
  ],
  ["301 files, each in a folder", "too-many-files", () => zip(many(299, (at) => `d${at}/f`))],
  ["entries without end, of litter", "too-many-files", () => zip(many(3_000, (at) => `__MACOSX/._${at}`))],
  ["a file 21 folders deep", "too-deep", () => zip([named(`${"d/".repeat(21)}f`)])],
  ["a folder 190 levels deep", "too-deep", () => tgz(long("d/".repeat(190)), { name: "d/", type: "5" })],
];

const PATHS: readonly Row[] = [
  ["a step up", "unsafe-path", () => zip([named("../evil.ts")])],
  ["a step up further in", "unsafe-path", () => tgz(named("src/../../evil.ts"))],
  ["a step up with backslashes", "unsafe-path", () => zip([named("..\\evil.ts")])],
  ["an absolute path", "unsafe-path", () => zip([named("/etc/cron.d/evil")])],
  ["a share of Windows", "unsafe-path", () => zip([named("\\\\server\\share\\a")])],
  ["a drive letter", "unsafe-path", () => tgz(named("C:/evil.ts"))],
  ["a step up in an extended header", "unsafe-path", () => tgz(pax(paxRecord("path", "../evil.ts")), named("a.ts"))],
  ["a step up in a long name of GNU tar", "unsafe-path", () => tgz(long("../evil.ts"), named("a.ts"))],
  ["a step up among litter", "unsafe-path", () => zip([named("__MACOSX/../../evil.ts")])],
  ["a file without a name", "bad-name", () => zip([named("./.")])],
  ["a folder with content", "bad-name", () => zip([named("src/")])],
  ["a very long name", "bad-name", () => zip([named("x".repeat(201))])],
  ["a very long path", "bad-name", () => zip([named(`${"x".repeat(150)}/`.repeat(3) + "a")])],
  ["a line break", "bad-name", () => tgz(named("a\nb.ts"))],
  ["an escape sequence", "bad-name", () => zip([named("\u001b[2J.ts")])],
  ["a turn of the writing direction", "bad-name", () => zip([named("a\u202est.exe")])],
  ["bytes that are no UTF-8 in a tar", "bad-name", () => tgz({ name: Buffer.from("ff66fe2e7473", "hex") })],
  [
    "bytes that are no UTF-8 and say that they are",
    "bad-name",
    () => zip([{ name: Buffer.from("ff66fe2e7473", "hex"), content: "x" }]),
  ],
  ...[
    "CON",
    "nul.txt",
    "src/Aux",
    "com1.ts",
    "LPT9",
    "COM¹",
    "lpt³.a.b",
    "conin$",
    "PRN .ts",
    "a.",
    "a ",
    "a ./b",
    "a<b",
    "a>b",
    "aa:b",
    'q"',
    "a|b",
    "a?",
    "a*b",
  ].map((name): Row => [`a name that Windows cannot hold: ${name}`, "bad-name", () => zip([named(name)])]),
  ...[".vigie", ".vigie/a", ".Vigie/detector.mjs", "src/.VIGIE/a", "my/.vigie"].map((name): Row => [
    `the judge's own folder: ${name}`,
    "reserved-folder",
    () => zip([named(name)]),
  ]),
  ["the judge's own folder around everything", "reserved-folder", () => within(".vigie/")],
  ["a name twice", "doubled-name", () => zip([named("detector.ts")])],
  ["a name twice, once with ./", "doubled-name", () => tgz(named("./detector.ts"))],
  ["a name twice, once with backslashes", "doubled-name", () => zip([named("a/b.ts"), named("a\\b.ts")])],
  ["names that differ in case", "doubled-name", () => zip([named("Detector.TS")])],
  ["names that differ in how an accent is composed", "doubled-name", () => tgz(named("\u00e9.ts"), named("e\u0301.ts"))],
  ["folders that differ in case", "doubled-name", () => zip([named("src/a.ts"), named("SRC/b.ts")])],
  ["a file that is a folder too", "doubled-name", () => zip([named("detector.ts/evil.ts")])],
  ["a folder that becomes a file", "doubled-name", () => zip([named("a/b.ts"), named("a")])],
];

const KINDS: readonly Row[] = [
  ...[
    ["symbolic link", "2"],
    ["hard link", "1"],
    ["character device", "3"],
    ["block device", "4"],
    ["FIFO", "6"],
    ["type that nobody knows", "Z"],
    ["sparse file", "S"],
  ].map(([what, type]): Row => [
    `a ${what}`,
    "link-or-device",
    () => tgz({ name: "a.ts", type, link: type === "1" || type === "2" ? "detector.ts" : "" }),
  ]),
  ["a sparse file of the newer form", "link-or-device", () => tgz(named("GNUSparseFile.1/a.ts"))],
  ["a link in a zip", "link-or-device", () => zip([{ ...named("passwd.ts"), attributes: (0o120777 << 16) >>> 0 }])],
  [
    "a link in a zip of another system",
    "link-or-device",
    () => zip([{ ...named("a"), madeBy: 20, attributes: (0o120777 << 16) >>> 0 }]),
  ],
  ["a device in a zip", "link-or-device", () => zip([{ name: "null.ts", attributes: (0o020666 << 16) >>> 0 }])],
];

const MANIFESTS: readonly Row[] = [
  ["no manifest", "no-manifest", () => rawZipOf([GOOD_FILES[1]])],
  ["a manifest that is not JSON", "bad-manifest", () => manifest("{")],
  ["a manifest that is not UTF-8", "bad-manifest", () => manifest(Buffer.from("fffe7b00", "hex"))],
  ["a manifest with a key too many", "bad-manifest", () => manifest({ ...MANIFEST, seed: 1 })],
  ["a manifest in another language", "bad-manifest", () => manifest({ ...MANIFEST, language: "cobol" })],
  ["a manifest whose entry steps up", "bad-manifest", () => manifest({ ...MANIFEST, entry: "../detector.ts" })],
  ["a manifest that is huge", "bad-manifest", () => manifest(`{"a":"${"x".repeat(70_000)}"}`)],
  ["an entry that is not there", "no-entry", () => manifest({ ...MANIFEST, entry: "main.ts" })],
  ["another challenge", "other-challenge", () => manifest({ ...MANIFEST, challenge: "other-one" })],
];

describe.each([
  ["form", FORMS],
  ["size", SIZES],
  ["path", PATHS],
  ["kind of entry", KINDS],
  ["manifest", MANIFESTS],
])("an archive is refused for its %s:", (_about, rows) => {
  test.each(rows)("%s: %s", async (_claim, code, bytes) => {
    const result = await checkBytes(bytes());
    expect(result).toMatchObject({ kind: "refused", fault: { code } });
    expect(JSON.stringify(result)).not.toMatch(/[\u202e\u001b]|\\u001b|\\n|\\u0000/);
  });
});

const A = { "a.ts": TEXT };
const ACCENT = { "données.json": "{}" };
const accent = (about: Partial<RawZipEntry>) => zip([{ name: "données.json", content: "{}", ...about }]);
const later = { sum: 0, packed: 0, size: 0 };
const TAKEN: readonly (readonly [claim: string, more: Readonly<Record<string, string>>, bytes: () => Buffer])[] = [
  ["a .tar.gz", {}, () => tgz()],
  ["a tar that is not zipped", {}, () => tar()],
  ["the oldest tar", { "a.ts": "x" }, () => tar({ ...named("a.ts"), type: "\0", over: [[257, "\0".repeat(8)]] })],
  ["a gzip that says its name, and zeros after the end", {}, () => gzipSync(tarOf(GOOD_FILES, zeros(10_240)))],
  [
    "names with ./, as tar of a folder gives them",
    {},
    () => tarOf([{ name: "./", type: "5" }, ...GOOD_FILES.map((each) => ({ ...each, name: `./${each.name}` }))]),
  ],
  ["a prefix of POSIX's form", { "src/a.ts": "x" }, () => tgz({ ...named("a.ts"), over: [[345, "src"]] })],
  ["a long name of GNU tar", { [`${"n".repeat(150)}.ts`]: "x" }, () => tgz(long(`${"n".repeat(150)}.ts`), named("cut"))],
  [
    "an extended header",
    { "b.ts": "x" },
    () => tgz(pax(paxRecord("path", "b.ts"), paxRecord("size", "1"), paxRecord("LIBARCHIVE.xattr.a", "b")), named("a.ts")),
  ],
  [
    "a global header, as git archive adds it",
    {},
    () => tgz({ name: "pax_global_header", type: "g", content: paxRecord("comment", "a1") }),
  ],
  ["a stored entry", A, () => odd({ stored: true })],
  ["sizes behind a deflated content", A, () => odd({ flags: 0x808, local: later, after: descriptorOf(TEXT) })],
  [
    "sizes behind a stored content",
    A,
    () => odd({ stored: true, flags: 0x808, local: later, after: descriptorOf(TEXT, TEXT.length, false) }),
  ],
  [
    "sizes of zip64",
    A,
    () => odd({ listed: { size: 0xffffffff }, extra: extraField(1, Buffer.concat([Buffer.of(44, 1), zeros(6)])) }),
  ],
  ["other words before the content, which nobody reads", A, () => odd({ local: { name: "b.ts", sum: 7 } })],
  ["a gap between entries", A, () => odd({ after: zeros(3) })],
  ["a comment", {}, () => zip([], { comment: Buffer.from("a1b2c3") })],
  ["folders that are listed", { "src/a.ts": "x" }, () => zip([{ name: "src/", attributes: 0x10 }, named("src/a.ts")])],
  ["a folder by its attributes alone", { "src/a.ts": "x" }, () => zip([{ name: "src", attributes: 0x10 }, named("src/a.ts")])],
  ["backslashes", { "lib/a.ts": "x" }, () => zip([{ name: "lib\\" }, named("lib\\a.ts")])],
  ["empty parts of a path", { "lib/a.ts": "x" }, () => zip([named("lib//./a.ts")])],
  ["a name in UTF-8 that says so", ACCENT, () => accent({})],
  ["a name in UTF-8 that does not say so", ACCENT, () => accent({ flags: 0 })],
  ["a name in UTF-8 that is not composed", ACCENT, () => accent({ name: "données.json".normalize("NFD") })],
  ["a name in the alphabet of old", ACCENT, () => accent({ name: cp437("donn\x82es.json"), flags: 0 })],
  [
    "a name in Info-ZIP's field",
    ACCENT,
    () => accent({ name: "donnees.json", extra: extraField(0x7075, "données.json", "donnees.json") }),
  ],
  [
    "Info-ZIP's field for another name",
    { "a.ts": "x" },
    () => zip([{ ...named("a.ts"), extra: extraField(0x7075, "b.ts", "c.ts") }]),
  ],
  ["one folder around everything", { "a.ts": "x" }, () => within("my-team/", { name: "my-team/" }, named("my-team/a.ts"))],
  [
    "litter beside that folder",
    {},
    () =>
      within(
        "my-team/",
        named("__MACOSX/my-team/._a"),
        named("my-team/.DS_Store"),
        named("Thumbs.db"),
        named("my-team/desktop.ini"),
      ),
  ],
  [
    "attributes of macOS beside the files",
    {},
    () => tgz({ name: "._vigie.json", content: Buffer.from("0005160700020000", "hex") }),
  ],
  ["a file that only begins like these", { "._a": "x" }, () => zip([named("._a")])],
  [
    "500 files",
    Object.fromEntries(many(498, (at) => `f${at}`).map(({ name }) => [name, "x"])),
    () => within("top/", ...many(498, (at) => `top/f${at}`)),
  ],
  ["a file 20 folders deep", { [`${"d/".repeat(20)}f`]: "x" }, () => zip([named(`${"d/".repeat(20)}f`)])],
  [
    "names that are nearly devices",
    { "CONSOLE.ts": "x", com10: "x", "nul-e.ts": "x" },
    () => zip([named("CONSOLE.ts"), named("com10"), named("nul-e.ts")]),
  ],
];

describe("an archive is taken with", () => {
  test.each(TAKEN)("%s", async (_claim, more, bytes) => {
    expect(await canonicalFiles(bytes())).toEqual({
      ...Object.fromEntries(GOOD_FILES.map(({ name, content }) => [name, content])),
      ...Object.fromEntries(Object.entries(more).map(([name, content]) => [name.normalize("NFC"), content])),
    });
  });

  test.each([
    ["a byte order mark and line breaks of Windows", `\ufeff${JSON.stringify(MANIFEST, null, 1).replaceAll("\n", "\r\n")}`],
    ["an entry with ./", { ...MANIFEST, entry: "./detector.ts" }],
  ])("%s in its manifest", async (_claim, value) => {
    expect(await checkBytes(manifest(value))).toMatchObject({ archive: { manifest: { language: "typescript" } } });
  });
});

test.each([
  ["the folder nested twice", "a/a/vigie.json", () => within("a/a/")],
  ["two folders", "one/vigie.json, two/vigie.json", () => rawZipOf([named("one/vigie.json"), named("two/vigie.json")])],
  ["a manifest in a folder beside other files", "team/vigie.json", () => within("team/", named("README.md"))],
  ["another name", "my/vigie.json.txt", () => rawZipOf([named("my/vigie.json.txt"), named("my/a.ts")])],
  ["nothing of the kind", "a.ts, b/, c/, …", () => rawZipOf(["a.ts", "b/x", "c/x", "d/x"].map((name) => named(name)))],
])("where a manifest is not at the top, it is said what was found: %s", async (_claim, found, bytes) => {
  expect(await checkBytes(bytes())).toEqual({ kind: "refused", fault: { code: "no-manifest", found } });
});

const CASES = join(import.meta.dirname, "../../test/cases");
const asked = { ...challengeSpec(), id: "follow-the-money", limits: { ...challengeSpec().limits, sourceMiB: 5 } };

/** What people's tools made, and what becomes of it. */
test.each([
  ["mac-folder.zip", ["detector.ts", "package.json", "vigie.json"]],
  ["bsdtar-win.zip", ["data/w.json", "detector.ts", "package.json", "vigie.json"]],
  ["backslash.zip", ["detector.ts", "lib/rules.ts", "package.json", "vigie.json"]],
  ["utf8-name-noflag.zip", ["detector.ts", "données.json", "package.json", "vigie.json"]],
  ["crlf-bom.zip", ["detector.ts", "package.json", "vigie.json"]],
  ["dotvigie-file.zip", { code: "reserved-folder", entry: ".vigie" }],
  ["implied-folders-50.zip", { code: "too-deep", entry: expect.stringMatching(/^0\/a\/a/), expected: "20" }],
  ["win-CON.zip", { code: "bad-name", entry: "CON" }],
])("%s gets its right answer", async (name, right) => {
  const result = await normaliseArchive(readFileSync(join(CASES, name)), asked);
  if (result.kind === "refused") expect(result.fault).toEqual(right);
  else expect(namesIn(result.archive.bytes)).toEqual(right);
});

/** As the directory of a canonical archive lists them. */
function namesIn(bytes: Buffer): string[] {
  const names: string[] = [];
  for (let at = bytes.indexOf("PK\x01\x02", 0, "latin1"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 1, "latin1"))
    names.push(bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28)));
  return names;
}

test("the canonical archive is the same whatever tool made the first, in whatever order, and its own canonical one", async () => {
  const files = [...GOOD_FILES, named("src/z.ts"), named("src/é.ts"), named("A.ts")];
  const turned = [...files].reverse();
  const sources = [
    rawZipOf(files),
    rawZipOf(turned.map((each) => ({ ...each, stored: true }))),
    tarOf(turned),
    gzipSync(tarOf(files)),
    within("t/", ...files.slice(2).map((each) => ({ ...each, name: `t/${each.name}` }))),
  ];
  const made = await Promise.all(sources.map(checkBytes));
  const bytes = made.map((each) => (each.kind === "sound" ? each.archive.bytes.toString("hex") : each.fault.code));
  expect(new Set(bytes).size).toBe(1);
  expect(await checkBytes(Buffer.from(bytes[0], "hex"))).toEqual(made[0]);
});
