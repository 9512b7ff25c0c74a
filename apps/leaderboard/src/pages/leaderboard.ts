/** The board: kept bytes for everybody, a page of their own for those who are signed in. */
import type { Request, RequestHandler, Response } from "express";
import type { ChallengeSpec, Language } from "@vigie/spec";
import type { Viewer } from "@vigie/store";
import { etagOf, isFresh, sendKept, type BoardCache } from "../board/board-cache.ts";
import { boardView } from "../board/board-view.ts";
import { challengeById, challengeOf } from "../challenge-of.ts";
import { clockView } from "../clock.ts";
import { hasSessionCookie } from "../http/session-cookie.ts";
import { viewerOf } from "../http/visitor.ts";
import { eventOf, framed, languageOf, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";
import { maySeeTeam } from "../visibility.ts";

async function view(site: Site, challenge: ChallengeSpec, viewer: Viewer | null, lang: Language): Promise<View> {
  const [standings, pending, preparation, event] = await Promise.all([
    site.store.standings(challenge.id),
    site.store.pending(challenge.id),
    site.store.preparation(challenge.id),
    eventOf(site),
  ]);
  const hidden = preparation.find(({ split }) => split === "public")?.state ?? "ready";
  const own = viewer?.team?.id ?? null;
  const mayFollow = (team: string): boolean => maySeeTeam(viewer, team);
  return boardView({ challenge, standings, pending, hidden, timeZone: event.timeZone, own, mayFollow, now: Date.now() }, lang);
}

async function page(site: Site, challenge: ChallengeSpec, viewer: Viewer | null, lang: Language): Promise<string> {
  const title = challenge.title[lang];
  const address = (id: string): string => `/challenges/${id}/leaderboard`;
  return framed(site, lang, address(challenge.id), viewer, {
    template: "leaderboard",
    title: `${say(lang, "nav.board")}, ${title}`,
    here: "board",
    about: challenge.id,
    sibling: address,
    crumbs: [{ text: title, href: `/${lang}/challenges/${challenge.id}` }, { text: say(lang, "nav.board") }],
    view: {
      challenge: { id: challenge.id, title, summary: challenge.summary[lang] },
      clock: clockView(lang, await eventOf(site)),
      board: await view(site, challenge, viewer, lang),
    },
  });
}

/** Answers visitors without a session from the kept page, before anything else is looked up. */
export function showKeptLeaderboard(site: Site, cache: BoardCache, headers: Readonly<Record<string, string>>): RequestHandler {
  return async (request, response, next) => {
    const { lang, id } = request.params;
    if (
      (lang !== "en" && lang !== "fr") ||
      typeof id !== "string" ||
      hasSessionCookie(request) ||
      request.headers.authorization !== undefined
    ) {
      next();
      return;
    }
    try {
      const kept = await cache.get(`${lang} ${id}`, async () => page(site, await challengeById(site, id), null, lang));
      sendKept(request, response, kept, headers);
    } catch (error) {
      response.set(headers);
      throw error;
    }
  };
}

export function showLeaderboard(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const html = await page(site, await challengeOf(site, request), viewerOf(request), lang);
    const etag = etagOf(html);
    response.set({ etag: `W/${etag}`, "cache-control": "private, no-cache", vary: "cookie" });
    if (isFresh(request, [etag])) response.status(304).end();
    else response.type("html").send(html);
  };
}
