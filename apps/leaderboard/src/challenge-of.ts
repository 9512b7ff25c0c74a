import type { Request } from "express";
import type { ChallengeSpec } from "@vigie/spec";
import { Refusal } from "./http/refusals.ts";
import type { Site } from "./page.ts";

/** The challenge that the address names. @throws Refusal not-found. */
export async function challengeOf(site: Pick<Site, "store">, request: Request): Promise<ChallengeSpec> {
  const found = (await site.store.challenges()).find(({ id }) => id === request.params["id"]);
  if (found === undefined) throw new Refusal("not-found");
  return found;
}
