/** The board: anonymous pages from the cache, a team's own with its row in the lamp's colour. */
import type { Request, Response } from "express";
import type { ChallengeSpec, Language } from "@vigie/spec";
import type { Viewer } from "@vigie/store";
import { type BoardCache, cached, type CachedPage } from "../board/board-cache.ts";
import { boardView } from "../board/board-view.ts";
import { challengeOf } from "../challenge-of.ts";
import { viewerOf } from "../http/visitor.ts";
import { eventOf, framed, languageOf, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { dictionary, say } from "../say.ts";

async function view(site: Site, challenge: ChallengeSpec, viewer: Viewer | null, lang: Language): Promise<View> {
  const [standings, pending, preparation, event] = await Promise.all([
    site.store.standings(challenge.id),
    site.store.pending(challenge.id),
    site.store.preparation(challenge.id),
    eventOf(site),
  ]);
  const preparing = preparation.some(({ state }) => state === "queued" || state === "working");
  return boardView({ challenge, standings, pending, preparing, timeZone: event.timeZone, own: viewer?.team?.id ?? null }, lang);
}

async function page(site: Site, challenge: ChallengeSpec, viewer: Viewer | null, lang: Language): Promise<string> {
  return framed(site, lang, `/challenges/${challenge.id}/leaderboard`, viewer, {
    template: "leaderboard",
    title: `${say(lang, "nav.board")}, ${challenge.title[lang]}`,
    here: "board",
    view: {
      challenge: { id: challenge.id, title: challenge.title[lang], summary: challenge.summary[lang] },
      board: await view(site, challenge, viewer, lang),
    },
  });
}

async function fragment(site: Site, challenge: ChallengeSpec, viewer: Viewer | null, lang: Language): Promise<string> {
  return site.render("board-fragment", { board: await view(site, challenge, viewer, lang), t: dictionary(lang), lang });
}

function send(request: Request, response: Response, { body, etag }: CachedPage, shared: boolean): void {
  response
    .set("etag", etag)
    .set("cache-control", shared ? "public, no-cache" : "private, no-cache")
    .set("vary", "cookie");
  if (request.get("if-none-match") === etag) {
    response.status(304).end();
    return;
  }
  response.set("content-type", "text/html; charset=utf-8").end(body);
}

export function showLeaderboard(site: Site, cache: BoardCache) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = viewerOf(request);
    const challenge = await challengeOf(site, request);
    const make = request.query["fragment"] === undefined ? page : fragment;
    if (viewer !== null) {
      send(request, response, cached(await make(site, challenge, viewer, lang)), false);
      return;
    }
    const key = `${lang} ${challenge.id} ${make.name}`;
    send(request, response, await cache.get(key, () => make(site, challenge, null, lang)), true);
  };
}
