import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { canonicalFiles, checkBytes, GOOD_FILES } from "./check-bytes.ts";
import { feedArchives } from "./feed-archives.ts";
import { tarOf } from "./tar-bytes.ts";
import { rawZipOf, type RawZipEntry } from "./zip-bytes.ts";

test("of 400 malformed archives, what is taken becomes an archive that every reader reads alike, and its own canonical one", async () => {
  const { fed, accepted, codes } = await feedArchives(400, 11);
  expect(fed).toBe(400);
  expect(accepted["tar.gz"]).toBeGreaterThan(40);
  expect(accepted.zip).toBeGreaterThan(40);
  expect(codes.size).toBeGreaterThan(8);
});

const SEGMENTS = ["a", "b.ts", "données", "été.py", "Ω", "x y", "日本.json", "-", "emoji🙂"];
const path = fc
  .array(fc.constantFrom(...SEGMENTS), { minLength: 1, maxLength: 4 })
  .map((segments) => `m/${segments.join("/")}.txt`);
const project = fc.dictionary(path, fc.uint8Array({ maxLength: 600 }), { maxKeys: 8 });

/** As several tools would send it: other orders, forms, ways of writing a name, and a folder around everything. */
const TOOLS: readonly ((files: readonly RawZipEntry[]) => Buffer)[] = [
  (files) => rawZipOf(files),
  (files) => rawZipOf(files.map((each) => ({ ...each, stored: true, flags: 0 }))),
  (files) =>
    rawZipOf(files.map((each) => ({ ...each, name: String(each.name).replaceAll("/", "\\").normalize("NFD") })).reverse()),
  (files) => rawZipOf([{ name: "top/" }, ...files.map((each) => ({ ...each, name: `top/${each.name.toString()}` }))]),
  (files) => tarOf([...files].reverse()),
  (files) => gzipSync(tarOf(files.map((each) => ({ ...each, name: `./top/${each.name.toString()}` })))),
];

test("what was put in is what is kept, to the byte, and the same whatever tool packed it", async () => {
  await fc.assert(
    fc.asyncProperty(project, async (drawn) => {
      const files = [...GOOD_FILES, ...Object.entries(drawn).map(([name, bytes]) => ({ name, content: Buffer.from(bytes) }))];
      const right = Object.fromEntries(
        files.map(({ name, content }) => [name.normalize("NFC"), Buffer.from(content).toString("latin1")]),
      );
      const made = await Promise.all(TOOLS.map((pack) => checkBytes(pack(files))));
      for (const each of made) expect(each).toEqual(made[0]);
      expect(await canonicalFiles(TOOLS[0](files))).toEqual(right);
    }),
    { numRuns: 60 },
  );
});
