/** How many attempts a team has left today, and when there are more. */
import { formatCity, formatDuration } from "@vigie/report";
import type { ChallengeSpec, Language } from "@vigie/spec";
import { midnights, sendingRefused } from "@vigie/spec/event";
import type { EventSettings } from "@vigie/store";
import { stateOf } from "../clock.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";

const MOST_PIPS = 30;
const TWO_DAYS_MS = 48 * 3_600_000;

/** When attempts renew: midnight at the event; null where the team's time ends before. */
export function renewsAt(event: EventSettings, now: number, team: string): number | null {
  const [next] = midnights(event.timeZone, now, now + TWO_DAYS_MS).filter((at) => at > now);
  return next !== undefined && next < stateOf(event, now, team).locksAt ? next : null;
}

export function attemptsView(
  lang: Language,
  { attemptsPerDay }: ChallengeSpec,
  event: EventSettings,
  team: string,
  left: number,
  now: number,
): View {
  const renews = renewsAt(event, now, team);
  const over = sendingRefused(stateOf(event, now, team)) === "locked";
  const pips = attemptsPerDay <= MOST_PIPS ? Array.from({ length: attemptsPerDay }, (_, i) => ({ left: i < left })) : null;
  return {
    words: say(lang, "attempts.left", { left, of: attemptsPerDay }),
    pips,
    renews:
      renews === null
        ? say(lang, over ? "attempts.over" : "attempts.last")
        : say(lang, "attempts.renew", {
            of: attemptsPerDay,
            time: formatDuration(lang, Math.ceil((renews - now) / 60_000) * 60_000),
            city: formatCity(event.timeZone),
          }),
  };
}
