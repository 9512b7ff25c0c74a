/**
 * Boards as they are read.
 *
 * Theory. A board is rows, of which a verdict changes one, and the list of places. What was read is kept, and the database
 * is asked, in one statement, for what came after the version that is known: rows that changed, and the places if there are
 * newer ones. One statement sees one moment, so that a version never mixes two rankings.
 *
 * Invariants. A version has one content. The versions that this process gives never fall. A row that says the same in two
 * versions is the same object in both: who renders rows may keep renderings by it.
 */
import type { StandingRow, Standings } from "@vigie/spec";
import { sql } from "kysely";
import type { Team } from "../contract.ts";
import type { Db } from "../database/database.ts";
import type { RowBody, StoredPlace } from "../database/tables.ts";

const EMPTY: RowBody = {
  score: null,
  interval: null,
  parts: null,
  penalties: null,
  history: [],
  attempts: 0,
  verdict: null,
  submission: null,
  judgedAt: null,
};

interface ChangedRow extends Team {
  readonly version: number;
  readonly body: RowBody | null;
}

interface News {
  readonly version: number;
  readonly placed: number;
  /** Null where those that are known still hold. */
  readonly places: readonly StoredPlace[] | null;
  readonly changed: readonly ChangedRow[] | null;
}

interface KeptRow {
  readonly version: number;
  readonly row: StandingRow;
}

/** Those with a score keep the judge's order, those that it forgot behind it; the others follow by name. */
function order(a: StandingRow, b: StandingRow): number {
  if (a.score !== null || b.score !== null) return Number(a.score === null) - Number(b.score === null);
  return a.teamName < b.teamName ? -1 : 1;
}

class KeptBoard {
  readonly #challenge: string;
  readonly #rows = new Map<string, KeptRow>();
  #places: readonly StoredPlace[] = [];
  #placed = -1;
  #version = -1;
  #standings: Standings | null = null;

  constructor(challenge: string) {
    this.#challenge = challenge;
  }

  /** Null where the challenge has no board. */
  async read(db: Db): Promise<Standings | null> {
    const { rows } = await sql<News>`
      select b.version, b.placed, case when b.placed > ${this.#placed} then b.places end as places,
        (select json_agg(json_build_object('id', t.id, 'name', t.name, 'baseline', t.baseline, 'version', r.version, 'body', r.body))
          from board_rows r join teams t on t.id = r.team_id
          where r.challenge_id = b.challenge_id and r.version > ${this.#version}) as changed
      from boards b where b.challenge_id = ${this.#challenge}`.execute(db);
    const [news] = rows;
    if (news === undefined) return null;
    // Two that read at once may be answered in any order.
    if (news.version > this.#version || this.#standings === null) this.#standings = this.#take(news);
    return this.#standings;
  }

  #take({ version, placed, places, changed }: News): Standings {
    for (const each of changed ?? []) this.#change(each);
    if (places !== null && placed > this.#placed) [this.#places, this.#placed] = [places, placed];
    this.#version = version;
    const first = this.#places.filter(([team]) => (this.#rows.get(team)?.row.score ?? null) !== null);
    const known = new Set(first.map(([team]) => team));
    const others: StoredPlace[] = [...this.#rows.keys()].filter((team) => !known.has(team)).map((team) => [team, null, null]);
    const rows = [...first.flatMap((place) => this.#at(place)), ...others.flatMap((place) => this.#at(place)).sort(order)];
    return { challenge: this.#challenge, version, rows };
  }

  #change({ id, name: teamName, baseline, version, body }: ChangedRow): void {
    const known = this.#rows.get(id);
    if (known !== undefined && known.version >= version) return;
    const { rank = null, band = null } = known?.row ?? {};
    this.#rows.set(id, { version, row: { team: id, teamName, baseline, rank, band, ...(body ?? EMPTY) } });
  }

  /** A team's row, at its place. */
  #at([team, rank, band]: StoredPlace): StandingRow[] {
    const known = this.#rows.get(team);
    if (known === undefined) return [];
    if (known.row.rank === rank && known.row.band === band) return [known.row];
    const row = { ...known.row, rank, band };
    this.#rows.set(team, { ...known, row });
    return [row];
  }
}

/** Reads boards, and keeps what it read. */
export class BoardReader {
  readonly #db: Db;
  readonly #boards = new Map<string, KeptBoard>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** See `Store.standings`. */
  async read(challenge: string): Promise<Standings> {
    const board = this.#boards.get(challenge) ?? new KeptBoard(challenge);
    const standings = await board.read(this.#db);
    if (standings === null) return { challenge, version: 0, rows: [] };
    if (!this.#boards.has(challenge)) this.#boards.set(challenge, board);
    return standings;
  }
}
