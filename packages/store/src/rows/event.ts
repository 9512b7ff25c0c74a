import type { ChallengeSpec } from "@vigie/spec";
import { daysLater, type Act } from "@vigie/spec/event";
import { sql } from "kysely";
import type { EventSettings, NewEvent, NewSettings } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";
import { settingsFrom } from "../event-settings.ts";
import type { EventWords } from "../event-contract.ts";
import { writeAudit } from "./audit.ts";
import { insertBoard } from "./boards.ts";
import { tell } from "./changes.ts";
import { queuePreparation } from "./queue-preparation.ts";

/** In one statement, so that calendar and acts are of one moment. */
export async function readEvent(db: Db): Promise<EventSettings | null> {
  const { rows } = await sql<{ settings: NewSettings; acts: readonly Act[] | null }>`
    select settings, (select json_agg(json_build_object(
      'at', round(extract(epoch from at) * 1000)::bigint, 'deed', deed) order by at, id) from event_acts) as acts from event`.execute(
    db,
  );
  const row = rows.at(0);
  return row === undefined ? null : settingsFrom(row.settings, row.acts ?? []);
}

/** @throws StoreError `no-event`. */
export async function eventThere(db: Db): Promise<EventSettings> {
  const event = await readEvent(db);
  if (event === null) throw new StoreError("no-event", "there is no event here yet; make one first");
  return event;
}

/** See `EventDesk.changeWords`. Call in a transaction. */
export async function changeWords(db: Db, change: Partial<EventWords>, actor: string): Promise<void> {
  const event = await eventThere(db);
  const { settings } = await db.selectFrom("event").select("settings").forUpdate().executeTakeFirstOrThrow();
  const { calendar } = settingsFrom(settings, []); // Moments stay in the zone in which they were meant.
  await db
    .updateTable("event")
    .set({ settings: JSON.stringify({ ...settings, calendar, ...change }) })
    .execute();
  await writeAudit(db, { actor, act: "event.words", subject: event.id, about: { changed: Object.keys(change).join(" ") } });
  await tell(db, "event", "");
}

/** @param frozen since when the board stands still: in the versions that counted then. */
export async function readChallenges(db: Db, frozen: number | null = null): Promise<readonly ChallengeSpec[]> {
  const { rows } = await sql<{ spec: ChallengeSpec }>`
    select coalesce(f.spec, c.spec) as spec from challenges c
    left join frozen_boards f on f.challenge_id = c.id and f.since = ${frozen === null ? null : new Date(frozen)}::timestamptz
    order by c.position`.execute(db);
  return rows.map((row) => row.spec);
}

/** @throws StoreError `unknown-challenge`. */
export async function readChallenge(db: Db, id: string): Promise<ChallengeSpec> {
  const row = await db.selectFrom("challenges").select("spec").where("id", "=", id).executeTakeFirst();
  if (!row) throw new StoreError("unknown-challenge", `expected a challenge of this event; found ${JSON.stringify(id)}`);
  return row.spec;
}

/** An event with a calendar keeps names and code for so long after its lock, where nothing else is said. */
const KEPT_DAYS = 90;

function keptUntil(settings: NewSettings): Partial<EventWords> {
  if (!("calendar" in settings) || settings.keptUntil !== undefined) return {};
  return { keptUntil: daysLater(settings.calendar.locks, KEPT_DAYS).slice(0, 10) };
}

/** Writes the event and queues the preparation of each challenge's practice and public splits. Call in a transaction. @throws StoreError `event-exists`. */
export async function insertEvent(db: Db, { settings, challenges }: NewEvent): Promise<void> {
  if (await readEvent(db))
    throw new StoreError("event-exists", "this data directory holds an event already; choose another one for a new event");
  await db
    .insertInto("event")
    .values({ settings: JSON.stringify({ ...settings, ...keptUntil(settings) }) })
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
