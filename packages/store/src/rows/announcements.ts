import { randomUUID } from "node:crypto";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";
import type { Announcement } from "../event-contract.ts";
import { writeAudit } from "./audit.ts";
import { tell } from "./changes.ts";

/** See `EventDesk.announce`. Call in a transaction. @throws StoreError `no-text` where it says nothing. */
export async function insertAnnouncement(db: Db, text: Announcement["text"], actor: string, now: number): Promise<Announcement> {
  if (!Object.values(text).some((words) => words.trim() !== ""))
    throw new StoreError("no-text", "an announcement: expected words in one language or both; found none");
  const announcement = { id: randomUUID(), at: new Date(now).toISOString(), text, takenDownAt: null };
  const { id, at } = announcement;
  await db
    .insertInto("announcements")
    .values({ id, at, text: JSON.stringify(text).replaceAll("\\u0000", "\\u2400") })
    .execute();
  await writeAudit(db, { actor, act: "announcement.made", subject: id, about: text });
  await tell(db, "event", "");
  return announcement;
}

/** See `EventDesk.takeDown`. Twice is once. Call in a transaction. @throws StoreError `unknown-announcement`. */
export async function takeDown(db: Db, id: string, actor: string, now: number): Promise<void> {
  const known = await db.selectFrom("announcements").select("taken_down_at").where("id", "=", id).forUpdate().executeTakeFirst();
  if (!known) throw new StoreError("unknown-announcement", `expected an announcement of this event; found ${JSON.stringify(id)}`);
  if (known.taken_down_at !== null) return;
  await db
    .updateTable("announcements")
    .set({ taken_down_at: new Date(now) })
    .where("id", "=", id)
    .execute();
  await writeAudit(db, { actor, act: "announcement.taken-down", subject: id });
  await tell(db, "event", "");
}

/** See `EventDesk.announcements`. */
export async function readAnnouncements(db: Db): Promise<readonly Announcement[]> {
  const rows = await db.selectFrom("announcements").selectAll().orderBy("at", "desc").orderBy("id").execute();
  return rows.map(({ id, at, text, taken_down_at: down }) => ({
    ...{ id, text, at: at.toISOString() },
    takenDownAt: down?.toISOString() ?? null,
  }));
}
