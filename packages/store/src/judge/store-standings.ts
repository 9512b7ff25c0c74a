/** Writing a ranking: short, and only where what it was computed from still holds. */
import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { ListedEntry, Place, RankingMark, RankingTask } from "../judge-contract.ts";
import { challengeTurn } from "../rows/challenge-turn.ts";
import { tell } from "../rows/changes.ts";
import { rowBody } from "./board-rows.ts";
import { maySwitch, switchRevision } from "./switch-revision.ts";

/** Writes those rows that say something else than before. @returns how many. */
async function writeRows(
  db: Db,
  { challenge, waiting }: RankingTask,
  entries: readonly ListedEntry[],
  version: number,
): Promise<number> {
  const wanted = waiting && new Set(waiting);
  const written = entries.filter(({ team }) => wanted?.has(team.id) ?? true);
  const bodies = written.map((entry) => rowBody(entry, challenge)).map((body) => body && JSON.stringify(body));
  const { numAffectedRows } = await sql`
    update board_rows r set version = ${version}, body = new.body::json
    from unnest(${written.map(({ team }) => team.id)}::text[], ${bodies}::text[]) as new (team, body)
    where r.challenge_id = ${challenge.id} and r.team_id = new.team and r.body::text is distinct from new.body`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** The board's next version, where anything is new in it. @returns its version. */
async function writeBoard(
  db: Db,
  task: RankingTask,
  entries: readonly ListedEntry[],
  places: readonly Place[],
  before: number,
): Promise<number> {
  const { id } = task.challenge;
  const next = before + 1;
  const anew = (await writeRows(db, task, entries, next)) > 0 || task.switches;
  const listed = JSON.stringify(places.map(({ team, rank, band }) => [team, rank, band]));
  const { rows } = await sql`
    update boards set version = ${next}, ranked = ${next}, places = ${listed},
      placed = case when places::text = ${listed} then placed else ${next} end
    where challenge_id = ${id} and (${anew} or places::text <> ${listed}) returning version`.execute(db);
  if (rows.length === 0) return before;
  await tell(db, "standings", id);
  return next;
}

/** See `JudgeStore.storeStandings`. Call in a transaction. */
export async function storeStandings(
  db: Db,
  task: RankingTask,
  entries: readonly ListedEntry[],
  places: readonly Place[],
): Promise<RankingMark | null> {
  const { challenge, revision, switches, waits } = task;
  if (switches) await challengeTurn(db, challenge.id, "alone");
  const board = db.selectFrom("boards").select(["version", "ranked"]).where("challenge_id", "=", challenge.id).forUpdate();
  const { version: before, ranked } = await board.executeTakeFirstOrThrow();
  if (ranked !== task.ranked || (switches && !(await maySwitch(db, task)))) return null;
  if (switches) await switchRevision(db, task);
  await sql`delete from board_waits where id = any(${[...waits]}::bigint[])`.execute(db);
  return { revision, version: await writeBoard(db, task, entries, places, before) };
}
