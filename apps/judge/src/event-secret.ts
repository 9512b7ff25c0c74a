/**
 * The event secret: 256 random bits in a file that its owner alone may read. Every hidden split hangs on it, so it is
 * read in the judge's child process and nowhere else, and never enters the database.
 */
import { createHash, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { hasErrorCode } from "./error-code.ts";

export class SecretError extends Error {
  readonly code = "secret-unusable";
}

/**
 * A secret that is none: hidden splits under it may be shown to anybody, so that what is published about them (audits, reports,
 * checksums) can be made again by anybody. No event hangs on it.
 */
export const TEST_SECRET: Uint8Array = createHash("sha256").update("vigie\npublished test secret").digest();

/**
 * Reads the secret, 64 hexadecimal digits.
 * @throws SecretError when the file cannot be read or holds something else.
 */
export function readEventSecret(file: string): Uint8Array {
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new SecretError(`${file}: expected the event secret; the file cannot be read. Restore it from your backup.`, { cause });
  }
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new SecretError(
      `${file}: expected 64 hexadecimal digits; found ${text.length} other characters. Restore it from your backup.`,
    );
  }
  return Buffer.from(text, "hex");
}

/** Makes the secret's file (0600) where there is none, and says what is published of it before the event. */
export function ensureEventSecret(file: string): { commitment: string } {
  try {
    const handle = openSync(file, "wx", 0o600);
    writeSync(handle, `${randomBytes(32).toString("hex")}\n`);
    fsyncSync(handle);
    closeSync(handle);
  } catch (cause) {
    if (!hasErrorCode(cause, "EEXIST")) throw new SecretError(`${file}: the event secret cannot be written.`, { cause });
  }
  return { commitment: secretCommitment(readEventSecret(file)) };
}

/** SHA-256 of `vigie secret` and the secret's hexadecimal form, in hexadecimal: published before the event, checked after it. */
export function secretCommitment(secret: Uint8Array): string {
  return createHash("sha256")
    .update(`vigie secret\n${Buffer.from(secret).toString("hex")}`)
    .digest("hex");
}
