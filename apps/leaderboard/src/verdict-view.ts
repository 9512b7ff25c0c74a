import { verdictIcon, verdictName, verdictTone } from "@vigie/report";
import type { Language, Verdict } from "@vigie/spec";
import type { View } from "./render.ts";

/** A verdict as templates show it: never its colour without icon and word. */
export function verdictView(verdict: Verdict, lang: Language, iconSize = 14): View {
  return { text: verdictName(lang, verdict), icon: verdictIcon(verdict, iconSize), tone: verdictTone(verdict) };
}
