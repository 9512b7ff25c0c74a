/** Bytes packed and encrypted to a passphrase while they pass, and the way back. */
import { pipeline, Readable, type Transform } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";
import { BackupFault } from "./backup-fault.ts";
import { passphraseIdentity, passphraseRecipient } from "./passphrase-stanza.ts";

function webStream(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const each = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await each.next();
      if (next.done === true) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
    async cancel() {
      await each.return?.();
    },
  });
}

/** A failure of the source, or of what follows, ends the other one too. */
function through(bytes: AsyncIterable<Uint8Array>, zip: Transform): AsyncIterable<Uint8Array> {
  pipeline(Readable.from(bytes, { objectMode: false }), zip, () => undefined);
  return zip;
}

/** @param workFactor of the passphrase; smaller in tests alone. */
export async function* sealed(
  bytes: AsyncIterable<Uint8Array>,
  passphrase: string,
  workFactor?: number,
): AsyncIterable<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(passphrase, workFactor));
  yield* await encrypter.encrypt(webStream(through(bytes, createGzip())));
}

async function* decrypted(bytes: AsyncIterable<Uint8Array>, passphrase: string): AsyncIterable<Uint8Array> {
  let isWrong = false;
  const decrypter = new Decrypter();
  decrypter.addIdentity(passphraseIdentity(passphrase, () => (isWrong = true)));
  const clear = await decrypter.decrypt(webStream(bytes)).catch((cause: unknown) => {
    throw new BackupFault(isWrong ? "wrong-passphrase" : "no-backup", { cause });
  });
  yield* clear;
}

/** @throws BackupFault. */
export async function* unsealed(bytes: AsyncIterable<Uint8Array>, passphrase: string): AsyncIterable<Uint8Array> {
  try {
    yield* through(decrypted(bytes, passphrase), createGunzip());
  } catch (cause) {
    throw cause instanceof BackupFault ? cause : new BackupFault("damaged", { cause });
  }
}
