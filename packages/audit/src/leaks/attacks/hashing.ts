/**
 * Hash functions as a cheat would try them on identifiers: fast ones in plain arithmetic, and the digests that every
 * language's library has. Each gives 32 bits.
 */
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

export interface HashFunction {
  readonly name: string;
  readonly of: (text: string) => number;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Bernstein's, times 33. */
function djb2(text: string): number {
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) + text.charCodeAt(i)) | 0;
  return hash;
}

/** Java's String.hashCode, times 31. */
function java(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

/** The sum of the character codes. */
function sum(text: string): number {
  let total = 0;
  for (let i = 0; i < text.length; i++) total += text.charCodeAt(i);
  return total;
}

function digest(name: string): HashFunction["of"] {
  return (text) => createHash(name).update(text).digest().readInt32BE(0);
}

function lastOf(name: string): HashFunction["of"] {
  return (text) => {
    const bytes = createHash(name).update(text).digest();
    return bytes.readInt32BE(bytes.length - 4);
  };
}

/** For the few texts that subjects carry. */
export const HASHES: readonly HashFunction[] = [
  { name: "FNV-1a", of: fnv1a },
  { name: "djb2", of: djb2 },
  { name: "×31", of: java },
  { name: "Σ", of: sum },
  { name: "CRC-32", of: (text) => crc32(text) | 0 },
  { name: "MD5", of: digest("md5") },
  { name: "SHA-1", of: digest("sha1") },
  { name: "SHA-256", of: digest("sha256") },
  { name: "SHA-256, end", of: lastOf("sha256") },
  { name: "SHA-512", of: digest("sha512") },
];

/** For the many ids of rows, on their decimal digits. */
export const ROW_HASHES: readonly HashFunction[] = HASHES.filter(({ name }) =>
  ["FNV-1a", "×31", "CRC-32", "SHA-256"].includes(name),
);

/** Number of ones in a word. */
export function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
