/**
 * Server-sent events: that something changed, never what. Boards fetch the rest themselves, as their visitor may see it.
 *
 * All open feeds share one subscription to the store; changes that come in a burst are told once.
 */
import type { Request, Response } from "express";
import type { Store } from "@vigie/store";
import { challengeOf } from "../challenge-of.ts";
import { Refusal } from "../http/refusals.ts";

const KEEP_ALIVE_MS = 15_000;
const GATHER_MS = 150;
/** Far above a room of people; below what would hurt. */
const MOST_OPEN = 2000;

export interface Feeds {
  show(request: Request, response: Response): Promise<void>;
  close(): void;
}

export function openFeeds(site: { readonly store: Store }): Feeds {
  const open = new Map<Response, string>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  const tell = (): void => {
    timer = null;
    for (const [response, challenge] of open) {
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
      if (open.size >= MOST_OPEN) throw new Refusal("too-many", { retryAfterSeconds: 30 });
      response.set({ "content-type": "text/event-stream", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" });
      response.write("retry: 2000\n\n");
      open.set(response, challenge.id);
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
