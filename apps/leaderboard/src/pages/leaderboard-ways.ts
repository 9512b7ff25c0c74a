/** Addresses of a board that lead on: to one's own row, and from a row to its run. */
import type { Request, Response } from "express";
import { addressOf } from "../board/boards.ts";
import { pageWith, queryOf } from "../board/pages.ts";
import { rowKey } from "../board/snapshot.ts";
import { Refusal } from "../http/refusals.ts";
import { viewerOf } from "../http/visitor.ts";
import { languageOf, type Site } from "../page.ts";
import { audienceOf, maySeeTeam } from "../visibility.ts";

/** To the row of the visitor's own team: its page, and the place on it. */
export function sendToMine(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = viewerOf(request);
    const { placeOf, challenge } = await site.boards.snapshot(String(request.params["id"]), audienceOf(viewer));
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
    const { places, placeOf } = await site.boards.snapshot(String(request.params["id"]), audienceOf(viewer));
    const place = placeOf.get(String(request.params["team"]));
    const row = place === undefined ? null : places[place].row;
    if (row === null || row.submission === null || !maySeeTeam(viewer, row.team)) throw new Refusal("not-found");
    response.set({ "cache-control": "private, no-store", vary: "cookie" });
    response.redirect(303, `/${lang}/submissions/${encodeURIComponent(row.submission)}`);
  };
}
