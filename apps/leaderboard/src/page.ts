/** What every page shares: language, frame, who is signed in. One page a file under `pages/` fills the rest. */
import type { Request, Response } from "express";
import { icon, mark } from "@vigie/report";
import { HIDDEN_SPLITS, ownSetOf, type Language } from "@vigie/spec";
import type { EventSettings, Store, Viewer } from "@vigie/store";
import type { Assets } from "./assets.ts";
import { viewerOf } from "./http/visitor.ts";
import { Refusal } from "./http/refusals.ts";
import type { LeaderboardOptions } from "./options.ts";
import type { Render, View } from "./render.ts";
import { dictionary, say } from "./say.ts";

export interface Site {
  readonly store: Store;
  readonly options: LeaderboardOptions;
  readonly assets: Assets;
  readonly render: Render;
}

export interface PageContent {
  readonly template: string;
  readonly title: string;
  /** Which entry of the navigation is marked. */
  readonly here: "home" | "board" | "runs" | "teams" | "challenge" | "indicators" | "signIn" | "none";
  /** The way from the event's page; the last one is here and has no address. */
  readonly crumbs: readonly { readonly text: string; readonly href?: string }[];
  readonly view: View;
}

const dictionaries = { en: dictionary("en"), fr: dictionary("fr") };

/** The language of a page's address. @throws Refusal not-found for any other word. */
export function languageOf(request: Request): Language {
  const lang = request.params["lang"];
  if (lang === "en" || lang === "fr") return lang;
  throw new Refusal("not-found");
}

/** The event's settings. @throws Refusal failed where there is none: a server without an event serves nothing. */
export async function eventOf(site: Site): Promise<EventSettings> {
  const event = await site.store.event();
  if (event === null) throw new Refusal("failed");
  return event;
}

function other(lang: Language): Language {
  return lang === "en" ? "fr" : "en";
}

/** The frame around a page, as HTML. `path` is the address without its language, so that the switch keeps the page. */
export async function framed(
  site: Site,
  lang: Language,
  path: string,
  viewer: Viewer | null,
  content: PageContent,
): Promise<string> {
  const event = await eventOf(site);
  const challenges = await site.store.challenges();
  const first = challenges[0]?.id ?? "";
  const brought = challenges.some((challenge) => HIDDEN_SPLITS.some((split) => ownSetOf(challenge, split) !== null));
  const host = viewer?.role === "mentor" || viewer?.role === "organizer";
  const nav = [
    { id: "home", href: `/${lang}`, text: say(lang, "nav.home"), show: true },
    { id: "challenge", href: `/${lang}/challenges/${first}`, text: say(lang, "nav.challenge"), show: challenges.length > 0 },
    { id: "board", href: `/${lang}/challenges/${first}/leaderboard`, text: say(lang, "nav.board"), show: challenges.length > 0 },
    { id: "runs", href: `/${lang}/runs`, text: say(lang, "nav.runs"), show: viewer?.role === "participant" },
    { id: "teams", href: `/${lang}/teams`, text: say(lang, "nav.teams"), show: host },
    { id: "indicators", href: `/${lang}/indicators`, text: say(lang, "nav.indicators"), show: true },
  ];
  const body = site.render(content.template, { ...content.view, t: dictionaries[lang], lang });
  return site.render("layout", {
    t: dictionaries[lang],
    lang,
    body,
    title: `${content.title} · ${event.name[lang]} · Vigie`,
    eventName: event.name[lang],
    css: site.assets.css,
    js: site.assets.js,
    mark: mark(26),
    nav: nav.filter(({ show }) => show).map((entry) => ({ ...entry, current: entry.id === content.here })),
    otherLang: other(lang),
    otherHref: `/${other(lang)}${path}`,
    viewer: viewer === null ? null : { name: viewer.team?.name ?? say(lang, `role.${viewer.role}`) },
    banner: site.options.banner?.[lang] ?? null,
    zone: event.timeZone,
    crumbs: content.crumbs.length === 0 ? null : [{ text: event.name[lang], href: `/${lang}` }, ...content.crumbs],
    font: site.assets.font,
    icons: { theme: icon("theme"), phone: icon("phone"), mark: mark(22) },
    footer: say(lang, brought ? "footer.brought" : "footer.invented"),
    help: say(lang, "footer.help", { name: event.helpLine.name[lang] }),
    phone: event.helpLine.phone,
    tel: event.helpLine.phone.replace(/[^+\d]/g, ""),
  });
}

/** Sends a page to its visitor alone. */
export async function sendPage(
  site: Site,
  request: Request,
  response: Response,
  content: PageContent,
  status = 200,
): Promise<void> {
  const lang = languageOf(request);
  const path = request.originalUrl.split("?")[0].slice(3);
  const html = await framed(site, lang, path, viewerOf(request), content);
  response.status(status).set({ "cache-control": "private, no-cache", vary: "cookie" }).type("html").send(html);
}
