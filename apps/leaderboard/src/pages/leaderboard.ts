/**
 * The board: kept bytes for everybody, a page joined for those who are signed in, and the rows that changed.
 *
 * Bytes for everybody hang on the address and on the snapshot alone. A signed-in visitor's page is a frame of its own
 * around the same rows; it is private and is never kept here.
 */
import { hash, randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { ownScoreShape } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { Viewer } from "@vigie/store";
import { leaderboardAnswer } from "../api/answers.ts";
import { addressOf, type ShownBoard } from "../board/boards.ts";
import { boardBytes } from "../board/fragment.ts";
import { isFresh, Kept, sendKept } from "../board/kept.ts";
import { pageOf, pageWith, queryOf, wishOf } from "../board/pages.ts";
import { sendOwn } from "../board/send-own.ts";
import { rowKey, type Place } from "../board/snapshot.ts";
import { clockView } from "../clock.ts";
import { Refusal } from "../http/refusals.ts";
import { hasSessionCookie } from "../http/session-cookie.ts";
import { viewerOf } from "../http/visitor.ts";
import { framedIn, languageOf, type Site } from "../page.ts";
import { say } from "../say.ts";
import { maySeeTeam } from "../visibility.ts";

type Headers = Readonly<Record<string, string>>;

const HTML = "text/html; charset=utf-8";
/** Another program may render otherwise: what a browser got from the one before is not fresh. */
const BOOT = randomUUID();
/** Where the rows stand in a frame; nobody can have put it into a name. */
const HOLE = `board-${randomUUID()}`;

function idOf(request: Request): string {
  const id = request.params["id"];
  if (typeof id !== "string") throw new Refusal("not-found");
  return id;
}

function shownTo(site: Site, request: Request, lang: Language): Promise<ShownBoard> {
  return site.boards.shown(idOf(request), wishOf(request.query), lang);
}

/** What the page says to its script and weaves into its rows of this viewer. */
function ownOf(viewer: Viewer | null, { snapshot }: ShownBoard) {
  const key = viewer?.team ? rowKey(viewer.team.id) : null;
  const place = key === null ? undefined : snapshot.placeOf.get(key);
  const score = place === undefined ? null : snapshot.places[place].row.score;
  return { key, score, line: score === null ? "" : ownScoreShape(snapshot.axis, score) };
}

/** Own row and links of a viewer: for every other row null, which is everybody's. */
function weaver(viewer: Viewer | null, own: string | null, address: string, lang: Language): (place: Place) => Buffer | null {
  return ({ row, face }) => {
    const you = face.key === own;
    const href = row.submission !== null && maySeeTeam(viewer, row.team) ? `${address}/teams/${face.key}` : null;
    return you || href !== null ? face.bytes(lang, row.rank, { you, href }) : null;
  };
}

function pageBytes(site: Site, shown: ShownBoard, viewer: Viewer | null, lang: Language): Buffer {
  const { snapshot, page, fragment } = shown;
  const { challenge, event } = snapshot;
  const address = addressOf(lang, challenge.id);
  const own = ownOf(viewer, shown);
  const title = `${say(lang, "nav.board")}, ${challenge.title[lang]}`;
  const which = page.search !== "" ? page.search : page.page > 1 ? say(lang, "pager.page", { page: page.page }) : null;
  const host = viewer !== null && viewer.team === null;
  const html = framedIn(site, snapshot, lang, address.slice(3), viewer, {
    template: "leaderboard",
    title: which === null ? title : `${title}, ${which}`,
    here: "board",
    about: challenge.id,
    sibling: (id) => addressOf(lang, id).slice(3),
    query: queryOf(page),
    kept: viewer === null,
    crumbs: [{ text: challenge.title[lang], href: `/${lang}/challenges/${challenge.id}` }, { text: say(lang, "nav.board") }],
    view: {
      challenge: { id: challenge.id, title: challenge.title[lang], summary: challenge.summary[lang] },
      clock: clockView(lang, event, site.store.clock.now()),
      address,
      version: snapshot.version,
      axis: snapshot.axis.max,
      query: queryOf(page),
      search: page.search,
      own: own.key,
      score: own.score,
      links: viewer === null ? null : `${address}/teams/`,
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
      const shown = await shownTo(site, request, lang);
      const key = `page ${shown.snapshot.version} ${lang} ${queryOf(shown.page)}`;
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
    const shown = await shownTo(site, request, lang);
    const hangsOn = [BOOT, shown.snapshot.version, lang, queryOf(shown.page), viewer?.role, viewer?.team];
    const etag = `"${hash("sha256", JSON.stringify(hangsOn), "base64url").slice(0, 22)}"`;
    response.set({ etag: `W/${etag}`, "cache-control": "private, no-cache", vary: "accept-encoding, cookie" });
    if (isFresh(request, [etag])) response.status(304).end();
    else await sendOwn(request, response, pageBytes(site, shown, viewer, lang));
  };
}

/**
 * What changed on a page since a version: the same bytes for all, whoever they are. Rows that stayed are left empty, to
 * be filled from the page; of a version that is no longer known all rows are sent.
 */
export function showRows(site: Site, headers: Headers): RequestHandler {
  return (request, response) =>
    answered(response, headers, async () => {
      const lang = languageOf(request);
      const wish = wishOf(request.query);
      const { snapshot, page, fragment } = await shownTo(site, request, lang);
      const { since } = request.query;
      const before = typeof since === "string" ? site.boards.earlier(snapshot.challenge.id, since) : null;
      const key = `rows ${snapshot.version} ${lang} ${queryOf(page)} ${before?.version ?? ""}`;
      const kept = await site.boards.bytes(key, () => {
        const there = before === null ? [] : pageOf(before, wish).places.map((place) => before.places[place].face);
        const stayed = new Set(there);
        const board = boardBytes(fragment, ({ row, face }) =>
          stayed.has(face) ? Buffer.from(`<div data-row="${face.key}" data-rank="${row.rank ?? ""}"></div>`) : null,
        );
        const view = { ...fragment, version: snapshot.version, axis: snapshot.axis.max, board: board.toString() };
        return Promise.resolve(new Kept(Buffer.from(site.render("rows", view)), HTML));
      });
      await sendKept(request, response, kept, headers);
    });
}

/** The board for programs: everything, the same bytes for everybody. */
export function showLeaderboardJson(site: Site, headers: Headers): RequestHandler {
  return (request, response) =>
    answered(response, headers, async () => {
      const { version, standings, pending } = await site.boards.snapshot(idOf(request));
      const make = (): Promise<Kept> =>
        Promise.resolve(
          new Kept(Buffer.from(JSON.stringify(leaderboardAnswer(standings, pending))), "application/json; charset=utf-8"),
        );
      await sendKept(request, response, await site.boards.bytes(`json ${standings.challenge} ${version}`, make), headers);
    });
}

/** To the row of the visitor's own team: its page, and the place on it. */
export function sendToMine(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = viewerOf(request);
    const { placeOf, challenge } = await site.boards.snapshot(idOf(request));
    const address = addressOf(lang, challenge.id);
    response.set({ "cache-control": "private, no-store", vary: "cookie" });
    const place = viewer?.team ? placeOf.get(rowKey(viewer.team.id)) : undefined;
    const row = place === undefined ? "" : `${queryOf({ page: pageWith(place), search: "" })}#mine`;
    const door = `/${lang}/sign-in?to=${encodeURIComponent(`${address}/mine`)}`;
    response.redirect(303, viewer === null ? door : `${address}${row}`);
  };
}

/** From a team's row to the run that stands on the board, for those who may see it. */
export function sendToRun(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = viewerOf(request);
    if (viewer === null) throw new Refusal("sign-in");
    const { places, placeOf } = await site.boards.snapshot(idOf(request));
    const place = placeOf.get(String(request.params["team"]));
    const row = place === undefined ? null : places[place].row;
    if (row === null || row.submission === null || !maySeeTeam(viewer, row.team)) throw new Refusal("not-found");
    response.set({ "cache-control": "private, no-store", vary: "cookie" });
    response.redirect(303, `/${lang}/submissions/${encodeURIComponent(row.submission)}`);
  };
}

/** These answers go out before the middleware that sets every answer's headers: a refusal gets them too. */
async function answered(response: Response, headers: Headers, answer: () => Promise<void>): Promise<void> {
  try {
    await answer();
  } catch (error) {
    response.set(headers);
    throw error;
  }
}
