import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { StoreError } from "../errors.ts";
import { ArchiveRefusal } from "./fault.ts";
import { walkArchive } from "./walk.ts";

// A checked archive is far below; whatever else is handed in does not fill the disk.
const CAPS = { bytes: 268_435_456, files: 5_000 };

async function writeOnce(file: string, content: Buffer): Promise<void> {
  await writeFile(file, content, { flag: "wx", mode: 0o444 });
  await chmod(file, 0o444);
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
}

async function openUp(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await openUp(join(folder, entry.name));
}

/**
 * Unpacks an archive into a folder that is new or empty: files 0444, folders 0755, no links, no owner, whatever the
 * umask. Every entry is checked again by the rules of `checkArchive`.
 * @returns the number of files.
 * @throws StoreError `not-empty`, or `unsound-archive` where the archive is not one that was checked.
 */
export async function unpackSubmission(archivePath: string, targetDir: string): Promise<number> {
  await makeFolder(targetDir);
  if ((await readdir(targetDir)).length > 0)
    throw new StoreError("not-empty", `${targetDir}: expected an empty folder to unpack into; found files`);
  let files = 0;
  try {
    for await (const { path, content } of walkArchive(archivePath, CAPS)) {
      const file = join(targetDir, path);
      await makeFolder(dirname(file));
      await writeOnce(file, content);
      files += 1;
    }
  } catch (cause) {
    if (!(cause instanceof ArchiveRefusal)) throw cause;
    throw new StoreError("unsound-archive", `${archivePath}: expected an archive that was checked; found ${cause.message}`, {
      cause,
    });
  }
  await openUp(targetDir);
  return files;
}
