/**
 * Shared libraries, gathered in one folder of the judge's for each folder inside.
 *
 * Theory. A sandbox pays for every mount, and the more the more there are: bubblewrap reads the whole list of mounts
 * again at each. Python with its scientific packages needs sixty libraries. Copied together once for a machine, they are
 * one mount. Large ones stay where they are and are mounted over an empty place in that folder.
 *
 * Invariant. As for programs (`stage-program.ts`): the folder is trusted only if it is ours and nobody else may write to
 * it. Its name holds what it was made of, so that an updated library makes another folder.
 */
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setFixedTimes } from "./stage-inputs.ts";
import { programsFolder } from "./stage-program.ts";
import type { Shown } from "./shown.ts";

const WORTH_GATHERING = 3;
const LARGEST_COPIED_BYTES = 8 * 1024 * 1024;

const isLarge = ({ from }: Shown): boolean => statSync(from).size > LARGEST_COPIED_BYTES;

function keyOf(files: readonly Shown[]): string {
  const rows = files.map(({ from, to }) => {
    const { size, mtimeMs, ino, dev } = statSync(from);
    return [from, to, size, mtimeMs, ino, dev].join("\n");
  });
  return createHash("sha256").update(rows.join("\n\n")).digest("hex").slice(0, 32);
}

function fill(folder: string, files: readonly Shown[]): void {
  mkdirSync(folder, { mode: 0o755 });
  for (const file of files) {
    const copy = join(folder, basename(file.to));
    if (isLarge(file)) writeFileSync(copy, "");
    else copyFileSync(file.from, copy, constants.COPYFILE_FICLONE);
    chmodSync(copy, 0o555);
    setFixedTimes(copy);
  }
  chmodSync(folder, 0o755);
  setFixedTimes(folder);
}

function gather(files: readonly Shown[]): string {
  const folder = join(programsFolder(), `lib-${keyOf(files)}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${randomBytes(8).toString("hex")}`;
  try {
    fill(draft, files);
    renameSync(draft, folder);
  } catch (cause) {
    // another judge may have been faster
    if (!existsSync(folder)) throw cause;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** The same libraries as fewer mounts, folders before what lies in them. Throws what the file system throws. */
export function gatherLibraries(libraries: readonly Shown[]): Shown[] {
  const byFolder = new Map<string, Shown[]>();
  for (const library of libraries) {
    const folder = dirname(library.to);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), library]);
  }
  // a folder that others lie in would hide them
  const holdsOthers = (folder: string): boolean => [...byFolder.keys()].some((other) => other.startsWith(`${folder}/`));
  return [...byFolder].flatMap(([to, files]) => {
    if (files.length < WORTH_GATHERING || holdsOthers(to)) return files;
    return [{ from: gather(files), to }, ...files.filter(isLarge)];
  });
}
