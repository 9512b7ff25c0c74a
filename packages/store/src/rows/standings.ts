/**
 * Boards as they are read.
 *
 * Theory. A board is rows, of which a verdict changes one, and the list of places. What was read is kept, and the database
 * is asked, in one statement, for what came after the version that is known: rows that changed, and the places if there are
 * newer ones. One statement sees one moment, so that a version never mixes two rankings. A frozen board is read in the same
 * way from the copy that the first ranking of the freeze makes of it before it writes; until then the board itself is it.
 *
 * Invariants. A version has one content. The versions that this process gives never fall. A row that says the same in two
 * versions is the same object in both: who renders rows may keep renderings by it.
 */
import type { StandingRow, Standings } from "@vigie/spec";
import type { Db } from "../database/database.ts";
import type { RowBody, StoredPlace } from "../database/tables.ts";
import { frozenNewsOf, newsOf, type AskNews, type ChangedRow, type News } from "./board-news.ts";
import { closedUp } from "./closed-up.ts";

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

interface KeptRow {
  readonly version: number;
  readonly row: StandingRow;
}

/** Those with a score keep the judge's order, those that it forgot behind it; the others follow by name. */
function order(a: StandingRow, b: StandingRow): number {
  if (a.score !== null || b.score !== null) return Number(a.score === null) - Number(b.score === null);
  return a.teamName < b.teamName ? -1 : 1;
}

/** What stands on a row of the team itself. */
function ofTeam({ id: team, name: teamName, baseline, entry, division, language, hidden }: ChangedRow) {
  return {
    ...{ team, teamName, baseline },
    ...(entry === "competing" ? {} : { entry }),
    ...(division === null ? {} : { division }),
    ...(language === null ? {} : { language }),
    ...(hidden ? { hidden } : {}),
  };
}

class KeptBoard {
  readonly #challenge: string;
  readonly #ask: AskNews;
  readonly #rows = new Map<string, KeptRow>();
  #places: readonly StoredPlace[] = [];
  #placed = -1;
  #version = -1;
  #standings: Standings | null = null;

  constructor(challenge: string, ask: AskNews) {
    this.#challenge = challenge;
    this.#ask = ask;
  }

  /** Null where there is no such board. */
  async read(db: Db): Promise<Standings | null> {
    const news = await this.#ask(db, { version: this.#version, placed: this.#placed });
    if (news === null) return null;
    // Two that read at once may be answered in any order.
    if (news.version > this.#version || this.#standings === null) this.#standings = this.#take(news);
    return this.#standings;
  }

  #take({ version, placed, places, changed }: News): Standings {
    for (const each of changed ?? []) this.#change(each);
    if (places !== null && placed > this.#placed) [this.#places, this.#placed] = [places, placed];
    this.#version = version;
    const row = (team: string): StandingRow | undefined => this.#rows.get(team)?.row;
    const first = closedUp(
      this.#places.filter(([team]) => (row(team)?.score ?? null) !== null),
      row,
    );
    const known = new Set(first.map(([team]) => team));
    const others: StoredPlace[] = [...this.#rows.keys()].filter((team) => !known.has(team)).map((team) => [team, null, null]);
    const rows = [...first.flatMap((place) => this.#at(place)), ...others.flatMap((place) => this.#at(place)).sort(order)];
    return { challenge: this.#challenge, version, rows };
  }

  #change(changed: ChangedRow): void {
    const { id, version, body } = changed;
    const known = this.#rows.get(id);
    if (known !== undefined && known.version >= version) return;
    const { rank = null, band = null } = known?.row ?? {};
    this.#rows.set(id, { version, row: { ...ofTeam(changed), rank, band, ...(body ?? EMPTY) } });
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
  readonly #frozen = new Map<string, { readonly since: number; readonly board: KeptBoard }>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** See `Store.standings`. */
  async read(challenge: string): Promise<Standings> {
    const board = this.#boards.get(challenge) ?? new KeptBoard(challenge, newsOf(challenge));
    const standings = await board.read(this.#db);
    if (standings === null) return { challenge, version: 0, rows: [] };
    if (!this.#boards.has(challenge)) this.#boards.set(challenge, board);
    return standings;
  }

  /**
   * See `Store.publicStandings`. The board first, then the copy: where there is none yet when it is asked for, no ranking of
   * this freeze was written before either, so that what was read of the board is as it was frozen.
   */
  async readFrozen(challenge: string, since: number): Promise<Standings> {
    const standings = await this.read(challenge);
    const known = this.#frozen.get(challenge);
    const board = known?.since === since ? known.board : new KeptBoard(challenge, frozenNewsOf(challenge, since));
    const copy = await board.read(this.#db);
    if (copy === null) return standings;
    if (this.#frozen.get(challenge)?.since !== since) this.#frozen.set(challenge, { since, board });
    return copy;
  }
}
