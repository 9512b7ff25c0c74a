/**
 * `checksums.json`, beside `inputs/` and `labels/` and inside neither: the SHA-256 of every file, and one digest for each
 * folder, the SHA-256 of its sorted lines "sha256  name", which is what
 * `sha256sum inputs/* | LC_ALL=C sort | sha256sum` prints.
 */
import { createHash, createHmac } from "node:crypto";
import { createReadStream, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Type, type Static } from "@sinclair/typebox";
import { loadJson } from "@vigie/spec/node";
import type { FileDigest } from "./arrow/hashed-file.ts";

export const CHECKSUMS_FILE = "checksums.json";

const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });

const Checksums = Type.Object(
  {
    checksumsVersion: Type.Literal(1),
    inputsDigest: Sha256,
    labelsDigest: Sha256,
    /** By path from the test set's folder, with forward slashes. */
    files: Type.Record(Type.String(), Type.Object({ sha256: Sha256, bytes: Type.Integer({ minimum: 0 }) })),
  },
  { additionalProperties: false },
);

/** What a test set's bytes are, in two digests and file by file. Of a hidden split, `labelsDigest` is for the judge alone. */
export type TestsetDigest = Static<typeof Checksums>;

/** A file that is not what the checksums say: its SHA-256 then and now (or that it is gone). */
export interface FileDifference {
  readonly file: string;
  readonly expected: string;
  readonly found: string;
}

function folderDigest(files: Readonly<Record<string, FileDigest>>, folder: string): string {
  const lines = Object.entries(files)
    .filter(([name]) => name.startsWith(`${folder}/`))
    .map(([name, { sha256 }]) => `${sha256}  ${name}\n`)
    .sort();
  return createHash("sha256").update(lines.join("")).digest("hex");
}

/** The digests of a test set from those of its files. */
export function testsetDigest(files: Readonly<Record<string, FileDigest>>): TestsetDigest {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    checksumsVersion: 1,
    inputsDigest: folderDigest(sorted, "inputs"),
    labelsDigest: folderDigest(sorted, "labels"),
    files: sorted,
  };
}

/** What was written down when the test set was made. @throws SpecError where `checksums.json` cannot be read. */
export function readDigest(folder: string): TestsetDigest {
  return loadJson(Checksums, join(folder, CHECKSUMS_FILE));
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

/**
 * Reads every file of a test set again.
 * @returns the files that differ from `checksums.json`; none where all is well.
 * @throws SpecError where `checksums.json` itself cannot be read.
 */
export async function verifyTestset(folder: string): Promise<FileDifference[]> {
  const differences: FileDifference[] = [];
  for (const [file, { sha256 }] of Object.entries(readDigest(folder).files)) {
    const found = await sha256Of(join(folder, file)).catch((cause: unknown) => `unreadable (${codeOf(cause)})`);
    if (found !== sha256) differences.push({ file, expected: sha256, found });
  }
  return differences;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}

/** True of a folder that holds a whole test set: its checksums, and every file at its length. Reads no data. */
export function isComplete(folder: string): boolean {
  try {
    const files = Object.entries(readDigest(folder).files);
    return files.length > 0 && files.every(([file, { bytes }]) => statSync(join(folder, file)).size === bytes);
  } catch {
    return false;
  }
}

/**
 * The commitment to the labels that is published before an event: HMAC-SHA-256, under `key`, of the labels' digest in
 * hexadecimal. The digest is computed again from the files, so that a damaged set is not committed to.
 * @returns 64 hexadecimal digits.
 */
export async function commitLabels(folder: string, key: Uint8Array): Promise<string> {
  const files: Record<string, FileDigest> = {};
  for (const name of readdirSync(join(folder, "labels")).sort()) {
    const path = join(folder, "labels", name);
    files[`labels/${name}`] = { sha256: await sha256Of(path), bytes: statSync(path).size };
  }
  return createHmac("sha256", key).update(folderDigest(files, "labels")).digest("hex");
}
