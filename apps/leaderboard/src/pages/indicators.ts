/** The catalogue of indicators, with the notice that belongs to it, its sources and the lawful lives that look the same. */
import type { Request, Response } from "express";
import { CATALOGUE_NOTICE, INDICATOR_GROUPS, INDICATORS, LOOK_ALIKES, SOURCES, type Indicator } from "@vigie/sdk";
import type { Language } from "@vigie/spec";
import { languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";

const KINDS = ["money", "digital", "counter"] as const;

function row(lang: Language, own: string, { id, label, lookAlikes, sources }: Indicator): View {
  return {
    id,
    label: label[lang],
    lives: lookAlikes.map((life) => LOOK_ALIKES[life][lang]).join("; "),
    named: sources.length > 0,
    sources: sources.length === 0 ? own : sources.map((source) => SOURCES[source][lang]).join("; "),
  };
}

function kinds(lang: Language): View[] {
  const own = say(lang, "indicators.own");
  return KINDS.map((kind) => {
    const all = INDICATORS.filter((one) => one.kind === kind);
    const groups = [...new Set(all.map(({ group }) => group))];
    return {
      id: kind,
      name: say(lang, `indicators.${kind}`),
      groups: groups.map((group) => ({
        name: INDICATOR_GROUPS[group][lang],
        rows: all.filter((one) => one.group === group).map((one) => row(lang, own, one)),
      })),
    };
  });
}

export function showIndicators(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const title = say(lang, "indicators.title");
    await sendPage(site, request, response, {
      template: "indicators",
      title,
      here: "indicators",
      crumbs: [{ text: title }],
      view: { notice: CATALOGUE_NOTICE[lang], kinds: kinds(lang) },
    });
  };
}
