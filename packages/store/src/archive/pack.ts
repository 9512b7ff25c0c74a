import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Header, Pax } from "tar";
import { StoreError } from "../errors.ts";
import { safeName } from "./entry-rules.ts";
import { ArchiveRefusal } from "./fault.ts";

const BLOCK = 512;

function padded(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);
}

function headerOf(path: string, size: number): Buffer {
  const fields = { path, size, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0), type: "File" as const };
  const header = new Header(fields);
  const block = Buffer.alloc(BLOCK);
  const needsMore = header.encode(block, 0);
  return needsMore ? Buffer.concat([new Pax({ path, size }).encode(), block]) : block;
}

async function packed(folder: string, path: string): Promise<Buffer> {
  try {
    safeName(path);
  } catch (cause) {
    if (!(cause instanceof ArchiveRefusal)) throw cause;
    throw new StoreError(
      "unsafe-path",
      `${cause.fault.entry ?? ""}: expected a relative path with forward slashes; found ${cause.fault.code}`,
      { cause },
    );
  }
  const file = join(folder, path);
  if (!(await lstat(file)).isFile())
    throw new StoreError("not-a-file", `${file}: expected a regular file; found a link or a folder`);
  const content = await readFile(file);
  return Buffer.concat([headerOf(path, content.length), padded(content)]);
}

/**
 * Packs files of a folder into a .tar.gz, as `vigie submit` sends it: sorted, without times, owners or modes of this
 * machine, so that the same files give the same bytes.
 * @param files paths relative to the folder, with forward slashes.
 * @throws StoreError `unsafe-path` or `not-a-file`.
 */
export async function packFolder(folder: string, files: readonly string[]): Promise<Buffer> {
  const sorted = [...new Set(files)].sort();
  const entries: Buffer[] = [];
  for (const path of sorted) entries.push(await packed(folder, path));
  return gzipSync(Buffer.concat([...entries, Buffer.alloc(2 * BLOCK)]), { level: 9 });
}
