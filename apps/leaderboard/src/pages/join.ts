/** The door of a printed code: the code stands behind the #, which no browser sends, and a script puts it into the form. */
import type { Request, Response } from "express";
import { languageOf, sendPage, type Site } from "../page.ts";
import { say } from "../say.ts";

export function showJoin(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const title = say(lang, "join.title");
    await sendPage(site, request, response, { template: "join", title, here: "signIn", crumbs: [{ text: title }], view: {} });
  };
}
