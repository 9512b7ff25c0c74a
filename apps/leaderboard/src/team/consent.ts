/** What a team has read and agreed to before it first sends: once, and never in the demo. */
import type { Request, Response } from "express";
import type { EventSettings, Store } from "@vigie/store";
import { admittedTeam } from "../http/admission.ts";
import { languageOf, type Site } from "../page.ts";

/** Events from before there was a day on which all is deleted asked nobody. */
export async function lacksConsent(
  store: Store,
  event: Pick<EventSettings, "demo" | "keptUntil">,
  team: string,
): Promise<boolean> {
  if (event.demo || event.keptUntil === null) return false;
  return !(await store.hasConsented(team));
}

export function giveConsent({ store }: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { team } = admittedTeam(request, "own-runs");
    await store.consent(team.id);
    response.status(204).end();
  };
}

/** The form's answer: back to where the archive is sent. */
export function submitConsent({ store }: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const { team } = admittedTeam(request, "own-runs");
    await store.consent(team.id);
    response.redirect(303, `/${lang}/runs#send`);
  };
}
