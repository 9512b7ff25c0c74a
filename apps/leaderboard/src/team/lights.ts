/** A traffic light for each team, stuck ones first: a shape, a word, and why. */
import { verdictName } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { EventSettings, Light, TeamLight } from "@vigie/store";
import { momentView } from "../clock.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";

export const LIGHTS: readonly Light[] = ["never-signed-in", "nothing-sent", "nothing-accepted", "fine"];

/** Ring, half disc, triangle, tick: told apart without colour. */
const SHAPES: Readonly<Record<Light, string>> = {
  "never-signed-in": '<circle cx="8" cy="8" r="5.6"/>',
  "nothing-sent": '<circle cx="8" cy="8" r="5.6"/><path d="M8 2.4a5.6 5.6 0 0 1 0 11.2Z" fill="currentColor" stroke="none"/>',
  "nothing-accepted": '<path d="M8 2.6 14 13H2Z"/>',
  fine: '<path d="m3 8.6 3.2 3.2L13 4.8"/>',
};
const TONES: Readonly<Record<Light, string>> = {
  "never-signed-in": "muted",
  "nothing-sent": "warn",
  "nothing-accepted": "bad",
  fine: "good",
};

/** The light as a template's `state` has it. */
export function lightView(light: Light, lang: Language): View {
  const icon = `<svg class="vg-icon" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${SHAPES[light]}</svg>`;
  return { text: say(lang, `light.${light}`), tone: TONES[light], icon };
}

/** Why it is so, in words. */
export function whyWords({ light, hasCode, sent, lastVerdict }: TeamLight, lang: Language): string {
  if (light === "never-signed-in") return say(lang, hasCode ? "why.hasCode" : "why.noCode");
  if (light === "nothing-sent") return say(lang, "why.nothingSent");
  const verdict = lastVerdict === null ? null : verdictName(lang, lastVerdict).toLocaleLowerCase();
  if (light === "nothing-accepted")
    return verdict === null ? say(lang, "why.waiting", { count: sent }) : say(lang, "why.notAccepted", { count: sent, verdict });
  return say(lang, "why.fine", { count: sent });
}

/** A team in the list; `since` is when something was last heard of it. */
export function teamLightView(one: TeamLight, event: Pick<EventSettings, "timeZone">, now: number, lang: Language): View {
  const { team, lastSentAt, signedInAt } = one;
  const since = lastSentAt ?? signedInAt;
  return {
    id: team.id,
    name: team.name,
    language: team.language,
    division: team.division,
    hidden: team.hidden,
    out: team.entry === "competing" ? null : say(lang, `board.${team.entry}`),
    light: lightView(one.light, lang),
    why: whyWords(one, lang),
    since: since === null ? null : momentView(lang, since, event.timeZone, now),
  };
}
