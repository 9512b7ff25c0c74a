import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { systemProgram } from "./host-tools.ts";
import { tarArchive, type TarEntry, tarTree, unpackedSize } from "./tar.ts";

const tar = systemProgram("tar");

function unpacked(entries: readonly TarEntry[], check: (folder: string) => void): void {
  const folder = mkdtempSync("/tmp/vigie-tar-");
  try {
    const run = spawnSync(tar!, ["-xf", "-", "-C", folder], { input: tarArchive(entries), encoding: "utf8" });
    expect(run.stderr).toBe("");
    check(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.skipIf(tar === null)("tar unpacks any name and any bytes as they were, with the fixed time", () => {
  const name = fc.stringMatching(/^[a-zà-ü0-9 ._-]{0,120}z$/);
  fc.assert(
    fc.property(name, fc.uint8Array({ maxLength: 1500 }), (file, bytes) => {
      unpacked([{ folder: "f" }, { file: `f/${file}`, bytes }], (folder) => {
        expect(new Uint8Array(readFileSync(join(folder, "f", file)))).toEqual(bytes);
        expect(statSync(join(folder, "f", file))).toMatchObject({ mtimeMs: 946684800000, mode: 0o100444 });
      });
    }),
    { numRuns: 15 },
  );
});

test.skipIf(tar === null)("an unpacked tree packs to the same bytes again", () => {
  const entries: TarEntry[] = [
    { folder: "f" },
    { file: "f/a", bytes: Buffer.from("a") },
    { folder: "f/b" },
    { file: "f/b/c", bytes: Buffer.alloc(5000, 1) },
  ];
  unpacked(entries, (folder) => {
    expect(tarArchive(tarTree(join(folder, "f"), "f"))).toEqual(tarArchive(entries));
    expect(readdirSync(join(folder, "f"))).toEqual(["a", "b"]);
    chmodSync(join(folder, "f"), 0o755);
  });
  expect(unpackedSize(entries)).toEqual({ bytes: 3 * 4096, inodes: 4 });
});
