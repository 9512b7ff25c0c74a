import type { Split } from "@vigie/spec";
import { randomUUID } from "node:crypto";
import type { Db } from "../database/database.ts";
import { tell } from "./changes.ts";

const PREPARED: readonly Split[] = ["practice", "public"];

/** Queues the making of a revision's splits. Call in a transaction. */
export async function queuePreparation(db: Db, challenge: string, revision: number): Promise<void> {
  const about = { kind: "prepare-split", challenge_id: challenge, revision, state: "queued" } as const;
  const jobs = PREPARED.map((split) => ({ ...about, id: randomUUID(), split }));
  await db.insertInto("jobs").values(jobs).execute();
  await tell(db, "job", challenge);
}
