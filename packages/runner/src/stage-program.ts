/**
 * Programs that lie where a run's uid cannot go, or whose path would tell of the judge, are copied to a folder of the
 * judge in the temporary directory, once for a program and an account; the next processes find the copy.
 *
 * Invariant. The folder is trusted only if it is ours and nobody else may write to it: the temporary directory is everybody's.
 */
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, copyFileSync, constants, lstatSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

function ownFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o711 });
    chmodSync(folder, 0o711);
  } catch {
    // it is there already; the look below judges it
  }
  const seen = lstatSync(folder);
  if (!seen.isDirectory() || seen.uid !== process.getuid?.() || (seen.mode & 0o022) !== 0) {
    throw new Error(`${folder} is not a folder of this account alone: remove it`);
  }
}

/** Where copies of programs and libraries lie. Throws if it is somebody else's. */
export function programsFolder(): string {
  const home = join(tmpdir(), `vigie-programs-${process.getuid?.() ?? 0}`);
  ownFolder(home);
  return home;
}

/** The path under which a run may be shown this program: its own if it lies in /usr, else a copy's. */
export function stageProgram(program: string): string {
  const real = realpathSync(program);
  if (real.startsWith("/usr/") && (statSync(real).mode & 0o005) === 0o005) return real;
  const { size, mtimeMs, ino, dev } = statSync(real);
  const home = programsFolder();
  const copy = join(home, createHash("sha256").update([real, size, mtimeMs, ino, dev].join("\n")).digest("hex").slice(0, 32));
  if (statSync(copy, { throwIfNoEntry: false })?.size === size) return copy;
  const draft = `${copy}.${randomBytes(8).toString("hex")}`;
  try {
    copyFileSync(real, draft, constants.COPYFILE_FICLONE);
    chmodSync(draft, 0o555);
    renameSync(draft, copy);
  } finally {
    rmSync(draft, { force: true });
  }
  return copy;
}
