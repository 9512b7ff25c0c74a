/** How teams are doing at a glance: a sign, always with its word. */
import { icon, verdictName, type IconName, type Tone } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { Light, TeamLight } from "@vigie/store";
import type { View } from "../../render.ts";
import { say } from "../../say.ts";

export const LIGHTS = ["never-signed-in", "nothing-sent", "nothing-accepted", "fine"] as const satisfies readonly Light[];

const SIGNS: Readonly<Record<Light, { readonly icon: IconName; readonly tone: Tone }>> = {
  "never-signed-in": { icon: "ring", tone: "ours" },
  "nothing-sent": { icon: "half", tone: "bad" },
  "nothing-accepted": { icon: "warning", tone: "warn" },
  fine: { icon: "check", tone: "good" },
};

export function lightSign(light: Light): View {
  const { icon: name, tone } = SIGNS[light];
  return { icon: icon(name), tone };
}

/** A team's light with what makes it so: how much it sent, and what came of it. */
export function lightView(lang: Language, { light, sent, lastVerdict }: TeamLight): View {
  const more = sent === 0 ? "" : say(lang, "organize.sent", { count: sent });
  const verdict = light === "nothing-accepted" && lastVerdict !== null ? verdictName(lang, lastVerdict).toLowerCase() : "";
  return {
    ...lightSign(light),
    word: say(lang, `organize.light.${light}`),
    more: [more, verdict].filter((part) => part !== "").join(", "),
  };
}
