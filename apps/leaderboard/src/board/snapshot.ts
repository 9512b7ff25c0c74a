/**
 * A board at one moment: what it shows, in order, under a version that its content alone decides.
 *
 * Two servers over one database give the same content the same version. Faces are taken over from the snapshot before
 * where nothing of them changed; a rank is no part of a face, for one team that climbs moves hundreds.
 */
import { formatDate, scoreAxis, type Axis } from "@vigie/report";
import type { ChallengeSpec, StandingRow, Standings } from "@vigie/spec";
import { instantOf, type EventState } from "@vigie/spec/event";
import type { EventSettings, Store } from "@vigie/store";
import { isoOf, stateOf } from "../clock.ts";
import type { Render } from "../render.ts";
import type { Audience } from "../visibility.ts";
import { Refusal } from "../http/refusals.ts";
import { grouped } from "./bands.ts";
import { columnsOf } from "./columns.ts";
import { Face, type Ground } from "./face.ts";
import { markOf } from "./kept.ts";
import { statesOf, type Pending } from "./pending.ts";

/** A row in its place. */
export interface Place {
  readonly row: StandingRow;
  readonly face: Face;
}

/** Neighbours of one band; `from` and `to` count places, the last one left out. */
export interface Band {
  /** Null for references that stand between two bands, above the first or below the last. */
  readonly band: number | null;
  readonly from: number;
  readonly to: number;
}

export interface Snapshot {
  readonly version: string;
  readonly audience: Audience;
  readonly state: EventState;
  readonly event: EventSettings;
  readonly challenges: readonly ChallengeSpec[];
  readonly challenge: ChallengeSpec;
  readonly standings: Standings;
  readonly pending: readonly Pending[];
  /** How far the hidden set is. */
  readonly hidden: "queued" | "working" | "ready" | "failed";
  readonly axis: Axis;
  /** Those with a score by it, then the others. */
  readonly places: readonly Place[];
  readonly bands: readonly Band[];
  /** Where each team stands, by its key. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly faces: ReadonlyMap<string, Face>;
  readonly ground: string;
}

interface Facts {
  /** Of all that a face shows. */
  readonly mark: string;
  readonly key: string;
  /** The day of its last run at the event. */
  readonly day: string | null;
}

const known = new WeakMap<StandingRow, Facts>();

/** Names a team's row; its id stays out of public pages. */
export function rowKey(team: string): string {
  return markOf(team).slice(0, 10);
}

function factsOf(row: StandingRow, timeZone: string): Facts {
  const found = known.get(row);
  if (found !== undefined) return found;
  const { team, teamName, baseline, score, interval, parts, penalties, history, attempts, verdict, judgedAt } = row;
  const { entry, division, language, hidden } = row;
  const said = [team, teamName, baseline, entry, division, language, hidden];
  const shown = [said, score, interval, parts, penalties, history, attempts, verdict, judgedAt];
  const day = judgedAt === null ? null : formatDate("en", judgedAt, timeZone);
  const facts = { mark: markOf(JSON.stringify(shown)), key: rowKey(team), day };
  known.set(row, facts);
  return facts;
}

/**
 * While the board is frozen everybody's says nothing of what is on its way, nor how a rejudging gets its data ready. The
 * clock is asked last: what was read before the freeze began may be shown.
 */
async function read(store: Store, id: string, audience: Audience) {
  const [event, challenges, standings, waiting, preparation] = await Promise.all([
    store.event(),
    audience === "hosts" ? store.challenges() : store.publicChallenges(),
    audience === "hosts" ? store.standings(id) : store.publicStandings(id),
    store.pending(id),
    store.preparation(id),
  ]);
  const challenge = challenges.find((one) => one.id === id);
  if (event === null || challenge === undefined) throw new Refusal(event === null ? "failed" : "not-found");
  const now = store.clock.now();
  const state = stateOf(event, now);
  const sealed = audience === "everybody" && state.frozenSince !== null;
  const hidden = (sealed ? undefined : preparation.find(({ split }) => split === "public")?.state) ?? "ready";
  return { event, state, challenges, challenge, standings, pending: sealed ? [] : waiting, hidden, now };
}

/** Reads the board of a challenge as it is now. @throws Refusal `not-found`, or `failed` where there is no event. */
export async function snapshotOf(
  store: Store,
  render: Render,
  id: string,
  before: Snapshot | null,
  audience: Audience = "everybody",
): Promise<Snapshot> {
  const { now, ...content } = await read(store, id, audience);
  const { event, state, challenge, standings } = content;
  const today = formatDate("en", isoOf(now), event.timeZone);
  const axis = scoreAxis(standings.rows);
  const columns = { en: columnsOf(challenge, "en"), fr: columnsOf(challenge, "fr") };
  const shared: Ground = { columns, timeZone: event.timeZone, axis, render };
  const ground = markOf(JSON.stringify([challenge, event.timeZone, axis]));
  const old = before?.ground === ground ? before.faces : new Map<string, Face>();
  const states = statesOf(content.pending);
  const faces = new Map<string, Face>();
  const marks: string[] = [];
  const placed = (row: StandingRow): Place => {
    const { mark, key, day } = factsOf(row, event.timeZone);
    const state = states.get(row.team);
    const name = `${mark} ${state ?? ""} ${day === today}`;
    const face = old.get(name) ?? new Face(key, row, state, now, shared);
    faces.set(name, face);
    marks.push(`${name} ${row.rank} ${row.band}`);
    return { row, face };
  };
  const groups = grouped(standings.rows);
  const rest = standings.rows.filter(({ score }) => score === null);
  const places = [...groups.flatMap(({ rows }) => rows), ...rest].map(placed);
  const { challenges, hidden, pending } = content;
  const { id: eventId, name, timeZone, helpLine, acts } = event;
  const { phase, held, locksAt, frozenSince } = state;
  // A team's own page counts down to its own lock, which an act may move for it alone.
  const course = [audience, phase, held, locksAt, frozenSince, instantOf(state.calendar.opens), acts.length];
  const frame = [eventId, name, timeZone, helpLine, course, challenges, ground, hidden, pending.length, today];
  const version = markOf(JSON.stringify(frame) + marks.join("\n"));
  if (before?.version === version) return before;
  return { ...content, audience, version, axis, places, bands: bandsOf(groups), placeOf: byKey(places), faces, ground };
}

function bandsOf(groups: ReturnType<typeof grouped>): Band[] {
  let from = 0;
  return groups.map(({ band, rows }) => ({ band, from, to: (from += rows.length) }));
}

function byKey(places: readonly Place[]): Map<string, number> {
  return new Map(places.map(({ face }, i) => [face.key, i]));
}
