import type { Request, Response } from "express";
import { eventOf, type Site } from "../page.ts";

/** What everybody may know of the event, and what time it is there. */
export function readEvent(site: Site) {
  return async (_request: Request, response: Response): Promise<void> => {
    const { id, name, timeZone, opensAt, closesAt, secretCommitment, receiptKey } = await eventOf(site);
    const told = { id, name, timeZone, opensAt, closesAt, secretCommitment, receiptKey: receiptKey ?? null };
    response.set("cache-control", "no-store").json({ ...told, now: new Date(site.store.clock.now()).toISOString() });
  };
}
