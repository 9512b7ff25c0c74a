/** Why a backup could not be written or read; the sentence is the command line's. */
export class BackupFault extends Error {
  readonly code: "wrong-passphrase" | "no-backup" | "damaged";
  constructor(code: BackupFault["code"], options?: ErrorOptions) {
    super(`backup: ${code}`, options);
    this.name = "BackupFault";
    this.code = code;
  }
}
