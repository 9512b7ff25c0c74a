/** Asks the intake of archives about bytes made in a test. */
import { normaliseArchive, type Normalised } from "../src/archive/normalise.ts";
import { readArchive } from "../src/archive/read-archive.ts";
import { challengeSpec, MANIFEST } from "./event-fixture.ts";

/** The files of a sound submission. */
export const GOOD_FILES = [
  { name: "vigie.json", content: JSON.stringify(MANIFEST) },
  { name: "detector.ts", content: "export {};" },
];

export const checkBytes = (bytes: Buffer): Promise<Normalised> => normaliseArchive(bytes, challengeSpec());

/** `sound`, or the code of the refusal. */
export async function codeOf(bytes: Buffer): Promise<string> {
  const check = await checkBytes(bytes);
  return check.kind === "sound" ? "sound" : check.fault.code;
}

/** Paths of the canonical archive and their contents, as latin1. @throws Error where it is refused. */
export async function canonicalFiles(bytes: Buffer): Promise<Readonly<Record<string, string>>> {
  const check = await checkBytes(bytes);
  if (check.kind === "refused") throw new Error(JSON.stringify(check.fault));
  const { files } = await readArchive(check.archive.bytes, { bytes: 2 ** 30, files: 1_000 });
  return Object.fromEntries(files.map(({ path, content }) => [path, content.toString("latin1")]));
}
