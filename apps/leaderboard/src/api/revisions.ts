/** Changing a challenge's version while the event runs: for organizers alone, by `vigie judge rejudge`. */
import type { Request, Response } from "express";
import { keepOwnSets, lastCommitOf, type ChallengeSpec } from "@vigie/spec";
import { checkedChallenge } from "@vigie/spec/node";
import { challengeOf } from "../challenge-of.ts";
import { admitted } from "../http/admission.ts";
import { Refusal } from "../http/refusals.ts";
import type { Site } from "../page.ts";
import type { Asked } from "../routes/route.ts";

function specOf(body: unknown, { id }: ChallengeSpec): ChallengeSpec {
  let spec: ChallengeSpec;
  try {
    spec = checkedChallenge(body, "challenge.json");
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal("bad-request", { detail: { en: why, fr: `Défi inutilisable : ${why}` }, cause });
  }
  if (lastCommitOf(spec) !== null) {
    const detail = {
      en: `Version ${spec.version} of ${spec.id} is judged no more. Send the version that lies with this Vigie.`,
      fr: `La version ${spec.version} de ${spec.id} n’est plus évaluée. Envoyez celle qui accompagne ce Vigie.`,
    };
    throw new Refusal("bad-request", { detail });
  }
  if (spec.id === id) return spec;
  const detail = {
    en: `Expected a version of ${id}; found one of ${spec.id}.`,
    fr: `Une version de ${id} était attendue; celle-ci est de ${spec.id}.`,
  };
  throw new Refusal("bad-request", { detail });
}

/** Which version counts, and how far the coming one is. */
export function readRevision({ store }: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { id } = await challengeOf({ store }, request);
    response.set("cache-control", "private, no-store").json(await store.revision(id));
  };
}

export function beginRevision({ store }: Site) {
  return async (request: Request, response: Response, { body }: Asked<unknown, unknown>): Promise<void> => {
    const { actor } = admitted(request, "rejudge");
    const challenge = await challengeOf({ store }, request);
    await store.beginRevision(keepOwnSets(specOf(body, challenge), challenge), actor);
    response.status(202).json(await store.revision(challenge.id));
  };
}
