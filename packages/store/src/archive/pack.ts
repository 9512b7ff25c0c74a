import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { StoreError } from "../errors.ts";
import { canonicalZip } from "./canonical-zip.ts";
import type { ArchiveFile } from "./entries.ts";
import { segmentsOf } from "./entry-names.ts";

function safePath(path: string): string {
  try {
    return segmentsOf(path).join("/");
  } catch (cause) {
    throw new StoreError("unsafe-path", `${path}: expected a path within the folder`, { cause });
  }
}

async function fileAt(folder: string, path: string): Promise<ArchiveFile> {
  const safe = safePath(path);
  const file = join(folder, path);
  if (!(await lstat(file)).isFile())
    throw new StoreError("not-a-file", `${file}: expected a regular file; found a link or a folder`);
  return { path: safe, content: await readFile(file) };
}

/**
 * Packs files of a folder as `vigie submit` sends them: into the archive that the server would make of them, so that both
 * have one digest. Names are the server's to judge.
 * @param files paths relative to the folder, with forward slashes.
 * @throws StoreError `unsafe-path` or `not-a-file`.
 */
export async function packFolder(folder: string, files: readonly string[]): Promise<Buffer> {
  return canonicalZip(await Promise.all([...new Set(files)].map((path) => fileAt(folder, path))));
}
