/** Two runs of one team on one challenge, as their visitor may see them. */
import type { Request } from "express";
import type { ChallengeSpec } from "@vigie/spec";
import type { ListedSubmission, Viewer } from "@vigie/store";
import { sightOf } from "../freeze/sight.ts";
import { Refusal } from "../http/refusals.ts";
import { lookedAt } from "../looked-at.ts";
import { eventOf, type Site } from "../page.ts";
import { looksIn, seen, type SeenSubmission } from "../visibility.ts";

const MOST_RUNS = 200;

export interface TwoRuns {
  readonly challenge: ChallengeSpec;
  readonly after: SeenSubmission;
  /** Null where there is no other run. */
  readonly before: SeenSubmission | null;
  /** What else may be compared: the team's newest runs. */
  readonly others: readonly ListedSubmission[];
}

/** The run that `?with=` names, or the one before. @throws Refusal `not-found` of any that is not of the same team and challenge. */
function otherOf(others: readonly ListedSubmission[], after: SeenSubmission, wished: unknown): string | null {
  if (typeof wished === "string" && wished !== "") {
    if (!others.some(({ id }) => id === wished)) throw new Refusal("not-found");
    return wished;
  }
  const earlier = others.find(({ attempt }) => attempt < after.attempt);
  return (earlier ?? others.at(-1))?.id ?? null;
}

/** @throws Refusal as `lookedAt` does. */
export async function twoRuns(site: Site, request: Request, viewer: Viewer | null): Promise<TwoRuns> {
  const { shown: after, challenge } = await lookedAt(site, request, viewer, "view-code");
  const all = await site.store.submissionsOf(after.team.id, challenge.id, { most: MOST_RUNS });
  const others = all.filter(({ id }) => id !== after.id);
  const id = otherOf(others, after, request.query["with"]);
  const other = id === null ? null : await site.store.submission(id);
  if (other !== null && viewer !== null && looksIn(viewer, other.team.id))
    await site.store.audit({ actor: viewer.actor, act: "view-code", subject: other.id });
  const sight = sightOf(await eventOf(site), site.store.clock.now(), viewer, challenge);
  return { challenge, after, before: other === null ? null : seen(viewer, other, sight), others };
}
