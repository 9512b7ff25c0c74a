import type { Request, Response } from "express";
import type { EventSettings } from "@vigie/store";
import { stateOf } from "../clock.ts";
import { eventOf, type Site } from "../page.ts";

/** What everybody may know of the event at an instant: not what was granted to single teams. */
export function eventAnswer(event: EventSettings, now: number) {
  const { id, name, timeZone, opensAt, closesAt, secretCommitment, receiptKey, languages } = event;
  const { phase, held, calendar, frozenSince } = stateOf(event, now);
  const told = { id, name, timeZone, opensAt, closesAt, secretCommitment, receiptKey: receiptKey ?? null, languages };
  return { ...told, phase, held, calendar, frozen: frozenSince !== null, now: new Date(now).toISOString() };
}

/** What everybody may know of the event, and what time it is there. */
export function readEvent(site: Site) {
  return async (_request: Request, response: Response): Promise<void> => {
    response.set("cache-control", "no-store").json(eventAnswer(await eventOf(site), site.store.clock.now()));
  };
}
