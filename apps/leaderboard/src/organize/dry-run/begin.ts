/** Having an event's calendar played through in a copy, before it opens. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { MOST_SPEED, Speed } from "@vigie/spec/event";
import { stateOf } from "../../clock.ts";
import { admitted } from "../../http/admission.ts";
import { Refusal } from "../../http/refusals.ts";
import { eventOf, languageOf, type Site } from "../../page.ts";
import type { Asked } from "../../routes/route.ts";
import { say } from "../../say.ts";
import { fileOf } from "../set-up/api.ts";

export const DryRunSent = Type.Object({ speed: Type.Optional(Speed) }, { additionalProperties: false });

type Why = "running" | "opened" | "noSandbox";
const refusal = (why: Why): Refusal =>
  new Refusal("meanwhile", { detail: { en: say("en", `dryRun.${why}`), fr: say("fr", `dryRun.${why}`) } });

/** @throws Refusal where the event has opened, nothing can be judged here, or one is on its way. */
async function begin(site: Site, actor: string, speed: number): Promise<void> {
  const { store, options } = site;
  const event = await eventOf(site);
  if (options.dryRun === undefined) throw new Refusal("not-found");
  // While teams wait for verdicts nothing else is judged on this machine.
  if (stateOf(event, store.clock.now()).phase !== "set-up") throw refusal("opened");
  const file = await fileOf(site);
  const begun = options.dryRun.begin({ event: event.id, file, speed });
  if (begun !== "begun") throw refusal(begun === "running" ? "running" : "noSandbox");
  await store.audit({ actor, act: "dry-run", subject: event.id, about: { speed: String(speed) } });
}

export function postDryRun(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof DryRunSent>>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    await begin(site, actor, body.speed ?? MOST_SPEED);
    response.status(202).set("cache-control", "no-store").json(site.options.dryRun?.state());
  };
}

export function readDryRun(site: Site) {
  return async (_request: Request, response: Response): Promise<void> => {
    await eventOf(site);
    if (site.options.dryRun === undefined) throw new Refusal("not-found");
    response.set("cache-control", "no-store").json(site.options.dryRun.state());
  };
}

export function submitDryRun(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { actor } = admitted(request, "organize");
    // Who presses twice finds it on its way.
    if ((site.options.dryRun?.state().running ?? null) === null) await begin(site, actor, MOST_SPEED);
    response.redirect(303, `/${languageOf(request)}/organize#dry-run`);
  };
}
