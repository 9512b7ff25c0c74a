/** Changes are told by NOTIFY, within the transaction that makes them: nobody hears of what was rolled back. */
import { sql } from "kysely";
import process from "node:process";
import type { Change } from "../contract.ts";
import { CHANNEL, type Db } from "../database/database.ts";

const KINDS = ["standings", "run", "submission", "job", "event", "access"] as const;

/** Tells a change to every board and worker once the transaction is committed. */
export async function tell(
  db: Db,
  kind: Change["kind"],
  challenge: string,
  team: string | null = null,
  submission: string | null = null,
): Promise<void> {
  const change: Change = { kind, challenge, team, submission };
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(change)})`.execute(db);
}

function textOrNull(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

/** A notification's payload, or null where it is not one of ours. */
function changeOf(payload: string): Change | null {
  const value: unknown = JSON.parse(payload);
  if (typeof value !== "object" || value === null) return null;
  if (!("kind" in value && "challenge" in value && "team" in value && "submission" in value)) return null;
  const kind = KINDS.find((known) => known === value.kind);
  if (kind === undefined || typeof value.challenge !== "string" || !textOrNull(value.team) || !textOrNull(value.submission))
    return null;
  return { kind, challenge: value.challenge, team: value.team, submission: value.submission };
}

/** Hands notifications to listeners; a listener that throws does not keep the others from hearing. */
export class ChangeHub {
  readonly #listeners = new Set<(change: Change) => void>();

  add(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  hear(payload: string): void {
    const change = changeOf(payload);
    if (change) this.emit(change);
  }

  emit(change: Change): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (cause) {
        process.emitWarning(`a listener for changes failed: ${cause instanceof Error ? cause.message : String(cause)}`);
      }
    }
  }
}
