/** The catalogue of indicators, with its notice and its sources. */
import type { Request, Response } from "express";
import { CATALOGUE_NOTICE, INDICATORS, SOURCES } from "@vigie/sdk";
import { languageOf, sendPage, type Site } from "../page.ts";
import { say } from "../say.ts";

export function showIndicators(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    await sendPage(site, request, response, {
      template: "indicators",
      title: say(lang, "indicators.title"),
      here: "indicators",
      view: {
        notice: CATALOGUE_NOTICE[lang],
        rows: INDICATORS.map(({ id, label, sources }) => ({
          id,
          label: label[lang],
          sources:
            sources.length === 0 ? say(lang, "indicators.own") : sources.map((source) => sourceName(source, lang)).join("; "),
        })),
      },
    });
  };
}

function sourceName(source: keyof typeof SOURCES, lang: "en" | "fr"): string {
  const value: unknown = SOURCES[source];
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null) {
    const named: Readonly<Record<string, unknown>> = { ...value };
    for (const candidate of [named[lang], named["name"], named["title"]]) {
      if (typeof candidate === "string") return candidate;
      if (typeof candidate === "object" && candidate !== null && lang in candidate) {
        const inLanguage: Readonly<Record<string, unknown>> = { ...candidate };
        const text = inLanguage[lang];
        if (typeof text === "string") return text;
      }
    }
  }
  return source;
}
