/** One submission as an organizer handles it: judge it anew, take it out and put it back, give its attempt back. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { verdictName } from "@vigie/report";
import type { Submission } from "@vigie/store";
import { momentView } from "../clock.ts";
import { admitted } from "../http/admission.ts";
import { Refusal } from "../http/refusals.ts";
import { eventOf, languageOf, type Site } from "../page.ts";
import type { Asked } from "../routes/route.ts";
import { say } from "../say.ts";
import { whereItCan } from "./where-it-can.ts";
import { Field } from "./fields.ts";
import { sendOrganized } from "./send.ts";

export const HANDLINGS = ["rerun", "withdraw", "put-back", "give-back"] as const;
export type Handling = (typeof HANDLINGS)[number];

export const HandlingForm = Type.Object({ do: Field });

/** @throws Refusal `not-found`. */
async function submissionOf({ store }: Site, id: unknown): Promise<Submission> {
  const found = typeof id === "string" ? await store.submission(id) : null;
  if (found === null) throw new Refusal("not-found");
  return found;
}

/** What is done to a submission; each is in the audit log. */
export async function handle({ store }: Site, id: string, handling: Handling, actor: string): Promise<void> {
  if (handling === "rerun") await whereItCan(store.rerun([id], actor));
  else if (handling === "withdraw") await whereItCan(store.withdraw(id, actor));
  else if (handling === "put-back") await whereItCan(store.putBack(id, actor));
  else await whereItCan(store.giveBack([id], actor));
}

export function showHandled(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const lang = languageOf(request);
    const { timeZone } = await eventOf(site);
    const one = await submissionOf(site, request.params["id"]);
    await site.store.audit({ actor, act: "view-submission", subject: one.id });
    const challenge = (await site.store.challenges()).find(({ id }) => id === one.challenge);
    const title = say(lang, "handle.title", { team: one.team.name, attempt: one.attempt });
    const verdict = one.public?.verdict ?? one.practice.verdict;
    await sendOrganized(site, request, response, {
      template: "handled",
      title,
      here: "console",
      below: "console",
      view: {
        heading: title,
        challenge: challenge?.title[lang] ?? one.challenge,
        at: momentView(lang, one.receivedAt, timeZone, site.store.clock.now()),
        verdict: verdict === null ? say(lang, "handle.waiting") : verdictName(lang, verdict),
        href: `/${lang}/submissions/${encodeURIComponent(one.id)}`,
        withdrawn: one.withdrawn === true,
        acts: HANDLINGS.filter((value) => value !== (one.withdrawn === true ? "withdraw" : "put-back")).map((value) => ({
          value,
          name: say(lang, `handle.${value}`),
          effect: say(lang, `handle.${value}Effect`),
          undo: say(lang, `handle.${value}Undo`),
          stern: value === "withdraw",
        })),
      },
    });
  };
}

export function submitHandled(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof HandlingForm>>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const one = await submissionOf(site, request.params["id"]);
    const handling = HANDLINGS.find((known) => known === body.do);
    if (handling === undefined) throw new Refusal("bad-request");
    await handle(site, one.id, handling, actor);
    response.redirect(303, `/${languageOf(request)}/organize/audit?subject=${encodeURIComponent(one.id)}`);
  };
}
