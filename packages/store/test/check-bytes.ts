/** Asks the intake of archives about bytes made in a test. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkArchive, type ArchiveCheck } from "../src/archive/check.ts";
import type { ArchiveFault } from "../src/contract.ts";
import { challengeSpec, MANIFEST } from "./event-fixture.ts";

/** A claim, the code of the refusal, the archive. */
export type HostileRow = readonly [claim: string, code: ArchiveFault["code"], bytes: () => Buffer];
export type SoundRow = readonly [claim: string, bytes: () => Buffer];

/** The files of a sound submission. */
export const GOOD_FILES = [
  { name: "vigie.json", content: JSON.stringify(MANIFEST) },
  { name: "detector.ts", content: "export {};" },
];

export async function checkBytes(bytes: Buffer): Promise<ArchiveCheck> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-archive-"));
  try {
    const file = join(folder, "archive.partial");
    writeFileSync(file, bytes);
    return await checkArchive(file, challengeSpec());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `sound`, or the code of the refusal. */
export async function codeOf(bytes: Buffer): Promise<string> {
  const check = await checkBytes(bytes);
  return check.kind === "sound" ? "sound" : check.fault.code;
}
