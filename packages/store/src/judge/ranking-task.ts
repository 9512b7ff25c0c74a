/** What there is to rank, and the turn to do it. */
import type { ChallengeSpec } from "@vigie/spec";
import { sql } from "kysely";
import type { Database, Db } from "../database/database.ts";
import type { RankingMark, RankingTask } from "../judge-contract.ts";
import { isThrough } from "./switch-revision.ts";

export async function readUnranked(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom("board_waits").select("challenge_id").distinct().orderBy("challenge_id").execute();
  return rows.map(({ challenge_id }) => challenge_id);
}

interface TaskRow {
  readonly revision: number;
  readonly spec: ChallengeSpec;
  readonly ranked: number;
  readonly waits: readonly { readonly id: string; readonly team: string | null }[] | null;
  readonly newer: readonly string[] | null;
  readonly coming: { readonly revision: number; readonly spec: ChallengeSpec } | null;
}

/** In one statement, so that it is of one moment. `newer`: whom another process ranked since. */
async function readTask(db: Db, challenge: string, seen: RankingMark | null): Promise<TaskRow> {
  const { rows } = await sql<TaskRow>`
    select c.revision, c.spec, b.ranked,
      (select json_agg(json_build_object('id', w.id::text, 'team', w.team_id)) from board_waits w where w.challenge_id = c.id) as waits,
      (select array_agg(r.team_id) from board_rows r where r.challenge_id = c.id and r.version > ${seen?.version ?? 0}
        and c.revision = ${seen?.revision ?? -1}) as newer,
      (select json_build_object('revision', v.revision, 'spec', v.spec) from revisions v
        where v.challenge_id = c.id and v.state = 'judging') as coming
    from challenges c join boards b on b.challenge_id = c.id where c.id = ${challenge}`.execute(db);
  return rows[0];
}

/** See `JudgeStore.rankingTask`. */
export async function rankingTask(db: Db, challenge: string, seen: RankingMark | null): Promise<RankingTask | null> {
  const { revision, spec, ranked, waits, newer, coming } = await readTask(db, challenge, seen);
  if (waits === null) return null;
  const read = { waits: waits.map(({ id }) => id), ranked };
  if (coming !== null && (await isThrough(db, challenge, coming.revision)))
    return { challenge: coming.spec, revision: coming.revision, switches: true, changed: null, waiting: null, ...read };
  const waiting = [...new Set(waits.flatMap(({ team }) => (team === null ? [] : [team])))];
  if (waiting.length === 0) {
    await db.deleteFrom("board_waits").where("id", "in", read.waits).execute(); // A revision that is not through yet.
    return null;
  }
  const changed = seen?.revision === revision ? [...new Set([...waiting, ...(newer ?? [])])] : null;
  return { challenge: spec, revision, switches: false, changed, waiting, ...read };
}

/**
 * The turn to rank: within a process by a set, among processes that share a database by a lock that belongs to a connection,
 * not to a transaction. The embedded database has one connection, and one process.
 */
export class RankingTurns {
  readonly #database: Database;
  readonly #taken = new Set<string>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** See `JudgeStore.rankAlone`. */
  async alone<T>(challenge: string, work: () => Promise<T>): Promise<T | null> {
    if (this.#taken.has(challenge)) return null;
    this.#taken.add(challenge);
    try {
      return this.#database.shared ? await this.#locked(challenge, work) : await work();
    } finally {
      this.#taken.delete(challenge);
    }
  }

  #locked<T>(challenge: string, work: () => Promise<T>): Promise<T | null> {
    const key = sql`hashtextextended(${`ranking of ${challenge}`}, 0)`;
    return this.#database.db.connection().execute(async (connection) => {
      const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${key}) as mine`.execute(connection);
      if (!rows[0].mine) return null;
      try {
        return await work();
      } finally {
        await sql`select pg_advisory_unlock(${key})`.execute(connection);
      }
    });
  }
}
