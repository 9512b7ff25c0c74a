/**
 * Where randomness comes from.
 *
 * A split's seed hangs on what shapes its bytes (dataset id and version, challenge id, split), so that a corrected
 * README changes nothing. Every random stream hangs on the whole 256-bit seed and a label, so that a new stream moves
 * no other, and one-way, so that nobody who sees a stream's output can walk back to the seed.
 */
import { hmacSha256, sha256, utf8Bytes } from "./sha256.ts";

/** 32 bytes. Of a hidden split it is a secret: it never leaves the judge's child process. */
export type Seed = Uint8Array;

/** The three splits; how each is used stands in the glossary. */
export const SPLITS = ["practice", "public", "final"] as const;
export type Split = (typeof SPLITS)[number];

export interface SeedSource {
  readonly datasetId: string;
  readonly datasetVersion: string;
  readonly challengeId: string;
}

function seedText(source: SeedSource, split: Split): string {
  return `${source.datasetId}\n${source.datasetVersion}\n${source.challengeId}\n${split}`;
}

/** The practice seed, which anybody can compute. @param text the one that the data set names, where it names one. */
export function practiceSeed(source: SeedSource, text?: string): Seed {
  const chosen = text === undefined ? "" : `\n${text}`;
  return sha256(utf8Bytes(`vigie\n${seedText(source, "practice")}${chosen}`));
}

/** The seed of the public split, from the event's 256-bit secret. */
export function publicSeed(source: SeedSource, eventSecret: Uint8Array): Seed {
  return hmacSha256(eventSecret, utf8Bytes(seedText(source, "public")));
}

/** The seed of the final split: it exists only once the list of chosen submissions is locked. `lockedDigest` is that list's SHA-256 in hexadecimal. */
export function finalSeed(source: SeedSource, eventSecret: Uint8Array, lockedDigest: string): Seed {
  return hmacSha256(eventSecret, utf8Bytes(`${seedText(source, "final")}\n${lockedDigest}`));
}

/** The key of one labelled stream: 32 bytes, as eight 32-bit words. */
export function stream(seed: Seed, label: string): Uint32Array {
  const digest = hmacSha256(seed, utf8Bytes(label));
  const view = new DataView(digest.buffer);
  return Uint32Array.from({ length: 8 }, (_, i) => view.getUint32(4 * i));
}
