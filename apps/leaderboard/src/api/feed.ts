/**
 * Server-sent events: that something changed, never what. Boards fetch the rest themselves, as their visitor may see it.
 *
 * All open feeds share one subscription to the store; changes that come in a burst are told once.
 */
import type { Request, Response } from "express";
import type { Store } from "@vigie/store";
import { challengeOf } from "../challenge-of.ts";
import { senderOf } from "../http/address.ts";
import { Refusal } from "../http/refusals.ts";

const KEEP_ALIVE_MS = 15_000;
const GATHER_MS = 150;
/** Far above a room of people; below what would hurt. */
const MOST_OPEN = 3000;
/** A school is one address. */
const MOST_OF_ADDRESS = 400;
const RETRY_SECONDS = 30;

export interface Feeds {
  show(request: Request, response: Response): Promise<void>;
  close(): void;
}

/**
 * Room for one more of this address. Where the house is full, the address that holds most of it loses its oldest feed.
 * @throws Refusal `too-many` where this address has its share already.
 */
function makeRoom(open: Map<Response, { readonly address: string }>, address: string): void {
  const held = new Map<string, number>();
  for (const feed of open.values()) held.set(feed.address, (held.get(feed.address) ?? 0) + 1);
  const own = held.get(address) ?? 0;
  if (own >= MOST_OF_ADDRESS) throw new Refusal("too-many", { retryAfterSeconds: RETRY_SECONDS });
  if (open.size < MOST_OPEN) return;
  const [hoarder, most] = [...held].reduce((one, other) => (other[1] > one[1] ? other : one));
  const oldest = [...open].find(([, feed]) => feed.address === hoarder)?.[0];
  if (most <= own || oldest === undefined) throw new Refusal("too-many", { retryAfterSeconds: RETRY_SECONDS });
  open.delete(oldest);
  oldest.end();
}

export function openFeeds(site: { readonly store: Store }): Feeds {
  const open = new Map<Response, { readonly challenge: string; readonly address: string }>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  const tell = (): void => {
    timer = null;
    for (const [response, { challenge }] of open) {
      if (changed.has(challenge)) response.write("event: change\ndata: {}\n\n");
    }
    changed.clear();
  };
  const unsubscribe = site.store.onChange(({ challenge }) => {
    changed.add(challenge);
    timer ??= setTimeout(tell, GATHER_MS);
  });
  const keepAlive = setInterval(() => {
    for (const response of open.keys()) response.write(": still here\n\n");
  }, KEEP_ALIVE_MS);
  keepAlive.unref();
  return {
    async show(request, response) {
      const challenge = await challengeOf(site, request);
      const address = senderOf(request);
      makeRoom(open, address);
      response.set({ "content-type": "text/event-stream", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" });
      response.write("retry: 2000\n\n");
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
