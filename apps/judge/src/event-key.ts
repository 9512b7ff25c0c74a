/** The event's signing key: Ed25519 in a file that its owner alone may read. It signs receipts, in the judge's child process. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { receiptText, type AnyReceipt, type SignedReceipt } from "@vigie/spec";
import { hasErrorCode } from "./error-code.ts";
import { isSmallOrder } from "./small-order.ts";

export class KeyError extends Error {
  readonly code = "key-unusable";
}

/** Where a public key's 32 bytes begin in its DER form (RFC 8410). */
const RAW_OFFSET = 12;
const RAW_BYTES = 32;
const DER_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/** Makes the key's file (0600) where there is none, and reads it. @throws KeyError where that cannot be done. */
export function ensureEventKey(file: string): KeyObject {
  try {
    const handle = openSync(file, "wx", 0o600);
    writeSync(handle, generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString());
    fsyncSync(handle);
    closeSync(handle);
  } catch (cause) {
    if (!hasErrorCode(cause, "EEXIST")) throw new KeyError(`${file}: the event key cannot be written.`, { cause });
  }
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch (cause) {
    throw new KeyError(`${file}: expected the event key (Ed25519, PEM). Restore it from your backup.`, { cause });
  }
  throw new KeyError(`${file}: expected an Ed25519 key. Restore it from your backup.`);
}

/** The public half, as receipts and pages show it: 32 bytes in base64. */
export function publicKeyText(key: KeyObject): string {
  return createPublicKey(key).export({ type: "spki", format: "der" }).subarray(RAW_OFFSET).toString("base64");
}

export function signReceipt(receipt: AnyReceipt, key: KeyObject): SignedReceipt {
  return {
    receipt,
    publicKey: publicKeyText(key),
    signature: sign(null, Buffer.from(receiptText(receipt)), key).toString("base64"),
  };
}

/**
 * Whether the signature is that of the key that the receipt names, over exactly this receipt. A key of small order, which
 * signs whatever one likes, holds for nothing. Never throws.
 */
export function signatureHolds({ receipt, publicKey, signature }: SignedReceipt): boolean {
  try {
    const raw = Buffer.from(publicKey, "base64");
    if (raw.length !== RAW_BYTES || isSmallOrder(raw)) return false;
    const key = createPublicKey({ key: Buffer.concat([DER_PREFIX, raw]), format: "der", type: "spki" });
    return verify(null, Buffer.from(receiptText(receipt)), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}
