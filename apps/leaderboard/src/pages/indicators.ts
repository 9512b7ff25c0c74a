/** The indicators that a challenge takes, with the notice that belongs to them, their sources and the lawful lives that look the same. */
import type { Request, Response } from "express";
import { CATALOGUE_NOTICE, INDICATOR_GROUPS, INDICATORS, LOOK_ALIKES, SOURCES, type Indicator } from "@vigie/sdk";
import { worldOf, type ChallengeSpec, type Language } from "@vigie/spec";
import { publicChallenge } from "../challenge-of.ts";
import { Refusal } from "../http/refusals.ts";
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

function kinds(lang: Language, challenge: ChallengeSpec): View[] {
  const own = say(lang, "indicators.own");
  const taken = new Set(worldOf(challenge).indicators);
  return KINDS.map((kind) => {
    const all = INDICATORS.filter((one) => one.kind === kind && taken.has(one.id));
    const groups = [...new Set(all.map(({ group }) => group))].map((group) => ({
      name: INDICATOR_GROUPS[group][lang],
      rows: all.filter((one) => one.group === group).map((one) => row(lang, own, one)),
    }));
    return { id: kind, name: say(lang, `indicators.${kind}`), groups };
  }).filter(({ groups }) => groups.length > 0);
}

/** @throws Refusal not-found where the challenge's world has no indicators. */
export function showIndicators(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const challenge = await publicChallenge(site, request.params["id"]);
    const shown = kinds(lang, challenge);
    if (shown.length === 0) throw new Refusal("not-found");
    const title = say(lang, "nav.indicators");
    await sendPage(site, request, response, {
      template: "indicators",
      title,
      here: "indicators",
      about: challenge.id,
      crumbs: [{ text: challenge.title[lang], href: `/${lang}/challenges/${challenge.id}` }, { text: title }],
      view: { notice: CATALOGUE_NOTICE[lang], kinds: shown },
    });
  };
}
