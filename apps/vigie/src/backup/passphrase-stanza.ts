/**
 * The passphrase of an age file, as age's own `scrypt` stanza: what is written here, `age -d` opens, and the other way round.
 *
 * The library would stretch the passphrase in JavaScript and hold everybody up for seconds, each hour; Node does it beside.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { Stanza, type Identity, type Recipient } from "age-encryption";

const LABEL = "age-encryption.org/v1/scrypt";
/** As age has it: 256 MiB and about a second. */
const WORK_FACTOR = 18;
const MOST_WORK = 20;
const SALT_BYTES = 16;
const TAG_BYTES = 16;
const FILE_KEY_BYTES = 16;

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64").replace(/=+$/, "");

function stretched(passphrase: string, salt: Uint8Array, logN: number): Promise<Buffer> {
  const limits = { N: 2 ** logN, r: 8, p: 1, maxmem: 2 ** (logN + 11) };
  const labelled = Buffer.concat([Buffer.from(LABEL), salt]);
  return new Promise((done, failed) => {
    scrypt(passphrase, labelled, 32, limits, (error, key) => (error === null ? done(key) : failed(error)));
  });
}

const NONCE = Buffer.alloc(12);
const MODE = { authTagLength: TAG_BYTES } as const;

/** @param workFactor smaller in tests alone. */
export function passphraseRecipient(passphrase: string, workFactor = WORK_FACTOR): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(SALT_BYTES);
      const cipher = createCipheriv("chacha20-poly1305", await stretched(passphrase, salt, workFactor), NONCE, MODE);
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      return [new Stanza(["scrypt", unpadded(salt), String(workFactor)], new Uint8Array(body))];
    },
  };
}

function opened(body: Uint8Array, key: Buffer): Uint8Array | null {
  const decipher = createDecipheriv("chacha20-poly1305", key, NONCE, MODE);
  decipher.setAuthTag(body.subarray(FILE_KEY_BYTES));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(body.subarray(0, FILE_KEY_BYTES)), decipher.final()]));
  } catch {
    return null;
  }
}

/** @param onWrong called where the file is one for a passphrase, and this is not it. */
export function passphraseIdentity(passphrase: string, onWrong: () => void): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const [{ args, body }] = stanzas;
      const [kind, salt = "", logN = ""] = args;
      const isOurs = stanzas.length === 1 && kind === "scrypt" && body.length === FILE_KEY_BYTES + TAG_BYTES;
      if (!isOurs || !/^[1-9]\d?$/.test(logN) || Number(logN) > MOST_WORK) return null;
      const fileKey = opened(body, await stretched(passphrase, Buffer.from(salt, "base64"), Number(logN)));
      if (fileKey === null) onWrong();
      return fileKey;
    },
  };
}
