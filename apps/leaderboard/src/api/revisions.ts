/** Changing a challenge's version while the event runs: for organizers alone, by `vigie judge rejudge`. */
import { json, type Request, type Router } from "express";
import { keepOwnSets, type ChallengeSpec } from "@vigie/spec";
import { checkedChallenge } from "@vigie/spec/node";
import type { Viewer } from "@vigie/store";
import { challengeOf } from "../challenge-of.ts";
import { Refusal } from "../http/refusals.ts";
import { viewerOf } from "../http/visitor.ts";
import type { Site } from "../page.ts";
import { mayOpen } from "../visibility.ts";

function organizerOf(request: Request): Viewer {
  const viewer = viewerOf(request);
  const answer = mayOpen(viewer, "rejudge");
  if (answer !== "yes" || viewer === null) throw new Refusal(answer === "forbidden" ? "forbidden" : "sign-in");
  return viewer;
}

function specOf(body: unknown, { id }: ChallengeSpec): ChallengeSpec {
  let spec: ChallengeSpec;
  try {
    spec = checkedChallenge(body, "challenge.json");
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal("bad-request", { detail: { en: why, fr: `Défi inutilisable : ${why}` }, cause });
  }
  if (spec.id === id) return spec;
  const detail = {
    en: `Expected a version of ${id}; found one of ${spec.id}.`,
    fr: `Une version de ${id} était attendue; celle-ci est de ${spec.id}.`,
  };
  throw new Refusal("bad-request", { detail });
}

/** Adds the routes: GET says which version counts and how far the coming one is, POST begins one. */
export function addRevisions(api: Router, { store }: Site): void {
  api.get("/challenges/:id/revisions", async (request, response) => {
    organizerOf(request);
    const { id } = await challengeOf({ store }, request);
    response.set("cache-control", "private, no-store").json(await store.revision(id));
  });
  api.post("/challenges/:id/revisions", json({ limit: "256kb" }), async (request, response) => {
    const { actor } = organizerOf(request);
    const challenge = await challengeOf({ store }, request);
    if (!request.is("application/json")) throw new Refusal("not-json");
    await store.beginRevision(keepOwnSets(specOf(request.body, challenge), challenge), actor);
    response.status(202).json(await store.revision(challenge.id));
  });
}
