/** A disk of a test's own (a file system in memory, which root alone may mount), so that it can be full. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";

export interface SmallDisk {
  remove(): void;
}

/** Mounts one of so many MiB at `folder`, on which `files` files can be. Null where this account may not. */
export function smallDisk(folder: string, mebibytes: number, files: number): SmallDisk | null {
  mkdirSync(folder, { recursive: true });
  const options = `size=${mebibytes}m,nr_inodes=${files + 1},mode=700`;
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  return status === 0 ? { remove: () => void spawnSync("umount", ["--lazy", folder]) } : null;
}
