/** The submission that an address names, as its visitor may see it: for the page and for every answer of the API. */
import type { Request } from "express";
import type { ChallengeSpec } from "@vigie/spec";
import type { Viewer } from "@vigie/store";
import { Refusal } from "./http/refusals.ts";
import { sightOf } from "./freeze/sight.ts";
import { eventOf, type Site } from "./page.ts";
import { looksIn, seen, type SeenSubmission } from "./visibility.ts";

/**
 * A mentor's or an organizer's look is written down.
 * @throws Refusal `sign-in` without a viewer; `not-found` where there is none, or none for this visitor.
 */
export async function lookedAt(
  site: Site,
  request: Request,
  viewer: Viewer | null,
  act: "view-submission" | "view-code" = "view-submission",
): Promise<{ shown: SeenSubmission; challenge: ChallengeSpec }> {
  if (viewer === null) throw new Refusal("sign-in");
  const id = request.params["id"];
  const submission = typeof id === "string" ? await site.store.submission(id) : null;
  const challenge = (await site.store.challenges()).find((known) => known.id === submission?.challenge);
  const shown =
    submission === null || challenge === undefined
      ? null
      : seen(viewer, submission, sightOf(await eventOf(site), site.store.clock.now(), viewer, challenge));
  if (shown === null || challenge === undefined) throw new Refusal("not-found");
  if (looksIn(viewer, shown.team.id)) await site.store.audit({ actor: viewer.actor, act, subject: shown.id });
  return { shown, challenge };
}
