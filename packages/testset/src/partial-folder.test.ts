import type fs from "node:fs";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { scratchFolder } from "../test/scratch-folder.ts";
import { tinyRows, worldOf, WRITE } from "../test/tiny-world.ts";
import { isComplete } from "./checksums.ts";
import { writeTestset } from "./write-testset.ts";

const disk = vi.hoisted(() => ({ room: Infinity }));

vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  const writeSync = (fd: number, bytes: Uint8Array, offset: number, length: number, position: number | null) => {
    if (disk.room <= 0) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    const part = Math.min(length, disk.room);
    disk.room -= part;
    return real.writeSync(fd, bytes, offset, part, position);
  };
  return { ...real, default: real, writeSync };
});

const scratch = scratchFolder();

describe("a disk that fills up", () => {
  it.each([0, 1, 5_000, 20_000, 39_999])("after %i bytes is told, and leaves nothing", async (room) => {
    const folder = join(scratch, `full-${room}`);
    disk.room = room;
    const failure: unknown = await writeTestset(worldOf(tinyRows()), folder, WRITE).catch((cause: unknown) => cause);
    disk.room = Infinity;
    expect(failure).toMatchObject({ code: "disk-full" });
    expect(String(failure)).toMatch(/expected room for the test set; free some space.*found no room left \(ENOSPC\)/);
    expect(readdirSync(scratch).filter((name) => name.startsWith(basename(folder)))).toEqual([]);
  });
});

describe("a writer that died", () => {
  it("leaves a partial folder that is no test set, and that the next writer removes", async () => {
    const folder = join(scratch, "set");
    const dead = `${folder}.partial-4194305-abc`;
    const alive = `${folder}.partial-${process.pid}-abc`;
    for (const partial of [dead, alive]) {
      mkdirSync(partial);
      writeFileSync(join(partial, "x"), "half");
      expect(isComplete(partial)).toBe(false);
    }
    await writeTestset(worldOf(tinyRows()), folder, WRITE);
    expect(existsSync(dead)).toBe(false);
    expect(existsSync(alive)).toBe(true);
    expect(isComplete(folder)).toBe(true);
  });

  it("an empty folder in the way is taken", async () => {
    const folder = join(scratch, "empty");
    mkdirSync(folder);
    await writeTestset(worldOf(tinyRows()), folder, WRITE);
    expect(isComplete(folder)).toBe(true);
  });

  it("folders on the way are made", async () => {
    const folder = join(scratch, "a", "b", "c");
    await writeTestset(worldOf(tinyRows()), folder, WRITE);
    expect(isComplete(folder)).toBe(true);
  });
});
