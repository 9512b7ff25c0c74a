/** A traffic light for each team, stuck ones first: a shape, a word, and why. */
import { icon, verdictName, type IconName, type Tone } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { EventSettings, Light, TeamLight } from "@vigie/store";
import { momentView } from "../clock.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";

export const LIGHTS = ["never-signed-in", "nothing-sent", "nothing-accepted", "fine"] as const satisfies readonly Light[];

/** Ring, half disc, triangle, tick: told apart without colour. */
const SIGNS: Readonly<Record<Light, { readonly icon: IconName; readonly tone: Tone }>> = {
  "never-signed-in": { icon: "ring", tone: "ours" },
  "nothing-sent": { icon: "half", tone: "bad" },
  "nothing-accepted": { icon: "warning", tone: "warn" },
  fine: { icon: "check", tone: "good" },
};

/** The light as a template's `state` has it. */
export function lightView(light: Light, lang: Language): View {
  const { icon: name, tone } = SIGNS[light];
  return { text: say(lang, `light.${light}`), tone, icon: icon(name) };
}

/** The same with what makes it so in few words: how much it sent, and what came of it. */
export function shortLightView({ light, sent, lastVerdict }: TeamLight, lang: Language): View {
  const more = sent === 0 ? "" : say(lang, "organize.sent", { count: sent });
  const verdict = light === "nothing-accepted" && lastVerdict !== null ? verdictName(lang, lastVerdict).toLowerCase() : "";
  return { ...lightView(light, lang), more: [more, verdict].filter((part) => part !== "").join(", ") };
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
