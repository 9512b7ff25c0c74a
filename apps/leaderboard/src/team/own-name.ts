/** A team that was only counted chooses its own name, once. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import type { Language } from "@vigie/spec";
import { admittedTeam } from "../http/admission.ts";
import { Refusal } from "../http/refusals.ts";
import { languageOf, type Site } from "../page.ts";
import type { Asked } from "../routes/route.ts";
import { say } from "../say.ts";
import { showRuns } from "../pages/runs.ts";

export const OwnName = Type.Object({ name: Type.String({ maxLength: 400 }) });

const FAULTS = {
  "bad-team-name": "name.bad",
  "team-name-taken": "name.taken",
  "team-name-looks-alike": "name.alike",
  "named-already": "name.already",
} as const;

function faultOf(cause: unknown): (typeof FAULTS)[keyof typeof FAULTS] | null {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  return Object.entries(FAULTS).find(([known]) => known === code)?.[1] ?? null;
}

/** @throws Refusal `bad-request` with what is wrong with the name. */
async function nameOwn({ store }: Site, request: Request, name: string): Promise<string> {
  const { team } = admittedTeam(request, "own-runs");
  if ((await store.teamProfile(team.id)).named) throw refusal("name.already");
  try {
    return (await store.nameOwnTeam(team.id, name.trim())).name;
  } catch (cause) {
    const fault = faultOf(cause);
    throw fault === null ? cause : refusal(fault);
  }
}

function refusal(key: (typeof FAULTS)[keyof typeof FAULTS]): Refusal {
  const words = (lang: Language): string => say(lang, key);
  return new Refusal("bad-request", { detail: { en: words("en"), fr: words("fr") } });
}

export function makeOwnName(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof OwnName>>): Promise<void> => {
    response.set("cache-control", "private, no-store").json({ name: await nameOwn(site, request, body.name) });
  };
}

/** The form without a script: what is wrong stands on the same page. */
export function submitOwnName(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof OwnName>>): Promise<void> => {
    const lang = languageOf(request);
    try {
      await nameOwn(site, request, body.name);
      response.redirect(303, `/${lang}/runs`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "bad-request" || error.detail === null) throw error;
      await showRuns(site, { at: "name", words: error.detail[lang], typed: body.name }, error.status)(request, response);
    }
  };
}
