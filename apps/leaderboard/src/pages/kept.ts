/** What is kept about a team, why, and until when: in words that everybody who takes part understands. */
import type { Request, Response } from "express";
import { formatDate } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { EventSettings } from "@vigie/store";
import { eventOf, languageOf, sendPage, type Site } from "../page.ts";
import { say } from "../say.ts";

const PARTS = ["what", "not", "who", "others", "owns", "until", "ask"] as const;

function untilWords({ keptUntil }: EventSettings, lang: Language): string {
  if (keptUntil === null) return say(lang, "kept.untilAsked");
  return say(lang, "kept.until", { day: formatDate(lang, `${keptUntil}T12:00:00Z`, "UTC") });
}

export function showKept(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const event = await eventOf(site);
    const title = say(lang, "kept.title");
    const words = (part: (typeof PARTS)[number]): string =>
      part === "until" ? untilWords(event, lang) : say(lang, `kept.${part}`);
    await sendPage(site, request, response, {
      template: "kept",
      title,
      here: "none",
      crumbs: [{ text: title }],
      view: { parts: PARTS.map((part) => ({ title: say(lang, `kept.${part}Title`), words: words(part) })) },
    });
  };
}
