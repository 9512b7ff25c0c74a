/** Our own failures, with a stable `code`; a participant's failures are values (`SubmitResult`). */

/** Thrown where the store cannot do what was asked: `unknown-team`, `bad-team-name`, `database-unreachable`, … */
export class StoreError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }
}

/** Another process works on this data directory: two at once would silently lose rows. */
export class StoreLockedError extends StoreError {
  readonly pid: number;
  readonly dataDir: string;

  constructor(dataDir: string, pid: number) {
    super(
      "locked",
      `${dataDir} is in use by the process ${pid}. Stop that one first (Ctrl-C in its window), or choose another data directory.`,
    );
    this.name = "StoreLockedError";
    this.pid = pid;
    this.dataDir = dataDir;
  }
}

/** What a spool still holds of an event whose database is gone. */
export interface SpoolHolding {
  readonly submissions: number;
  readonly teams: number;
  /** When the newest was received, in ISO 8601 UTC. */
  readonly newestAt: string;
}

/** The data directory cannot be read as one; nothing in it was changed. */
export class StoreDamagedError extends StoreError {
  readonly dataDir: string;
  /** Null where no submission lies in the spool. */
  held: SpoolHolding | null = null;
  /** What lies there instead: "a database without base". */
  readonly found: string;

  constructor(dataDir: string, found: string, options?: ErrorOptions) {
    super(
      "damaged",
      `${dataDir}: expected a data directory of Vigie; found ${found}. Nothing was changed or deleted. ` +
        "Put back a backup of this directory, or move it away and start again.",
      options,
    );
    this.name = "StoreDamagedError";
    this.dataDir = dataDir;
    this.found = found;
  }
}
