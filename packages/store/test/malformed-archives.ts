/**
 * Archives, sound and malformed: built entry by entry with a lie here and there, then changed byte by byte.
 * Lies come before the check sums are made, so that a reader has to find them by what they say.
 */
import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { MANIFEST } from "./event-fixture.ts";
import { paxRecord, tarOf, type TarEntry } from "./tar-bytes.ts";
import { extraField, rawZipOf, type RawZipEntry, type RawZipFrame } from "./zip-bytes.ts";

export interface Archive {
  readonly form: "tar.gz" | "zip";
  readonly bytes: Buffer;
}

function rarely<T>(arbitrary: fc.Arbitrary<T>, turns: number): fc.Arbitrary<T | undefined> {
  return fc.oneof({ arbitrary: fc.constant(undefined), weight: turns - 1 }, { arbitrary, weight: 1 });
}

const NAMES = ["a.ts", "src/a.ts", "src/b.ts", "src/lib/c.py", "données.ts", "./d.ts", "e", "model.bin"];
const HOSTILE_NAMES = [
  ...["../a.ts", "/etc/a.ts", "src/../../a.ts", "C:\\a.ts", "a\\b.ts", "A.TS", "e\u0301.ts", "a.ts/b.ts", "src", "src/"],
  ...["a.ts ", "a\0b.ts", "a\u202eb.ts", "a\u001b[2J", "", ".", "..", "./", "//", "vigie.json", "VIGIE.json", "x".repeat(201)],
  ...["a.pyc", "a.node", `${"d/".repeat(220)}a`, "CON", "a.ts.", "\ufeffa.ts", ".vigie/a", "src/.Vigie", "com¹.ts", "a:b"],
  ...[
    "__MACOSX/._a.ts",
    ".DS_Store",
    "src/Thumbs.db",
    "._a.ts",
    "src\\c.ts",
    "données.ts".normalize("NFD"),
    `${"d/".repeat(25)}a`,
  ],
];
const NATIVE = Buffer.from("7f454c46", "hex");
const name = fc.oneof(
  { arbitrary: fc.constantFrom(...NAMES), weight: 30 },
  { arbitrary: fc.constantFrom(...HOSTILE_NAMES), weight: 1 },
);
const content = fc.oneof(
  { arbitrary: fc.string({ maxLength: 40 }).map((text) => Buffer.from(text)), weight: 8 },
  { arbitrary: fc.constantFrom(511, 512, 513, 1_024, 5_000).map((length) => Buffer.alloc(length, "ab")), weight: 3 },
  { arbitrary: fc.constant(tarOf([{ name: "within.ts", content: "x" }])), weight: 1 },
  { arbitrary: fc.constant(rawZipOf([{ name: "within.ts", content: "x" }])), weight: 1 },
  { arbitrary: fc.constant(NATIVE), weight: 1 },
);
const bomb = fc.constantFrom(700_000, 1_048_577, 4_194_304).map((length) => Buffer.alloc(length));

const PAX_KEYS = ["path", "path", "size", "linkpath", "GNU.sparse.name", "GNU.sparse.major", "SCHILY.realsize", "hdrcharset"];
const TAME_KEYS = ["comment", "mtime", "uname", "SCHILY.xattr.a", "LIBARCHIVE.xattr.b"];
const PAX_VALUES = ["b.ts", "src/z.ts", "../a.ts", "0", "1", "5", "-1", "", "c\n13 path=q.ts", "\0", "BINARY", "1e3", "é"];
const record = fc
  .tuple(fc.constantFrom(...PAX_KEYS, ...TAME_KEYS), fc.constantFrom(...PAX_VALUES), rarely(fc.integer({ min: -3, max: 3 }), 12))
  .map(([key, value, lie]) => {
    const text = paxRecord(key, value);
    return lie === undefined ? text : `${Number.parseInt(text, 10) + lie}${text.slice(text.indexOf(" "))}`;
  });
const longName = fc.constantFrom("b.ts\0", "src/long.ts\0", "b.ts", "b.ts\0c.ts\0", "../a.ts\0", `${"n".repeat(150)}.ts\0`, "\0");
const extension: fc.Arbitrary<TarEntry> = fc.oneof(
  fc
    .tuple(fc.constantFrom("x", "x", "g"), fc.array(record, { maxLength: 3 }))
    .map(([type, records]): TarEntry => ({ name: "PaxHeader", type, content: records.join("") })),
  longName.map((long): TarEntry => ({ name: "././@LongLink", type: "L", content: long })),
);

const TYPES = ["0", "\0", "7", "5", "1", "2", "3", "6", "S", "x", "g", "L", "K", "N", "V", "X", "D", "M"];
const FIELDS = [0, 20, 99, 100, 108, 124, 124, 124, 130, 135, 136, 148, 156, 157, 257, 263, 265, 329, 345, 345, 475, 500, 511];
const FIELD_BYTES = [
  "\0",
  " ",
  "0",
  "1",
  "7",
  "8",
  "a",
  "/",
  "\x80",
  "\xff",
  "00000000001\0",
  "\x80\0\0\0\0\0\0\0\0\0\0\x05",
  "src",
  "ustar  \0",
  "-1",
  "0x5",
];
const over = fc.array(fc.tuple(fc.constantFrom(...FIELDS), fc.constantFrom(...FIELD_BYTES)), { minLength: 1, maxLength: 2 });
const tarEntry = fc
  .record({
    name,
    content,
    extension: rarely(fc.array(extension, { minLength: 1, maxLength: 2 }), 5),
    type: rarely(fc.constantFrom(...TYPES), 10),
    size: rarely(fc.constantFrom(0, 1, 511, 512, 513, 100_000, 0o7777777777), 25),
    over: rarely(over, 6),
    link: rarely(fc.constantFrom("a.ts", "/etc/passwd"), 40),
  })
  .map(({ extension: before, ...entry }): TarEntry[] => [...(before ?? []), entry]);

type Change = readonly [kind: number, at: number, byte: number];
const change: fc.Arbitrary<Change> = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 1_000_000 }), fc.nat({ max: 255 }));
const changes = fc.oneof(
  { arbitrary: fc.constant<Change[]>([]), weight: 3 },
  { arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }), weight: 2 },
);

function changed(bytes: Buffer, [kind, where, byte]: Change): Buffer {
  const at = where % (bytes.length + 1);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  if (kind === 0) return Buffer.concat([head, Buffer.of(byte), tail.subarray(1)]);
  if (kind === 1) return Buffer.concat([head, Buffer.of((tail[0] ?? 0) ^ (1 << (byte % 8))), tail.subarray(1)]);
  if (kind === 2) return Buffer.concat([head, tail.subarray(1 + (byte % 40))]);
  if (kind === 3) return Buffer.concat([head, tail.subarray(0, byte), tail]);
  return byte < 128 ? head : Buffer.concat([bytes, Buffer.alloc(byte - 127, byte)]);
}

const applied = (bytes: Buffer, all: readonly Change[]) => all.reduce(changed, bytes);
const seldom = (arbitrary: fc.Arbitrary<readonly Change[]>, turns: number) => rarely(arbitrary, turns).map((all) => all ?? []);

const ENDS = [0, 512, 1_024, 1_024, 1_024, 1_024, 1_024, 1_536, 10_240, 1_000];
const SOUND_FILES = [
  { name: "vigie.json", content: JSON.stringify(MANIFEST) },
  { name: "detector.ts", content: "export {};" },
];

const tarArchive: fc.Arbitrary<Archive> = fc
  .record({
    entries: fc.array(tarEntry, { maxLength: 4 }),
    bomb: rarely(bomb, 150),
    end: fc.constantFrom(...ENDS),
    behind: rarely(fc.constantFrom(tarOf([{ name: "z.ts" }]), Buffer.alloc(512), Buffer.from("x")), 40),
    inner: seldom(changes, 4),
    outer: seldom(changes, 4),
    member: rarely(
      fc.constantFrom(gzipSync(""), gzipSync(Buffer.alloc(1_024)), Buffer.alloc(8), gzipSync(tarOf(SOUND_FILES))),
      40,
    ),
  })
  .map((plan) => {
    const large = plan.bomb === undefined ? [] : [{ name: "bomb.txt", content: plan.bomb }];
    const tar = tarOf([...SOUND_FILES, ...plan.entries.flat(), ...large], Buffer.alloc(plan.end));
    const packed = gzipSync(applied(Buffer.concat([tar, plan.behind ?? Buffer.alloc(0)]), plan.inner));
    return { form: "tar.gz", bytes: applied(Buffer.concat([packed, plan.member ?? Buffer.alloc(0)]), plan.outer) };
  });

const EXTRAS = ["", "5554", "0100080001000000", "0a00ff00"].map((hex) => Buffer.from(hex, "hex"));
const FIELDS_OF_ZIP = ["name", "flags", "method", "sum", "packed", "size", "extra"] as const;
const ATTRIBUTES = [0, 0x10, 0o100755 * 65_536, 0o040755 * 65_536 + 0x10, 0o120777 * 65_536, 0o020666 * 65_536];
const lie = fc
  .tuple(fc.constantFrom(...FIELDS_OF_ZIP), fc.constantFrom(0, 1, 8, 0x800, 0x808, 0xffffffff), name)
  .map(([field, value, other]): NonNullable<RawZipEntry["local"]> => {
    if (field === "name") return { name: other };
    if (field === "extra") return { extra: EXTRAS[value % EXTRAS.length] };
    return { [field]: field === "flags" || field === "method" ? value & 0xffff : value };
  });

const zipEntry: fc.Arbitrary<RawZipEntry> = fc.record({
  name,
  content,
  stored: fc.boolean(),
  flags: rarely(fc.constantFrom(0, 1, 2, 0x802, 0x808, 0x840, 0x2800), 12),
  attributes: rarely(fc.constantFrom(...ATTRIBUTES), 8),
  madeBy: fc.constantFrom(0x0314, 20, 0x1314),
  extra: rarely(fc.constantFrom(...EXTRAS, extraField(0x7075, "é.ts", "e.ts"), extraField(1, Buffer.alloc(16))), 8),
  local: rarely(lie, 8),
  listed: rarely(lie, 12),
  after: rarely(fc.constantFrom(Buffer.alloc(3), Buffer.from("504b0708", "hex"), Buffer.alloc(16)), 30),
  at: rarely(fc.constantFrom(0, 30, 100), 40),
});

const frame: fc.Arbitrary<RawZipFrame> = fc.record({
  before: rarely(fc.constantFrom(Buffer.from("#!"), rawZipOf([{ name: "z.ts" }])), 40),
  comment: rarely(fc.constantFrom(Buffer.from("a comment"), rawZipOf([]), Buffer.from("504b0506", "hex")), 20),
  end: rarely(
    fc.array(fc.tuple(fc.constantFrom(4, 6, 8, 10, 12, 16, 18, 20), fc.constantFrom(0, 1, 2, 3, 60, 0xffff)), { maxLength: 2 }),
    20,
  ),
});

const zipArchive: fc.Arbitrary<Archive> = fc
  .record({ entries: fc.array(zipEntry, { maxLength: 4 }), bomb: rarely(bomb, 150), frame, outer: seldom(changes, 2) })
  .map((plan) => {
    const large = plan.bomb === undefined ? [] : [{ name: "bomb.txt", content: plan.bomb }];
    return { form: "zip", bytes: applied(rawZipOf([...SOUND_FILES, ...plan.entries, ...large], plan.frame), plan.outer) };
  });

/** Zip and tar by turns; a good part is sound, so that what is taken is compared as often as what is not. */
export const malformedArchive: fc.Arbitrary<Archive> = fc.oneof(tarArchive, zipArchive);
