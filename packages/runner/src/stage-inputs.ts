import { constants, statSync, utimesSync } from "node:fs";
import { chmod, copyFile, mkdir, readdir, utimes } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isPrivateFolder, makePrivateFolder, removePrivateFolder } from "./private-folder.ts";

/** 1 January 2000, UTC: the time of every file that a run sees. */
export const FIXED_TIME_SECONDS = 946684800;

/** Gives a file or folder the time that every file in a run has. */
export const setFixedTimes = (path: string): void => utimesSync(path, FIXED_TIME_SECONDS, FIXED_TIME_SECONDS);

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o755 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copyTree(source, target);
    if (!entry.isFile()) continue;
    await copyFile(source, target, constants.COPYFILE_FICLONE);
    await chmod(target, 0o444);
    await utimes(target, FIXED_TIME_SECONDS, FIXED_TIME_SECONDS);
  }
  await utimes(to, FIXED_TIME_SECONDS, FIXED_TIME_SECONDS);
}

/**
 * Copies a folder of inputs (plain files and folders; links are left out) to a place where every run's uid can go, and
 * returns that place. Its path holds a number drawn by chance and nothing of the original's, because a run reads the
 * path of what is bound in /proc/self/mountinfo. File systems that can share blocks do. Times are fixed, modes 0444.
 *
 * Stage once for many runs; the copy is removed by `unstageInputs`, at the latest when the process ends.
 * A folder that is already staged is returned as it is. Throws what the file system throws.
 */
export async function stageInputs(folder: string): Promise<string> {
  const from = resolve(folder);
  if (isPrivateFolder(dirname(from))) return from;
  const home = makePrivateFolder();
  try {
    const to = join(home, "d");
    await copyTree(from, to);
    return to;
  } catch (cause) {
    removePrivateFolder(home);
    throw cause;
  }
}

/** Removes a staged copy before the process ends. */
export function unstageInputs(staged: string): void {
  const home = dirname(resolve(staged));
  if (isPrivateFolder(home)) removePrivateFolder(home);
}

/** Throws for inputs that a run would see as an empty, locked folder, and be blamed for it. */
export function refuseUnreachable(inputs: string | null): void {
  if (inputs === null || (statSync(inputs).mode & 0o005) === 0o005) return;
  throw new Error(`${inputs}: the run's account may not read this folder: give what stageInputs() returns`);
}
