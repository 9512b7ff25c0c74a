/** A store's backup as the bytes of a file. */
import type { BackupPart, Store } from "@vigie/store";
import { sealed } from "./seal.ts";
import { partsToTar } from "./tar-parts.ts";

async function* counted(parts: AsyncIterable<BackupPart>, onPart: (name: string) => void): AsyncIterable<BackupPart> {
  for await (const part of parts) {
    onPart(part.name);
    yield part;
  }
}

interface BackupRequest {
  readonly store: Pick<Store, "backup">;
  readonly passphrase: string;
  readonly onPart?: (name: string) => void;
}

/** Tar, gzip, age. */
export function makeBackup({ store, passphrase, onPart = () => undefined }: BackupRequest): AsyncIterable<Uint8Array> {
  return sealed(partsToTar(counted(store.backup(), onPart)), passphrase);
}
