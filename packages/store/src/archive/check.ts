/** The whole check of a submission's archive: safe to unpack, only sources, and a manifest that this challenge understands. */
import { MANIFEST_FILE, SpecError, SubmissionManifest, type ChallengeSpec } from "@vigie/spec";
import { checked } from "@vigie/spec/node";
import { stat } from "node:fs/promises";
import type { ArchiveFault } from "../contract.ts";
import type { ArchiveCaps } from "./entry-rules.ts";
import { ArchiveRefusal, escapeName } from "./fault.ts";
import { walkArchive, type ArchiveFormat } from "./walk.ts";

const MOST_FILES = 500;
const MANIFEST_BYTES = 65_536;
const MIB = 1_048_576;

export interface CheckedArchive {
  readonly format: ArchiveFormat;
  /** Of the archive as it came. */
  readonly bytes: number;
  readonly files: number;
  readonly manifest: SubmissionManifest;
}

export type ArchiveCheck =
  { readonly kind: "sound"; readonly archive: CheckedArchive } | { readonly kind: "refused"; readonly fault: ArchiveFault };

/** What an archive for this challenge may hold: `limits.sourceMiB`, packed and unpacked, and 500 files. */
export function capsOf(challenge: Pick<ChallengeSpec, "limits">): ArchiveCaps {
  return { bytes: challenge.limits.sourceMiB * MIB, files: MOST_FILES };
}

function manifestOf(content: Buffer): SubmissionManifest {
  const entry = MANIFEST_FILE;
  if (content.length > MANIFEST_BYTES)
    throw new ArchiveRefusal("bad-manifest", { entry, expected: `at most ${MANIFEST_BYTES} bytes` });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content));
  } catch (cause) {
    throw new ArchiveRefusal("bad-manifest", {
      entry,
      expected: "JSON",
      found: escapeName(cause instanceof Error ? cause.message : ""),
    });
  }
  try {
    return checked(SubmissionManifest, value, MANIFEST_FILE);
  } catch (cause) {
    if (!(cause instanceof SpecError)) throw cause;
    const [problem] = cause.problems;
    const expected = `${problem.pointer}: ${problem.expected}`;
    throw new ArchiveRefusal("bad-manifest", { entry, expected: escapeName(expected), found: escapeName(problem.found) });
  }
}

/** A manifest one folder down is the commonest slip: the archive was made of the folder instead of in it. */
function noManifest(paths: ReadonlySet<string>): ArchiveRefusal {
  const deeper = [...paths].find((path) => path.endsWith(`/${MANIFEST_FILE}`));
  return new ArchiveRefusal("no-manifest", {
    expected: MANIFEST_FILE,
    ...(deeper === undefined ? {} : { found: escapeName(deeper) }),
  });
}

async function checkedArchive(file: string, challenge: Pick<ChallengeSpec, "id" | "limits">): Promise<CheckedArchive> {
  const caps = capsOf(challenge);
  const { size } = await stat(file);
  if (size > caps.bytes) throw new ArchiveRefusal("too-large", { expected: String(caps.bytes), found: String(size) });
  const paths = new Set<string>();
  let content: Buffer | null = null;
  const walk = walkArchive(file, caps);
  let step = await walk.next();
  for (; step.done !== true; step = await walk.next()) {
    paths.add(step.value.path);
    if (step.value.path === MANIFEST_FILE) content = step.value.content;
  }
  if (content === null) throw noManifest(paths);
  const manifest = manifestOf(content);
  if (manifest.challenge !== challenge.id)
    throw new ArchiveRefusal("other-challenge", { expected: challenge.id, found: manifest.challenge });
  if (!paths.has(manifest.entry.replace(/^(?:\.\/)+/, ""))) throw new ArchiveRefusal("no-entry", { entry: manifest.entry });
  return { ...step.value, bytes: size, manifest };
}

/** Checks an archive by streaming, before anything of it is unpacked. Only failures of our own (a disk, say) throw. */
export async function checkArchive(file: string, challenge: Pick<ChallengeSpec, "id" | "limits">): Promise<ArchiveCheck> {
  try {
    return { kind: "sound", archive: await checkedArchive(file, challenge) };
  } catch (cause) {
    if (cause instanceof ArchiveRefusal) return { kind: "refused", fault: cause.fault };
    throw cause;
  }
}
