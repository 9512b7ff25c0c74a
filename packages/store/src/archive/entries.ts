/** What readers of the several forms give. Archives are small (a few MiB, capped), so a file is held in memory. */
export interface ArchiveCaps {
  /** Of all files, unpacked. */
  readonly bytes: number;
  /** Files and folders, those that paths imply too. */
  readonly files: number;
}

/** One entry as it stands in an archive. */
export interface RawEntry {
  readonly name: string;
  readonly directory: boolean;
  /** As it says itself. */
  readonly bytes: number;
  /** @throws ArchiveRefusal where it is not what it says. */
  content(): Promise<Buffer>;
}

export interface ArchiveFile {
  readonly path: string;
  readonly content: Buffer;
}
