/** Server-sent events: that something changed, never what. Boards fetch the rest themselves. */
import type { Request, Response } from "express";
import { challengeOf } from "../challenge-of.ts";
import type { Site } from "../page.ts";

const KEEP_ALIVE_MS = 15_000;

export interface Feeds {
  show(request: Request, response: Response): Promise<void>;
  close(): void;
}

/** All open feeds share one subscription to the store. */
export function openFeeds(site: Pick<Site, "store">): Feeds {
  const open = new Map<Response, string>();
  let serial = 0;
  const unsubscribe = site.store.onChange((change) => {
    serial++;
    for (const [response, challenge] of open) {
      if (change.challenge === challenge) response.write(`id: ${serial}\nevent: change\ndata: ${change.kind}\n\n`);
    }
  });
  const keepAlive = setInterval(() => {
    for (const response of open.keys()) response.write(": still here\n\n");
  }, KEEP_ALIVE_MS);
  keepAlive.unref();
  return {
    async show(request, response) {
      const challenge = await challengeOf(site, request);
      response.set({ "content-type": "text/event-stream", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" });
      response.write("retry: 2000\n\n");
      open.set(response, challenge.id);
      request.on("close", () => open.delete(response));
    },
    close() {
      clearInterval(keepAlive);
      unsubscribe();
      for (const response of open.keys()) response.end();
      open.clear();
    },
  };
}
