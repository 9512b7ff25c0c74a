import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ArchiveFault } from "../contract.ts";
import { StoreError } from "../errors.ts";
import type { ArchiveFile } from "./entries.ts";
import { ArchiveRefusal } from "./fault.ts";
import { readArchive } from "./read-archive.ts";

// The door was narrower; archives of before, when folders were counted apart from files, pass too.
const CAPS = { bytes: 268_435_456, files: 1_000 };

export type Unpacked =
  { readonly kind: "unpacked"; readonly files: number } | { readonly kind: "refused"; readonly fault: ArchiveFault };

export type Read =
  { readonly kind: "read"; readonly files: readonly ArchiveFile[] } | { readonly kind: "refused"; readonly fault: ArchiveFault };

async function filesOf(bytes: Buffer): Promise<readonly ArchiveFile[] | ArchiveFault> {
  try {
    return (await readArchive(bytes, CAPS)).files;
  } catch (cause) {
    if (cause instanceof ArchiveRefusal) return cause.fault;
    throw cause;
  }
}

/** The files of an archive, in memory: to be read, not run. */
export async function readSubmission(bytes: Buffer): Promise<Read> {
  const files = await filesOf(bytes);
  return "code" in files ? { kind: "refused", fault: files } : { kind: "read", files };
}

async function makeFolders(folder: string, files: readonly ArchiveFile[]): Promise<void> {
  const made = new Set<string>([folder]);
  const make = async (each: string): Promise<void> => {
    if (made.has(each)) return;
    made.add(each);
    await make(dirname(each));
    await mkdir(each);
    // Whatever the umask.
    await chmod(each, 0o755);
  };
  for (const { path } of files) await make(dirname(join(folder, path)));
}

/**
 * Unpacks an archive, the canonical one or of an older form, into a folder that is new or empty: files 0444, folders 0755,
 * no links, no owner, whatever the umask.
 * @returns the number of files; or why what was taken once is not taken any more (rules grow stricter): then nothing is written.
 * @throws StoreError `not-empty`.
 */
export async function unpackSubmission(bytes: Buffer, targetDir: string): Promise<Unpacked> {
  await mkdir(targetDir, { recursive: true });
  if ((await readdir(targetDir)).length > 0)
    throw new StoreError("not-empty", `${targetDir}: expected an empty folder to unpack into; found files`);
  const files = await filesOf(bytes);
  if ("code" in files) return { kind: "refused", fault: files };
  await chmod(targetDir, 0o755);
  await makeFolders(targetDir, files);
  for (const { path, content } of files) {
    const file = join(targetDir, path);
    await writeFile(file, content, { flag: "wx", mode: 0o444 });
    await chmod(file, 0o444);
  }
  return { kind: "unpacked", files: files.length };
}
