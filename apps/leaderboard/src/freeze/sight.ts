/** How this visitor sees hidden splits now: where the organizer says so, a frozen event seals what its own team is told too. */
import type { ChallengeSpec } from "@vigie/spec";
import type { EventSettings, Viewer } from "@vigie/store";
import { stateOf } from "../clock.ts";
import { isHost, type Sight } from "../visibility.ts";

type Sealing = Pick<EventSettings, "calendar" | "acts" | "hidesPublicInFreeze">;

export function sightOf(
  event: Sealing,
  now: number,
  viewer: Viewer | null,
  { precisionPoints }: Pick<ChallengeSpec, "precisionPoints">,
): Sight {
  const seals = event.hidesPublicInFreeze && !isHost(viewer);
  return { stepPoints: precisionPoints, sealedSince: seals ? stateOf(event, now).frozenSince : null };
}
