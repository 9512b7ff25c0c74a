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
import { checkBytes } from "../../test/check-bytes.ts";
import { soundArchive, MANIFEST } from "../../test/event-fixture.ts";
import { rawZipOf } from "../../test/zip-bytes.ts";
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

test("what the command line packs is what the server would make of it, to the byte", async () => {
  const packed = await packFolder(project("team"), ["vigie.json", "detector.ts", LONG]);
  expect(await checkBytes(packed)).toMatchObject({ kind: "sound", archive: { bytes: packed, files: 3 } });
});

test("what was packed unpacks to the same files, read-only, whatever the umask", async () => {
  const packed = await packFolder(project("team"), ["vigie.json", "detector.ts", LONG]);
  const before = process.umask(0o077);
  try {
    expect(await unpackSubmission(packed, join(folder, "out"))).toEqual({ kind: "unpacked", files: 3 });
  } finally {
    process.umask(before);
  }
  expect(readFileSync(join(folder, "out", LONG), "utf8")).toBe("x".repeat(1000));
  expect(statSync(join(folder, "out", LONG)).mode & 0o777).toBe(0o444);
  for (const path of ["", "src"]) expect(statSync(join(folder, "out", path)).mode & 0o777).toBe(0o755);
});

test("the same files give the same bytes, whatever their order, times and modes, and the time zone", async () => {
  const [one, two] = [project("one"), project("two")];
  chmodSync(join(two, "detector.ts"), 0o755);
  utimesSync(join(two, "detector.ts"), 1, 1);
  const first = await packFolder(one, ["vigie.json", LONG, "detector.ts"]);
  const zone = process.env["TZ"];
  process.env["TZ"] = "Pacific/Kiritimati";
  try {
    expect((await packFolder(two, [LONG, "detector.ts", "vigie.json", "vigie.json"])).equals(first)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
});

test("a link, a missing file and a path that leads out are not packed", async () => {
  const dir = project("team");
  symlinkSync("/etc/hostname", join(dir, "link.ts"));
  await expect(packFolder(dir, ["link.ts"])).rejects.toMatchObject({ code: "not-a-file" });
  await expect(packFolder(dir, ["../a.ts"])).rejects.toMatchObject({ code: "unsafe-path" });
  await expect(packFolder(dir, ["none.ts"])).rejects.toThrow(/ENOENT/);
});

test("an archive of the form of before unpacks too, and only into an empty folder", async () => {
  expect(await unpackSubmission(soundArchive(), join(folder, "out"))).toEqual({ kind: "unpacked", files: 2 });
  await expect(unpackSubmission(soundArchive(), join(folder, "out"))).rejects.toMatchObject({ code: "not-empty" });
});

test("what was taken before and is not any more is told, and nothing of it is written", async () => {
  const old = rawZipOf([{ name: "vigie.json" }, { name: ".vigie/a", content: "x" }]);
  const told = { kind: "refused", fault: { code: "reserved-folder", entry: ".vigie/a" } };
  expect(await unpackSubmission(old, join(folder, "out"))).toEqual(told);
  expect(statSync(join(folder, "out")).nlink).toBe(2);
});
