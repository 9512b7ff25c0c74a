import type { Request } from "express";
import type { ChallengeSpec } from "@vigie/spec";
import type { Store } from "@vigie/store";
import { Refusal } from "./http/refusals.ts";

interface HasStore {
  readonly store: Store;
}

function one(challenges: readonly ChallengeSpec[], id: unknown): ChallengeSpec {
  const found = challenges.find((known) => known.id === id);
  if (found === undefined) throw new Refusal("not-found");
  return found;
}

/** The challenge of an id. @throws Refusal not-found. */
export async function challengeById({ store }: HasStore, id: unknown): Promise<ChallengeSpec> {
  return one(await store.challenges(), id);
}

/** The same as everybody may know it: while the board is frozen, in the version that counted when it was. */
export async function publicChallenge({ store }: HasStore, id: unknown): Promise<ChallengeSpec> {
  return one(await store.publicChallenges(), id);
}

/** The challenge that the address names. @throws Refusal not-found. */
export function challengeOf(site: HasStore, request: Request): Promise<ChallengeSpec> {
  return challengeById(site, request.params["id"]);
}

/** The challenge that `?challenge=` names, or the first one, as everybody may know it. @throws Refusal not-found. */
export async function wishedChallenge(site: HasStore, request: Request): Promise<ChallengeSpec> {
  const wished = request.query["challenge"];
  return publicChallenge(site, wished ?? (await site.store.publicChallenges())[0]?.id);
}
