/**
 * The kit: what a team without internet needs, in one archive that Node alone can run. It is made once a version,
 * with fixed times, so that the same version gives the same bytes.
 */
import { createWriteStream, existsSync, readdirSync, renameSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/** One folder or file of the kit: its place on this machine, and its name inside `vigie-kit/`. */
export interface KitPart {
  readonly from: string;
  readonly as: string;
}

const FIXED_TIME = new Date(Date.UTC(2000, 0, 1));

function filesUnder({ from, as }: KitPart): KitPart[] {
  if (statSync(from).isFile()) return [{ from, as }];
  return readdirSync(from)
    .filter((name) => name !== "__pycache__" && name !== "submissions" && name !== "published" && name !== "node_modules")
    .sort()
    .flatMap((name) => filesUnder({ from: join(from, name), as: `${as}/${name}` }));
}

/** Writes the kit to `target` unless it is there already. @throws where a part is missing or the disk is full. */
export async function makeKit(parts: readonly KitPart[], target: string): Promise<void> {
  if (existsSync(target)) return;
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const zip = new ZipFile();
  for (const part of parts.flatMap(filesUnder)) {
    zip.addFile(part.from, `vigie-kit/${part.as}`, { mtime: FIXED_TIME, mode: 0o100644 });
  }
  zip.end();
  const partial = `${target}.partial`;
  await pipeline(zip.outputStream, createWriteStream(partial));
  renameSync(partial, target);
}
