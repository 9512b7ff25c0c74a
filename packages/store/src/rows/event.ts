import type { ChallengeSpec } from "@vigie/spec";
import type { EventSettings, NewEvent } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";
import { settingsFrom } from "../event-settings.ts";
import { insertBoard } from "./boards.ts";
import { tell } from "./changes.ts";
import { queuePreparation } from "./queue-preparation.ts";

export async function readEvent(db: Db): Promise<EventSettings | null> {
  const row = await db.selectFrom("event").select("settings").executeTakeFirst();
  return row === undefined ? null : settingsFrom(row.settings, []);
}

export async function readChallenges(db: Db): Promise<readonly ChallengeSpec[]> {
  const rows = await db.selectFrom("challenges").select("spec").orderBy("position").execute();
  return rows.map((row) => row.spec);
}

/** @throws StoreError `unknown-challenge`. */
export async function readChallenge(db: Db, id: string): Promise<ChallengeSpec> {
  const row = await db.selectFrom("challenges").select("spec").where("id", "=", id).executeTakeFirst();
  if (!row) throw new StoreError("unknown-challenge", `expected a challenge of this event; found ${JSON.stringify(id)}`);
  return row.spec;
}

/** Writes the event and queues the preparation of each challenge's practice and public splits. Call in a transaction. @throws StoreError `event-exists`. */
export async function insertEvent(db: Db, { settings, challenges }: NewEvent): Promise<void> {
  if (await readEvent(db))
    throw new StoreError("event-exists", "this data directory holds an event already; choose another one for a new event");
  await db
    .insertInto("event")
    .values({ settings: JSON.stringify(settings) })
    .execute();
  for (const [position, challenge] of challenges.entries()) {
    await db
      .insertInto("challenges")
      .values({ id: challenge.id, position, spec: JSON.stringify(challenge) })
      .execute();
    await insertBoard(db, challenge.id);
    await queuePreparation(db, challenge.id, 0);
  }
  await tell(db, "event", "");
}

const PREPARATION = { queued: "queued", working: "working", done: "ready", failed: "failed" } as const;

export async function readPreparation(db: Db, challenge: string) {
  const rows = await db
    .selectFrom("jobs")
    .select(["split", "state"])
    .where("kind", "=", "prepare-split")
    .where("challenge_id", "=", challenge)
    .where("revision", "=", (of) =>
      of.selectFrom("challenges").select("challenges.revision").where("challenges.id", "=", challenge),
    )
    .orderBy("split")
    .execute();
  return rows.map(({ split, state }) => ({ split, state: PREPARATION[state] }));
}
