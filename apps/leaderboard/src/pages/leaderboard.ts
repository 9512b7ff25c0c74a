/**
 * The board: kept bytes for everybody, and a page joined for those who are signed in.
 *
 * Bytes for everybody hang on the address and on the snapshot alone. A signed-in visitor's page is a frame of its own
 * around the same rows; it is private and is never kept here.
 */
import { hash, randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { ownScoreShape } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { Viewer } from "@vigie/store";
import { answered } from "../board/answered.ts";
import { addressOf, type ShownBoard } from "../board/boards.ts";
import { boardBytes } from "../board/fragment.ts";
import { isFresh, Kept, sendKept } from "../board/kept.ts";
import { filtersOf, queryOf, wishOf, type Wish } from "../board/pages.ts";
import { sendOwn } from "../board/send-own.ts";
import { rowKey, type Place, type Snapshot } from "../board/snapshot.ts";
import { clockView } from "../clock.ts";
import { frozenNotice } from "../freeze/notice.ts";
import { hasSessionCookie } from "../http/session-cookie.ts";
import { viewerOf } from "../http/visitor.ts";
import { framedIn, languageOf, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";
import { audienceOf, isHost, maySeeTeam, type Audience } from "../visibility.ts";

type Headers = Readonly<Record<string, string>>;

const HTML = "text/html; charset=utf-8";
/** Another program may render otherwise: what a browser got from the one before is not fresh. */
const BOOT = randomUUID();
/** Where the rows stand in a frame; nobody can have put it into a name. */
const HOLE = `board-${randomUUID()}`;

async function shownTo(site: Site, request: Request, lang: Language, audience: Audience): Promise<ShownBoard> {
  await site.news.look();
  return site.boards.shown(String(request.params["id"]), wishOf(request.query), lang, audience);
}

/** What the page says to its script and weaves into its rows of this viewer. */
function ownOf(viewer: Viewer | null, { snapshot }: ShownBoard) {
  const key = viewer?.team ? rowKey(viewer.team.id) : null;
  const place = key === null ? undefined : snapshot.placeOf.get(key);
  const score = place === undefined ? null : snapshot.places[place].row.score;
  return { key, score, line: score === null ? "" : ownScoreShape(snapshot.axis, score) };
}

/** Own row, links, and names that are kept off boards, of a viewer: for every other row null, which is everybody's. */
function weaver(viewer: Viewer | null, own: string | null, address: string, lang: Language): (place: Place) => Buffer | null {
  return ({ row, face }) => {
    const you = face.key === own;
    const href = row.submission !== null && maySeeTeam(viewer, row.team) ? `${address}/teams/${face.key}` : null;
    const name = row.hidden === true && maySeeTeam(viewer, row.team) ? row.teamName : null;
    return you || href !== null || name !== null ? face.bytes(lang, row.rank, { you, href, name }) : null;
  };
}

/** What the board can be filtered by, with what is chosen; null where all teams are alike. */
function filtersView(snapshot: Snapshot, wish: Wish, lang: Language): View | null {
  const { divisions, languages } = filtersOf(snapshot);
  if (divisions.length + languages.length === 0) return null;
  return {
    divisions: divisions.map((value) => ({ value, text: value, chosen: value === wish.division })),
    languages: languages.map((value) => ({ value, text: say(lang, `language.${value}`), chosen: value === wish.language })),
  };
}

function pageBytes(site: Site, shown: ShownBoard, viewer: Viewer | null, lang: Language): Buffer {
  const { snapshot, page, fragment } = shown;
  const { challenge, event } = snapshot;
  const address = addressOf(lang, challenge.id);
  const own = ownOf(viewer, shown);
  const title = `${say(lang, "nav.board")}, ${challenge.title[lang]}`;
  const which = [
    ...(page.search === "" ? [] : [page.search]),
    ...(page.division === undefined ? [] : [page.division]),
    ...(page.language === undefined ? [] : [say(lang, `language.${page.language}`)]),
    ...(page.page > 1 ? [say(lang, "pager.page", { page: page.page })] : []),
  ].join(", ");
  const host = isHost(viewer);
  const html = framedIn(site, snapshot, lang, address.slice(3), viewer, {
    template: "leaderboard",
    title: which === "" ? title : `${title}, ${which}`,
    here: "board",
    about: challenge.id,
    sibling: (id) => addressOf(lang, id).slice(3),
    tabs: [{ path: "/overall", text: say(lang, "overall.points"), current: false }],
    query: queryOf(page),
    kept: true,
    crumbs: [{ text: challenge.title[lang], href: `/${lang}/challenges/${challenge.id}` }, { text: say(lang, "nav.board") }],
    view: {
      challenge: { id: challenge.id, title: challenge.title[lang], summary: challenge.summary[lang] },
      clock: clockView(lang, event, site.store.clock.now(), viewer?.team?.id),
      notice: frozenNotice(snapshot, viewer, lang),
      address,
      rows: host && snapshot.state.frozenSince !== null ? null : `${address}/rows`,
      filters: filtersView(snapshot, page, lang),
      version: snapshot.version,
      axis: snapshot.axis.max,
      query: queryOf(page),
      search: page.search,
      own: own.key,
      score: own.score,
      links: host || own.key !== null ? `${address}/teams/` : null,
      mine: host ? null : `${address}/mine`,
      line: own.line,
      head: fragment.head,
      pager: fragment.pager,
      below: fragment.below,
      board: HOLE,
    },
  });
  const [before, after] = html.split(HOLE);
  const board = boardBytes(fragment, weaver(viewer, own.key, address, lang));
  return Buffer.concat([Buffer.from(before), board, Buffer.from(after)]);
}

/** Answers visitors without a session from kept bytes, before anything else is looked up. */
export function showKeptLeaderboard(site: Site, headers: Headers): RequestHandler {
  return (request, response, next) => {
    const { lang } = request.params;
    const everybody = !hasSessionCookie(request) && request.headers.authorization === undefined;
    if ((lang !== "en" && lang !== "fr") || !everybody) {
      next();
      return;
    }
    return answered(response, headers, async () => {
      const shown = await shownTo(site, request, lang, "everybody");
      const key = `page ${shown.snapshot.version} ${lang} ${queryOf(shown.page)} ${site.news.newest?.id ?? ""}`;
      const kept = await site.boards.bytes(key, async () => Promise.resolve(new Kept(pageBytes(site, shown, null, lang), HTML)));
      await sendKept(request, response, kept, headers, "accept-encoding, cookie");
    });
  };
}

/** The board of a signed-in visitor. */
export function showLeaderboard(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = viewerOf(request);
    const shown = await shownTo(site, request, lang, audienceOf(viewer));
    const hangsOn = [BOOT, shown.snapshot.version, lang, queryOf(shown.page), viewer?.role, viewer?.team, site.news.newest];
    const etag = `"${hash("sha256", JSON.stringify(hangsOn), "base64url").slice(0, 22)}"`;
    response.set({ etag: `W/${etag}`, "cache-control": "private, no-cache", vary: "accept-encoding, cookie" });
    if (isFresh(request, [etag])) response.status(304).end();
    else await sendOwn(request, response, pageBytes(site, shown, viewer, lang));
  };
}
