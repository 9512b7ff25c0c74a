/** Writing a ranking: short, and only where what it was computed from still holds. */
import { stateAt } from "@vigie/spec/event";
import { sql, type Kysely } from "kysely";
import { CHANNEL, type Db } from "../database/database.ts";
import type { Tables } from "../database/tables.ts";
import type { ListedEntry, Place, RankingMark, RankingTask } from "../judge-contract.ts";
import { keepAsFrozen } from "../rows/board-news.ts";
import { challengeTurn } from "../rows/challenge-turn.ts";
import { readEvent } from "../rows/event.ts";
import { rowBody } from "./board-rows.ts";
import { maySwitch, switchRevision } from "./switch-revision.ts";

/**
 * One statement: unless somebody ranked meanwhile, drops the notes of what waited, writes those rows that say something else
 * than before, and where there are any, or the places are others, makes the board's next version of it and tells so.
 * @returns the board's version; null where somebody did.
 */
async function writeBoard(
  db: Db,
  task: RankingTask,
  entries: readonly ListedEntry[],
  places: readonly Place[],
): Promise<number | null> {
  const { challenge, waiting, waits, ranked, switches } = task;
  const wanted = waiting && new Set(waiting);
  const written = entries.filter(({ team }) => wanted?.has(team.id) ?? true);
  const bodies = written.map((entry) => rowBody(entry, challenge)).map((body) => body && JSON.stringify(body));
  const listed = JSON.stringify(places.map(({ team, rank, band }) => [team, rank, band]));
  const change = JSON.stringify({ kind: "standings", challenge: challenge.id, team: null, submission: null });
  const { rows } = await sql<{ version: number }>`
    with board as (select version, listed, places::text <> listed as moved from boards, (select ${listed}::text as listed) as given
      where challenge_id = ${challenge.id} and ranked = ${ranked} for update of boards),
    done as (delete from board_waits w using board where w.id = any(${[...waits]}::bigint[])),
    changed as (
      update board_rows r set version = board.version + 1, body = new.body::json
      from board, unnest(${written.map(({ team }) => team.id)}::text[], ${bodies}::text[]) as new (team, body)
      where r.challenge_id = ${challenge.id} and r.team_id = new.team and r.body::text is distinct from new.body
      returning r.team_id),
    anew as (
      update boards b set version = board.version + 1, ranked = board.version + 1, places = board.listed::json,
        placed = case when board.moved then board.version + 1 else b.placed end
      from board where b.challenge_id = ${challenge.id} and (${switches} or board.moved or exists (select from changed))
      returning b.version, pg_notify(${CHANNEL}, ${change}))
    select coalesce(anew.version, board.version) as version from board left join anew on true`.execute(db);
  return rows.at(0)?.version ?? null;
}

/** A revision comes to count with its standings, only if nothing came to it since. Call in the challenge's turn, alone. */
async function writeSwitch(
  db: Db,
  task: RankingTask,
  entries: readonly ListedEntry[],
  places: readonly Place[],
): Promise<number | null> {
  if (!(await maySwitch(db, task))) return null;
  const version = await writeBoard(db, task, entries, places);
  if (version !== null) await switchRevision(db, task);
  return version;
}

/** See `JudgeStore.storeStandings`. @param now the event's time: the first ranking of a freeze keeps the board as it stood. */
export async function storeStandings(
  db: Kysely<Tables>,
  task: RankingTask,
  entries: readonly ListedEntry[],
  places: readonly Place[],
  now: number,
): Promise<RankingMark | null> {
  const event = await readEvent(db);
  const since = event && stateAt(event.calendar, event.acts, now).frozenSince;
  const write = task.switches ? writeSwitch : writeBoard;
  const version =
    since === null && !task.switches
      ? await writeBoard(db, task, entries, places)
      : await db.transaction().execute(async (tx) => {
          if (task.switches) await challengeTurn(tx, task.challenge.id, "alone");
          if (since !== null) await keepAsFrozen(tx, task.challenge.id, since);
          return write(tx, task, entries, places);
        });
  return version === null ? null : { revision: task.revision, version };
}
