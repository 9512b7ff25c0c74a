/** What of a board its script and other programs fetch: the rows that changed, and all of it as JSON. Both are kept. */
import type { RequestHandler } from "express";
import { leaderboardAnswer } from "../api/answers.ts";
import { answered } from "../board/answered.ts";
import { boardBytes } from "../board/fragment.ts";
import { Kept, sendKept } from "../board/kept.ts";
import { pageOf, queryOf, wishOf } from "../board/pages.ts";
import { languageOf, type Site } from "../page.ts";

type Headers = Readonly<Record<string, string>>;

const HTML = "text/html; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/**
 * What changed on a page since a version: the same bytes for all, whoever they are. Rows that stayed are left empty, to
 * be filled from the page; of a version that is no longer known all rows are sent.
 */
export function showRows(site: Site, headers: Headers): RequestHandler {
  return (request, response) =>
    answered(response, headers, async () => {
      const lang = languageOf(request);
      const wish = wishOf(request.query);
      const { snapshot, page, fragment } = await site.boards.shown(String(request.params["id"]), wish, lang);
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
      const { version, standings, pending } = await site.boards.snapshot(String(request.params["id"]));
      const make = (): Promise<Kept> =>
        Promise.resolve(new Kept(Buffer.from(JSON.stringify(leaderboardAnswer(standings, pending))), JSON_TYPE));
      await sendKept(request, response, await site.boards.bytes(`json ${standings.challenge} ${version}`, make), headers);
    });
}
