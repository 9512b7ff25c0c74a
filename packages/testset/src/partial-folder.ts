/**
 * A folder that appears whole or not at all.
 *
 * Theory. Everything is written into `<folder>.partial-<pid>-<random>` beside the folder (so on the same file system),
 * synced, and renamed; a crash leaves a partial folder that nobody takes for a test set, and the next writer of the same
 * folder removes those whose process is gone. A failure, such as a full disk, or the end of the process by way of its exit
 * handlers removes it at once.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { SpecError } from "@vigie/spec";
import { syncFolder } from "./arrow/hashed-file.ts";

const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}

function removeLeftovers(parent: string, prefix: string): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (pid > 0 && !lives(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function diskProblem(cause: unknown, folder: string): unknown {
  if (!(cause instanceof Error && "code" in cause && FULL.has(String(cause.code)))) return cause;
  const expected = "room for the test set; free some space, or choose a folder on another disk";
  return new SpecError("disk-full", [{ file: folder, pointer: "", expected, found: `no room left (${String(cause.code)})` }], {
    cause,
  });
}

/** @throws SpecError `exists` where the folder holds something. */
export function refuseOccupied(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  const expected = "a folder that does not exist yet; remove it first, or choose another name";
  throw new SpecError("exists", [{ file: folder, pointer: "", expected, found: "a folder with files in it" }]);
}

/**
 * Lets `fill` write into a private folder and then puts it in `folder`'s place.
 * @throws SpecError `exists` where the folder holds something already, `disk-full` where there is no room; what `fill`
 * throws otherwise. Nothing is left then.
 */
export async function asWhole<T>(folder: string, fill: (partial: string) => Promise<T>): Promise<T> {
  const target = resolve(folder);
  const parent = dirname(target);
  const prefix = `${basename(target)}.partial-`;
  refuseOccupied(target);
  mkdirSync(parent, { recursive: true });
  removeLeftovers(parent, prefix);
  const partial = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  const remove = (): void => rmSync(partial, { recursive: true, force: true, maxRetries: 5 });
  process.once("exit", remove); // whoever ends the process in the middle
  try {
    const value = await fill(partial);
    syncFolder(partial);
    if (existsSync(target)) rmdirSync(target);
    renameSync(partial, target);
    syncFolder(parent);
    return value;
  } catch (cause) {
    remove();
    throw diskProblem(cause, folder);
  } finally {
    process.off("exit", remove);
  }
}
