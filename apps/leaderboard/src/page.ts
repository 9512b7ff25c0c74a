/** What every page shares: language, frame, who is signed in. One page a file under `pages/` fills the rest. */
import type { Request, Response } from "express";
import { icon, mark } from "@vigie/report";
import { HELP_LINE, HIDDEN_SPLITS, ownSetOf, type ChallengeSpec, type Language } from "@vigie/spec";
import type { EventSettings, Store, Viewer } from "@vigie/store";
import type { Assets } from "./assets.ts";
import type { Boards } from "./board/boards.ts";
import type { Doors } from "./http/doors.ts";
import { wordsOf, type News } from "./news.ts";
import { viewerOf } from "./http/visitor.ts";
import { Refusal } from "./http/refusals.ts";
import { challengeTabs, navigation } from "./navigation.ts";
import type { PageContent } from "./page-content.ts";
import type { LeaderboardOptions } from "./options.ts";
import type { Render, View } from "./render.ts";
import { dictionaries, say } from "./say.ts";

export interface Site {
  readonly store: Store;
  readonly doors: Doors;
  readonly options: LeaderboardOptions;
  readonly assets: Assets;
  readonly render: Render;
  readonly boards: Boards;
  readonly news: News;
}

/** The language of a page's address. @throws Refusal not-found for any other word. */
export function languageOf(request: Request): Language {
  const lang = request.params["lang"];
  if (lang === "en" || lang === "fr") return lang;
  throw new Refusal("not-found");
}

/** The event's settings. @throws Refusal preparing where there is none yet. */
export async function eventOf(site: Pick<Site, "store">): Promise<EventSettings> {
  const event = await site.store.event();
  if (event === null) throw new Refusal("preparing", { retryAfterSeconds: 30 });
  return event;
}

function footing(lang: Language, helpLine: EventSettings["helpLine"], challenges: readonly ChallengeSpec[]): View {
  const brought = challenges.some((challenge) => HIDDEN_SPLITS.some((split) => ownSetOf(challenge, split) !== null));
  return {
    footer: say(lang, brought ? "footer.brought" : "footer.invented"),
    help: say(lang, "footer.help", { name: helpLine.name[lang] }),
    phone: helpLine.phone,
    tel: helpLine.phone.replace(/[^+\d]/g, ""),
  };
}

/** The browser's tab: where several challenges have such a page, it names its own. */
function tabTitle({ title, about }: PageContent, lang: Language, challenges: readonly ChallengeSpec[]): string {
  const challenge = challenges.length < 2 ? undefined : challenges.find(({ id }) => id === about)?.title[lang];
  return challenge === undefined || title.includes(challenge) ? title : `${title}, ${challenge}`;
}

function visitorName(lang: Language, viewer: Viewer): string {
  return viewer.team?.name ?? say(lang, `role.${viewer.role}`);
}

/** What the frame says of the event. */
interface EventAround {
  /** Null before there is one. */
  readonly event: EventSettings | null;
  readonly challenges: readonly ChallengeSpec[];
}

/** The frame around a page, as HTML. `path` is the address without its language, so that the switch keeps the page. */
export async function framed(
  site: Site,
  lang: Language,
  path: string,
  viewer: Viewer | null,
  content: PageContent,
): Promise<string> {
  const [event, challenges] = await Promise.all([site.store.event(), site.store.publicChallenges(), site.news.look()]);
  return framedIn(site, { event, challenges }, lang, path, viewer, content);
}

/** The same where the event is at hand. */
export function framedIn(
  site: Site,
  { event, challenges }: EventAround,
  lang: Language,
  path: string,
  viewer: Viewer | null,
  content: PageContent,
): string {
  const where = { lang, challenges, viewer };
  const common = { t: dictionaries[lang], lang };
  const tabs = challengeTabs(where, content);
  const other = lang === "en" ? "fr" : "en";
  return site.render("layout", {
    ...common,
    body: site.render(content.template, { ...content.view, ...common, tabs }),
    title: [tabTitle(content, lang, challenges), event?.name[lang], "Vigie"].filter((part) => part !== undefined).join(" · "),
    eventName: event?.name[lang] ?? null,
    css: site.assets.css,
    js: site.assets.js,
    font: site.assets.font,
    icons: { theme: icon("theme"), phone: icon("phone"), mark: mark(22) },
    mark: mark(26),
    nav: event === null ? [] : navigation(where, content),
    otherLang: event === null || event.languages.includes(other) ? other : null,
    otherHref: `/${other}${tabs?.find(({ current }) => current)?.path ?? path}${content.query ?? ""}`,
    viewer: viewer === null ? null : { name: visitorName(lang, viewer) },
    banner: site.options.banner?.[lang] ?? null,
    news: site.news.newest === null ? null : wordsOf(site.news.newest.text, lang),
    zone: event?.timeZone ?? null,
    now: content.kept === true ? null : site.store.clock.now(),
    crumbs: content.crumbs.length === 0 ? null : [{ text: event?.name[lang] ?? "Vigie", href: `/${lang}` }, ...content.crumbs],
    ...footing(lang, event?.helpLine ?? HELP_LINE, challenges),
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
  const kept = content.secret === true ? "no-store" : "private, no-cache";
  response.status(status).set({ "cache-control": kept, vary: "cookie" }).type("html").send(html);
}
