/** From an archive as it came to the one that is kept: its files, and a manifest that this challenge understands. */
import { posix } from "node:path";
import { MANIFEST_FILE, SpecError, type ChallengeSpec, type SubmissionManifest } from "@vigie/spec";
import { parseManifest } from "@vigie/spec/node";
import type { ArchiveFault } from "../contract.ts";
import { canonicalZip } from "./canonical-zip.ts";
import type { ArchiveCaps } from "./entries.ts";
import { ArchiveRefusal, escapeName } from "./fault.ts";
import { readArchive, type ArchiveFiles } from "./read-archive.ts";

const MOST_FILES = 500;
const MOST_NAMED = 3;
const MIB = 1_048_576;

/** The archive that is kept. */
export interface CanonicalArchive {
  readonly bytes: Buffer;
  readonly files: number;
  readonly manifest: SubmissionManifest;
}

export type Normalised =
  { readonly kind: "sound"; readonly archive: CanonicalArchive } | { readonly kind: "refused"; readonly fault: ArchiveFault };

type Asked = Pick<ChallengeSpec, "id" | "limits">;

/** What an archive for this challenge may hold: `limits.sourceMiB`, and 500 files and folders. */
export function capsOf({ limits }: Pick<ChallengeSpec, "limits">): ArchiveCaps {
  return { bytes: limits.sourceMiB * MIB, files: MOST_FILES };
}

/** The most bytes of an archive as it comes: stored files and what frames them, litter too. */
export function mostSentBytes(challenge: Pick<ChallengeSpec, "limits">): number {
  return capsOf(challenge).bytes + MIB;
}

function manifestOf(content: Buffer): SubmissionManifest {
  try {
    return parseManifest(content);
  } catch (cause) {
    if (!(cause instanceof SpecError)) throw cause;
    const [{ pointer, expected: form, found }] = cause.problems;
    const expected = pointer === "" ? form : `${pointer}: ${form}`;
    throw new ArchiveRefusal("bad-manifest", {
      entry: MANIFEST_FILE,
      expected: escapeName(expected),
      found: escapeName(found),
    });
  }
}

/** Says where manifests lie, or files with nearly that name; else what lies at the top. */
function noManifest({ files, top }: ArchiveFiles): ArchiveRefusal {
  const paths = files.map(({ path }) => `${top}${path}`).sort();
  const nearly = paths.filter((path) => posix.basename(path).toLowerCase().startsWith(MANIFEST_FILE));
  const tops = paths.map((path) => path.replace(/\/.*/s, "/"));
  const named = [...new Set(nearly.length > 0 ? nearly : tops)];
  const shown = named.slice(0, MOST_NAMED).map(escapeName).join(", ");
  return new ArchiveRefusal("no-manifest", { found: named.length > MOST_NAMED ? `${shown}, …` : shown });
}

async function normalised(bytes: Buffer, challenge: Asked): Promise<CanonicalArchive> {
  const most = mostSentBytes(challenge);
  if (bytes.length > most) throw new ArchiveRefusal("too-large", { expected: String(most), found: String(bytes.length) });
  const read = await readArchive(bytes, capsOf(challenge));
  const { files } = read;
  const own = files.find(({ path }) => path === MANIFEST_FILE);
  if (own === undefined) throw noManifest(read);
  const manifest = manifestOf(own.content);
  if (manifest.challenge !== challenge.id)
    throw new ArchiveRefusal("other-challenge", { expected: challenge.id, found: manifest.challenge });
  const entry = posix.normalize(manifest.entry);
  if (!files.some(({ path }) => path === entry)) throw new ArchiveRefusal("no-entry", { entry: manifest.entry });
  return { bytes: canonicalZip(files), files: files.length, manifest };
}

/** Reads an archive for a challenge and writes the canonical one. What is wrong with it is a value; nothing throws but by a fault of ours. */
export async function normaliseArchive(bytes: Buffer, challenge: Asked): Promise<Normalised> {
  try {
    return { kind: "sound", archive: await normalised(bytes, challenge) };
  } catch (cause) {
    if (cause instanceof ArchiveRefusal) return { kind: "refused", fault: cause.fault };
    throw cause;
  }
}
