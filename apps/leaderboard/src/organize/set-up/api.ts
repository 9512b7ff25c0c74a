/** Opening an event by its file, and the file of the event that stands. */
import type { Request, Response } from "express";
import type { EventFile } from "@vigie/spec/event";
import type { EventSettings, TeamProfile } from "@vigie/store";
import { stateAt } from "@vigie/spec/event";
import { eventAnswer } from "../../api/event.ts";
import { admitted } from "../../http/admission.ts";
import { Refusal } from "../../http/refusals.ts";
import { eventOf, type Site } from "../../page.ts";
import type { Asked } from "../../routes/route.ts";
import { asDetail, asInput } from "../fault.ts";
import { eventFileOf, openEvent } from "./opening.ts";

export function postSetUp(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, EventFile>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const opened = await openEvent(site, body, actor);
    if (opened.kind === "faulty")
      throw new Refusal("faulty", { detail: asDetail(opened.faults), problems: asInput(opened.faults) });
    response
      .status(201)
      .set("cache-control", "no-store")
      .json(eventAnswer(await eventOf(site), site.store.clock.now()));
  };
}

/** A team as a file lists it. */
export function lineOf({ key, name, language, division, entry }: TeamProfile) {
  return {
    ...(key === null ? {} : { key }),
    name,
    ...(language === null ? {} : { language }),
    ...(division === null ? {} : { division }),
    ...(entry === "out-of-competition" ? { outOfCompetition: true } : {}),
  };
}

/** The calendar that holds now: extensions of everybody moved its lock. */
function calendarNow(event: EventSettings, now: number) {
  return stateAt(event.calendar, event.acts, now).calendar;
}

/** The event as it stands, as a file that opens it again. */
export async function fileOf(site: Site): Promise<EventFile> {
  const [event, challenges, teams] = await Promise.all([eventOf(site), site.store.challenges(), site.store.teamProfiles()]);
  const calendar = calendarNow(event, site.store.clock.now());
  return eventFileOf({ ...event, calendar, challenges }, teams.filter(({ erased }) => !erased).map(lineOf));
}

export function readEventFile(site: Site) {
  return async (_request: Request, response: Response): Promise<void> => {
    response
      .set({ "cache-control": "no-store", "content-disposition": 'attachment; filename="event.json"' })
      .json(await fileOf(site));
  };
}
