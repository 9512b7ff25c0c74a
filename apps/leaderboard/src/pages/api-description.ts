/** The API for people who write a program against it, from the table of routes. */
import type { Request, Response } from "express";
import type { Language } from "@vigie/spec";
import { languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { isOfApi, keysOf } from "../routes/openapi.ts";
import type { Body, Route } from "../routes/route.ts";
import { say } from "../say.ts";

function bodyView(lang: Language, body: Body | undefined): View | null {
  if (body === undefined) return null;
  if (body.kind === "archive") return { what: say(lang, "api.archive"), keys: [] };
  return { what: "JSON", keys: Object.keys(body.schema.properties) };
}

function rowView(lang: Language, route: Route): View {
  return {
    method: route.method.toUpperCase(),
    path: route.path,
    summary: route.summary[lang],
    who: say(lang, `who.${route.who}`),
    query: keysOf(route).map(({ name }) => name),
    body: bodyView(lang, route.body),
    answers: Object.entries(route.answers).map(([status, { type }]) => (type === "none" ? status : `${status} ${type}`)),
  };
}

export function showApi(site: Site, routes: readonly Route[]) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const title = say(lang, "api.title");
    const rows = routes.filter(isOfApi).map((route) => rowView(lang, route));
    await sendPage(site, request, response, { template: "api", title, here: "none", crumbs: [{ text: title }], view: { rows } });
  };
}
