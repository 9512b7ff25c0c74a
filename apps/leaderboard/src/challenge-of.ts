import type { Request } from "express";
import type { ChallengeSpec } from "@vigie/spec";
import type { Store } from "@vigie/store";
import { Refusal } from "./http/refusals.ts";

interface HasStore {
  readonly store: Store;
}

/** The challenge of an id. @throws Refusal not-found. */
export async function challengeById({ store }: HasStore, id: unknown): Promise<ChallengeSpec> {
  const found = (await store.challenges()).find((known) => known.id === id);
  if (found === undefined) throw new Refusal("not-found");
  return found;
}

/** The challenge that the address names. @throws Refusal not-found. */
export function challengeOf(site: HasStore, request: Request): Promise<ChallengeSpec> {
  return challengeById(site, request.params["id"]);
}

/** The challenge that `?challenge=` names, or the first one. @throws Refusal not-found. */
export async function wishedChallenge(site: HasStore, request: Request): Promise<ChallengeSpec> {
  const wished = request.query["challenge"];
  return challengeById(site, wished ?? (await site.store.challenges())[0]?.id);
}
