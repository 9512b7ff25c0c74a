/** Addresses from when an event had one challenge: to the page of that one, or to the list of several. */
import type { Request, Response } from "express";
import { languageOf, type Site } from "../page.ts";

export function sendToChallenge({ store }: Site, page: "data" | "indicators") {
  return async (request: Request, response: Response): Promise<void> => {
    const home = `/${languageOf(request)}`;
    const [only, ...others] = await store.challenges();
    response.redirect(
      302,
      only === undefined || others.length > 0 ? `${home}#challenges` : `${home}/challenges/${only.id}/${page}`,
    );
  };
}
