/** What a team types into its terminal. */
import type { Request } from "express";
import type { ChallengeSpec } from "@vigie/spec";
import type { Site } from "./page.ts";
import type { View } from "./render.ts";

/** Where this server is reached, as its visitor reached it. */
export function addressOf({ options }: Site, request: Request): string {
  if (options.publicUrl !== undefined) return options.publicUrl.replace(/\/+$/, "");
  const host = request.get("host") ?? "";
  return /^[\w.:[\]-]{1,120}$/.test(host) ? `${request.protocol}://${host}` : "http://localhost:3000";
}

/** The server's address, a folder, and how a challenge is chosen: nothing to say of it where there is one alone. */
export async function commandsFor(site: Site, request: Request, challenge: ChallengeSpec | undefined): Promise<View> {
  const address = addressOf(site, request);
  const several = (await site.store.challenges()).length > 1;
  if (!several || challenge === undefined) return { address, project: "my-team", choice: null };
  return { address, project: `my-${challenge.id}`, choice: `--challenge ${challenge.id}` };
}
