/** The rows of one practice subject that a mistake names, and which of them were planted. */
import type { Request, Response } from "express";
import { challengeOf } from "../challenge-of.ts";
import { admitted } from "../http/admission.ts";
import { Refusal } from "../http/refusals.ts";
import type { Site } from "../page.ts";
import { maySeeExhibit } from "../visibility.ts";

function subjectOf(request: Request): number {
  const { subject } = request.params;
  if (typeof subject !== "string" || !/^\d{1,9}$/.test(subject)) throw new Refusal("not-found");
  return Number(subject);
}

/** Where a team made no such mistake there is nothing for it, as where there is no such exhibit. */
export function readExhibit({ store }: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const viewer = admitted(request, "exhibits");
    const { id } = await challengeOf({ store }, request);
    const subject = subjectOf(request);
    const may = await maySeeExhibit(viewer, (team) => store.madeMistake(team, id, subject));
    const exhibit = may ? await store.exhibit(id, subject) : null;
    if (exhibit === null) throw new Refusal("not-found");
    response.set("cache-control", "private, no-store").json(exhibit);
  };
}
