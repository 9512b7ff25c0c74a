/**
 * Codes and tokens.
 *
 * A code is 80 random bits in Crockford's base 32 (no I, L, O, U), four groups of four: short enough to type from a card,
 * and far too long to guess. Only SHA-256 is stored: a slow password hash guards words that people choose, of which
 * a thief can try all; of 2^80 random codes nobody can, so a fast hash gives nothing away and costs the server nothing.
 */
import { createHash, randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/** A new code, such as `7Q2M-0XKD-93TB-FW5H`. */
export function newCode(): string {
  const bits = BigInt(`0x${randomBytes(10).toString("hex")}`);
  const letters = Array.from({ length: 16 }, (_, i) => ALPHABET.charAt(Number((bits >> BigInt(5 * i)) & 31n))).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** What was typed as a code, without what people add or mistake: case, spaces, hyphens, O for 0, I and L for 1. Null where it is none. */
export function normalCode(typed: string): string | null {
  if (typed.length > 200) return null;
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}_.]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return CODE.test(code) ? code : null;
}

/** A session's token: 256 random bits, safe in a cookie and in a header. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a code (in its normal form) or of a token. */
export function secretHash(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
