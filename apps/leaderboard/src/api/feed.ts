/**
 * Server-sent events: that something changed, never what. A change names the board's new version and the rows of the
 * teams that sent or were judged, which the board shows to everybody; pages fetch the rest, as their visitor may see it.
 *
 * All open feeds share one subscription to the store; changes that come in a burst are told once.
 */
import type { Request, Response } from "express";
import type { Change, Store } from "@vigie/store";
import type { Boards } from "../board/boards.ts";
import { rowKey } from "../board/snapshot.ts";
import { senderOf } from "../http/address.ts";
import { makeRoom, tellFeed } from "./feed-room.ts";

const KEEP_ALIVE_MS = 15_000;
const GATHER_MS = 250;

export interface Feeds {
  show(request: Request, response: Response): Promise<void>;
  close(): void;
}

/** Whose pages a change is about: null where it may be anybody's. */
function whose({ kind, team }: Change): readonly string[] | null {
  if (kind === "standings") return [];
  return team === null ? null : [rowKey(team)];
}

export function openFeeds(site: { readonly store: Store; readonly boards: Boards }): Feeds {
  const open = new Map<Response, { readonly challenge: string; readonly address: string }>();
  const changed = new Map<string, Set<string> | null>();
  let timer: NodeJS.Timeout | null = null;
  const tellOf = async (challenge: string, teams: Set<string> | null): Promise<void> => {
    const version = await site.boards.snapshot(challenge).then(
      (board) => board.version,
      () => null,
    );
    const text = `event: change\ndata: ${JSON.stringify({ version, teams: teams === null ? null : [...teams] })}\n\n`;
    for (const [response, feed] of open) if (feed.challenge === challenge) tellFeed(response, text);
  };
  const tell = (): void => {
    timer = null;
    const heard = new Set([...open.values()].map((feed) => feed.challenge));
    for (const [challenge, teams] of changed) if (heard.has(challenge)) void tellOf(challenge, teams);
    changed.clear();
  };
  const unsubscribe = site.store.onChange((change) => {
    const teams = whose(change);
    const before = changed.get(change.challenge);
    changed.set(change.challenge, teams === null || before === null ? null : new Set([...(before ?? []), ...teams]));
    timer ??= setTimeout(tell, GATHER_MS);
  });
  const keepAlive = setInterval(() => {
    for (const response of open.keys()) tellFeed(response, ": still here\n\n");
  }, KEEP_ALIVE_MS);
  keepAlive.unref();
  return {
    async show(request, response) {
      // What boards are made of is at hand: feeds that come back all at once ask the database nothing.
      const { challenge } = await site.boards.snapshot(String(request.params["id"]));
      const address = senderOf(request);
      if (request.method !== "HEAD") makeRoom(open, address);
      response.set({ "content-type": "text/event-stream", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" });
      if (request.method === "HEAD") return void response.end();
      response.write(`retry: 2000\nevent: time\ndata: {"now":${site.store.clock.now()}}\n\n`);
      open.set(response, { challenge: challenge.id, address });
      request.on("close", () => open.delete(response));
    },
    close() {
      clearInterval(keepAlive);
      if (timer !== null) clearTimeout(timer);
      unsubscribe();
      for (const response of open.keys()) response.end();
      open.clear();
    },
  };
}
