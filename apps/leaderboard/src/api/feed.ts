/**
 * Server-sent events: that something changed, never what. A change names the board's new version and the rows of the
 * teams that sent or were judged, which the board shows to everybody; pages fetch the rest, as their visitor may see it.
 *
 * While the board is frozen a feed says of others nothing at all, not even that something happened: a team hears of what is
 * its own, those who run the event of everything, and of another version of the board that stands still everybody hears by
 * the clock alone, never because something was judged.
 *
 * All open feeds share one subscription to the store; changes that come in a burst are told once.
 */
import type { Request, Response } from "express";
import type { Change, Store, Viewer } from "@vigie/store";
import type { Boards } from "../board/boards.ts";
import { rowKey } from "../board/snapshot.ts";
import { senderOf } from "../http/address.ts";
import type { News } from "../news.ts";
import { sessionOf } from "../http/visitor.ts";
import { isHost } from "../visibility.ts";
import { makeRoom, tellFeed } from "./feed-room.ts";

const KEEP_ALIVE_MS = 15_000;
const GATHER_MS = 250;

export interface Feeds {
  show(request: Request, response: Response): Promise<void>;
  close(): void;
}

interface Feed {
  readonly challenge: string;
  readonly address: string;
  readonly viewer: Viewer | null;
  /** The version of the board that it heard of last. */
  version: string | null;
}

/** What happened to a challenge since it was last told: to these teams' rows, or (null) to what may be anybody's. */
type Heard = ReadonlySet<string> | null;

/** Whose pages a change is about: null where it may be anybody's. */
function whose({ kind, team }: Change): readonly string[] | null {
  if (kind === "standings") return [];
  return team === null ? null : [rowKey(team)];
}

/** The own row of a feed, where something may have happened to it. */
function ownHeard({ viewer }: Feed, teams: Heard): readonly string[] {
  const own = viewer?.team ? rowKey(viewer.team.id) : null;
  return own !== null && (teams === null || teams.has(own)) ? [own] : [];
}

function message(version: string | null, teams: readonly string[] | null): string {
  return `event: change\ndata: ${JSON.stringify({ version, teams })}\n\n`;
}

export function openFeeds(site: { readonly store: Store; readonly boards: Boards; readonly news: News }): Feeds {
  const { boards, store, news } = site;
  const open = new Map<Response, Feed>();
  const changed = new Map<string, Set<string> | null>();
  let timer: NodeJS.Timeout | null = null;
  const tellOf = async (challenge: string, teams: Heard): Promise<void> => {
    const [board, hosts] = await Promise.all([boards.snapshot(challenge), boards.snapshot(challenge, "hosts")]);
    const all = message(hosts.version, teams === null ? null : [...teams]);
    for (const [response, feed] of open) {
      if (feed.challenge !== challenge) continue;
      const whole = board.state.frozenSince === null || isHost(feed.viewer);
      const own = ownHeard(feed, teams);
      if (whole) tellFeed(response, all);
      else if (own.length > 0) tellFeed(response, message(board.version, own));
      if (whole || own.length > 0) feed.version = board.version;
    }
  };
  const tick = async (): Promise<void> => {
    for (const response of open.keys()) tellFeed(response, ": still here\n\n");
    for (const challenge of new Set([...open.values()].map((feed) => feed.challenge))) {
      const { version, state } = await boards.snapshot(challenge);
      const late = [...open].filter(
        ([, feed]) => feed.challenge === challenge && feed.version !== version && !isHost(feed.viewer),
      );
      if (state.frozenSince === null) continue;
      for (const [response, feed] of late) {
        feed.version = version;
        tellFeed(response, message(version, []));
      }
    }
  };
  const tell = (): void => {
    timer = null;
    const heard = new Set([...open.values()].map((feed) => feed.challenge));
    const ofEvent = changed.has("");
    for (const challenge of heard) {
      if (!ofEvent && !changed.has(challenge)) continue;
      const teams = ofEvent ? null : (changed.get(challenge) ?? null);
      // A board that cannot be read is read again at the next change; open pages ask by themselves meanwhile.
      tellOf(challenge, teams).catch(() => undefined);
    }
    changed.clear();
  };
  const unsubscribe = store.onChange((change) => {
    if (change.kind === "access") return;
    const teams = whose(change);
    const before = changed.get(change.challenge);
    changed.set(change.challenge, teams === null || before === null ? null : new Set([...(before ?? []), ...teams]));
    timer ??= setTimeout(tell, GATHER_MS);
  });
  const tellNews = news.listen((told) => {
    const text = `event: news\ndata: ${JSON.stringify(told?.text ?? {})}\n\n`;
    for (const response of open.keys()) tellFeed(response, text);
  });
  const keepAlive = setInterval(() => void tick().catch(() => undefined), KEEP_ALIVE_MS);
  keepAlive.unref();
  return {
    async show(request, response) {
      // What boards are made of is at hand: feeds that come back all at once ask the database for their sessions alone.
      const { challenge, version } = await boards.snapshot(String(request.params["id"]));
      const token = sessionOf(request);
      const viewer = token === null ? null : await store.viewer(token);
      if (response.closed) return;
      const address = senderOf(request);
      if (request.method !== "HEAD") makeRoom(open, address);
      response.set({ "content-type": "text/event-stream", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" });
      if (request.method === "HEAD") return void response.end();
      response.write(`retry: 2000\nevent: time\ndata: {"now":${store.clock.now()}}\n\n`);
      open.set(response, { challenge: challenge.id, address, viewer, version });
      request.on("close", () => open.delete(response));
    },
    close() {
      clearInterval(keepAlive);
      if (timer !== null) clearTimeout(timer);
      unsubscribe();
      tellNews();
      for (const response of open.keys()) response.end();
      open.clear();
    },
  };
}
