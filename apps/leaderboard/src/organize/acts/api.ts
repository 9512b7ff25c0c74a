/** The acts of an event, for programs. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { calendarFaults, Deed, typedMoment } from "@vigie/spec/event";
import { admitted } from "../../http/admission.ts";
import { Refusal } from "../../http/refusals.ts";
import { eventOf, type Site } from "../../page.ts";
import { isoOf } from "../../clock.ts";
import type { Asked } from "../../routes/route.ts";
import { asDetail, asInput, calendarFault } from "../fault.ts";
import { profileOf } from "../teams/team-page.ts";
import { whereItCan } from "../where-it-can.ts";

export const ActSent = Type.Object({ deed: Deed }, { additionalProperties: false });
export const ActTold = Type.Object(
  { at: Type.String({ description: "ISO 8601, UTC" }), deed: Deed },
  { additionalProperties: false },
);
export const ActsTold = Type.Array(ActTold);

export function listActs(site: Site) {
  return async (_request: Request, response: Response): Promise<void> => {
    const { acts } = await eventOf(site);
    response.set("cache-control", "no-store").json(acts.map(({ at, deed }) => ({ at: isoOf(at), deed })));
  };
}

/** @throws Refusal `faulty` where a calendar makes no sense; `not-found` of a team that is not there. */
async function checked(site: Site, deed: Deed): Promise<void> {
  if (deed.kind === "extend" && deed.team !== null) await profileOf(site, deed.team);
  if (deed.kind !== "plan") return;
  const { calendar } = deed;
  const typed = { opens: typedMoment(calendar.opens), locks: typedMoment(calendar.locks) };
  const faults = calendarFaults(calendar, site.store.clock.now()).map(({ at, code }) => calendarFault({ key: at, code }, typed));
  if (faults.length > 0) throw new Refusal("faulty", { detail: asDetail(faults), problems: asInput(faults) });
}

export function postAct(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof ActSent>>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    await eventOf(site);
    await checked(site, body.deed);
    const { at, deed } = await whereItCan(site.store.act(body.deed, actor));
    response
      .status(201)
      .set("cache-control", "no-store")
      .json({ at: isoOf(at), deed });
  };
}
