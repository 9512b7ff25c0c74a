import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { challengeSpec, MANIFEST } from "../../test/event-fixture.ts";
import { zipOf } from "../../test/zip-bytes.ts";
import { checkArchive } from "./check.ts";
import { packFolder } from "./pack.ts";
import { unpackSubmission } from "./unpack.ts";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "vigie-pack-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LONG = `src/${"long".repeat(30)}/données.ts`;

function project(name: string): string {
  const dir = join(folder, name);
  mkdirSync(join(dir, LONG, ".."), { recursive: true });
  writeFileSync(join(dir, "vigie.json"), JSON.stringify(MANIFEST));
  writeFileSync(join(dir, "detector.ts"), "export {};\n");
  writeFileSync(join(dir, LONG), "x".repeat(1000));
  return dir;
}

test("what was packed is sound and unpacks to the same files, read-only, whatever the umask", async () => {
  const archive = join(folder, "a.tar.gz");
  const before = process.umask(0o077);
  try {
    writeFileSync(archive, await packFolder(project("team"), ["vigie.json", "detector.ts", LONG]));
    expect(await checkArchive(archive, challengeSpec())).toMatchObject({
      kind: "sound",
      archive: { files: 3, format: "tar.gz" },
    });
    expect(await unpackSubmission(archive, join(folder, "out"))).toBe(3);
  } finally {
    process.umask(before);
  }
  expect(readFileSync(join(folder, "out", LONG), "utf8")).toBe("x".repeat(1000));
  expect(statSync(join(folder, "out", LONG)).mode & 0o777).toBe(0o444);
  expect(statSync(join(folder, "out", "src")).mode & 0o777).toBe(0o755);
});

test("the same files give the same bytes, whatever their order, times and modes", async () => {
  const [one, two] = [project("one"), project("two")];
  chmodSync(join(two, "detector.ts"), 0o755);
  utimesSync(join(two, "detector.ts"), 1, 1);
  const first = await packFolder(one, ["vigie.json", LONG, "detector.ts"]);
  expect(first.equals(await packFolder(two, [LONG, "detector.ts", "vigie.json", "vigie.json"]))).toBe(true);
});

test("a link, a missing file and a path that leads out are not packed", async () => {
  const dir = project("team");
  symlinkSync("/etc/hostname", join(dir, "link.ts"));
  await expect(packFolder(dir, ["link.ts"])).rejects.toMatchObject({ code: "not-a-file" });
  await expect(packFolder(dir, ["../a.ts"])).rejects.toMatchObject({ code: "unsafe-path" });
  await expect(packFolder(dir, ["none.ts"])).rejects.toThrow(/ENOENT/);
});

test("a zip unpacks too, and only into an empty folder", async () => {
  const archive = join(folder, "a.zip");
  writeFileSync(archive, await zipOf([{ name: "vigie.json", content: JSON.stringify(MANIFEST), mode: 0o100777 }]));
  expect(await unpackSubmission(archive, join(folder, "out"))).toBe(1);
  expect(statSync(join(folder, "out", "vigie.json")).mode & 0o777).toBe(0o444);
  await expect(unpackSubmission(archive, join(folder, "out"))).rejects.toMatchObject({ code: "not-empty" });
});

test("an archive that was never checked is not trusted when it is unpacked", async () => {
  const archive = join(folder, "a.tar.gz");
  writeFileSync(archive, "not an archive");
  await expect(unpackSubmission(archive, join(folder, "out"))).rejects.toMatchObject({ code: "unsound-archive" });
});
