/** All that waits for the judge, and the submissions that ended in an error of ours. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import type { Verdict } from "@vigie/spec";
import type { ListedSubmission, Store } from "@vigie/store";
import { admitted } from "../../http/admission.ts";
import { Refusal } from "../../http/refusals.ts";
import { challengeById } from "../../challenge-of.ts";
import { eventOf, languageOf, type Site } from "../../page.ts";
import type { Asked } from "../../routes/route.ts";
import { say } from "../../say.ts";
import { everySubmission } from "../every-submission.ts";
import { Field } from "../fields.ts";
import { sendOrganized } from "../send.ts";
import { queuedView } from "./page.ts";

const MOST = 200;

function verdictOf({ practice, public: hidden }: ListedSubmission): Verdict | null {
  return hidden?.verdict ?? practice.verdict;
}

/** The submissions to a challenge that ended so. */
export async function endedIn(store: Store, challenge: string, verdict: string): Promise<ListedSubmission[]> {
  const found: ListedSubmission[] = [];
  for await (const one of everySubmission(store, challenge)) if (verdictOf(one) === verdict) found.push(one);
  return found;
}

export function showQueue(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    admitted(request, "organize");
    await eventOf(site);
    const lang = languageOf(request);
    const [queued, challenges] = await Promise.all([site.store.queue({ most: MOST }), site.store.challenges()]);
    const wrong = await Promise.all(challenges.map(({ id }) => endedIn(site.store, id, "judge_error")));
    const title = say(lang, "queue.heading");
    await sendOrganized(site, request, response, {
      template: "queue",
      title,
      here: "console",
      below: "console",
      view: {
        rows: queued.map((run) => queuedView({ lang, now: site.store.clock.now(), challenges }, run)),
        errors: challenges
          .map(({ id, title: name }, i) => ({
            id,
            name: name[lang],
            words: say(lang, "queue.errors", { count: wrong[i].length }),
            any: wrong[i].length > 0,
          }))
          .filter(({ any }) => any),
      },
    });
  };
}

export const RerunForm = Type.Object({ challenge: Field });

/** Judges anew what ended in an error of ours. */
export function submitRerunErrors(site: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, Static<typeof RerunForm>>): Promise<void> => {
    const { actor } = admitted(request, "organize");
    const { id } = await challengeById(site, body.challenge);
    const wrong = await endedIn(site.store, id, "judge_error");
    if (wrong.length === 0) throw new Refusal("meanwhile");
    await site.store.rerun(
      wrong.map((one) => one.id),
      actor,
    );
    response.redirect(303, `/${languageOf(request)}/organize/queue`);
  };
}
