/** The acts of organizers: one at a time, in their order, and none that changes nothing. */
import { calendarFaults, stateAt, type Act, type Deed, type EventState } from "@vigie/spec/event";
import type { EventSettings } from "../contract.ts";
import type { Db } from "../database/database.ts";
import { StoreError } from "../errors.ts";
import { writeAudit } from "./audit.ts";
import { tell } from "./changes.ts";
import { eventThere } from "./event.ts";
import { readTeam } from "./teams.ts";

const iso = (ms: number): string => new Date(ms).toISOString();

function tooLate(deed: Deed, found: string): StoreError {
  return new StoreError("too-late", `${deed.kind}: it would change nothing any more; ${found}`);
}

/** Deeds that say what holds already: pressed twice, or by two at once. Nothing is written of them. */
function holdsAlready({ kind }: Deed, before: EventState): boolean {
  switch (kind) {
    case "hold":
      return before.held;
    case "go-on":
      return !before.held;
    case "pause-judging":
      return before.judgingPaused;
    case "resume-judging":
      return !before.judgingPaused;
    case "freeze":
      return before.frozenSince !== null;
    case "unfreeze":
      return before.frozenSince === null;
    case "reveal":
      return before.phase === "revealed";
    default:
      return false;
  }
}

/** @throws StoreError `too-late`, `too-early` or `bad-calendar`. */
function refuseVain(deed: Deed, at: number, before: EventState, after: EventState): void {
  const always = deed.kind === "pause-judging" || deed.kind === "resume-judging";
  if (before.phase === "revealed" && !always) throw tooLate(deed, "the result was revealed");
  if (deed.kind === "reveal" && before.lastLockAt > at)
    throw new StoreError("too-early", `reveal: teams may send until ${iso(before.lastLockAt)}; lock first`);
  if (deed.kind === "lock" && before.lastLockAt <= at) throw tooLate(deed, `it was locked at ${iso(before.lastLockAt)}`);
  if (deed.kind === "extend" && deed.until <= at && (deed.team === null || after.locksAt === before.locksAt))
    throw tooLate(deed, `${iso(deed.until)} has passed`);
  if (deed.kind !== "plan") return;
  const kept = deed.calendar.locks === before.calendar.locks;
  for (const fault of calendarFaults(deed.calendar, at)) {
    if (fault.code !== "lock-past") throw new StoreError("bad-calendar", `the calendar's ${fault.at}: ${fault.code}`);
    if (!kept) throw tooLate(deed, `${deed.calendar.locks} has passed`);
  }
}

/** A freeze that goes on under another instant is the same freeze: its boards stand as they stood. */
async function keepFrozen(db: Db, before: EventState, after: EventState): Promise<void> {
  if (before.frozenSince === null || after.frozenSince === null || before.frozenSince === after.frozenSince) return;
  await db
    .updateTable("frozen_boards")
    .set({ since: iso(after.frozenSince) })
    .where("since", "=", new Date(before.frozenSince))
    .execute();
}

function about(deed: Deed): Record<string, string> {
  if (deed.kind === "extend") return { until: iso(deed.until) };
  if (deed.kind !== "plan") return {};
  const { opens, freezes, locks, reveals } = deed.calendar;
  return { opens, freezes: freezes ?? "never", locks, reveals };
}

async function write(db: Db, { at, deed }: Act, event: EventSettings, actor: string): Promise<void> {
  await db
    .insertInto("event_acts")
    .values({ at: iso(at), actor, deed: JSON.stringify(deed) })
    .execute();
  const subject = (deed.kind === "extend" ? deed.team : null) ?? event.id;
  await writeAudit(db, { actor, act: `event.${deed.kind}`, subject, about: about(deed) });
  await tell(db, "event", "");
  // Workers that were told to rest look for jobs again, boards look again at what they show.
  await tell(db, "job", "");
  await tell(db, "standings", "");
}

/** See `EventDesk.act`. Call in a transaction. @param now the event's time. */
export async function writeAct(db: Db, deed: Deed, actor: string, now: number): Promise<Act> {
  await db.selectFrom("event").select("singleton").forUpdate().execute();
  const event = await eventThere(db);
  const team = deed.kind === "extend" ? deed.team : null;
  if (team !== null) await readTeam(db, team);
  const at = Math.max(now, event.acts.at(-1)?.at ?? 0); // A clock that was set back turns no order round.
  const act = { at, deed };
  const before = stateAt(event.calendar, event.acts, at, team);
  const after = stateAt(event.calendar, [...event.acts, act], at, team);
  if (holdsAlready(deed, before)) return event.acts.findLast((each) => each.deed.kind === deed.kind) ?? act;
  refuseVain(deed, at, before, after);
  await write(db, act, event, actor);
  await keepFrozen(db, before, after);
  return act;
}
