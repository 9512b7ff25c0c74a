/** Rows of the table that are neither pages nor the API: files, health, and the way to a language. */
import type { Request, Response } from "express";
import { Health } from "../api/schemas.ts";
import { preferredLanguage } from "../http/preferred-language.ts";
import { Refusal } from "../http/refusals.ts";
import type { Site } from "../page.ts";
import { earlyWith, json, row, type Route } from "./route.ts";

/** A file of the pages; there is nothing under another name. */
function sendAsset({ assets }: Site) {
  return (request: Request, response: Response): Promise<void> =>
    new Promise((resolve, reject) => {
      response.once("close", resolve);
      assets.router(request, response, (error: unknown) => reject(error instanceof Error ? error : new Refusal("not-found")));
    });
}

/** An event that is there stays: whoever asks then does not wait behind those who ask the database. */
function sayHealth({ store }: Site) {
  let there = false;
  const look = async (): Promise<void> => void (there ||= (await store.event()) !== null);
  look().catch(() => undefined);
  return async (_request: Request, response: Response): Promise<void> => {
    if (!there) await look();
    response.json({ status: there ? "ok" : "no-event" });
  };
}

async function sendKit({ options }: Site, response: Response): Promise<void> {
  const kit = await options.kit?.();
  if (kit === undefined || kit === null) throw new Refusal("not-found");
  response.sendFile(kit.path, {
    headers: { "content-type": "application/zip", "content-disposition": 'attachment; filename="vigie-kit.zip"' },
    dotfiles: "allow",
  });
}

export function plainRoutes(site: Site, headers: Readonly<Record<string, string>>): readonly Route[] {
  const asset = (path: string): Route => ({
    method: "get",
    path,
    summary: { en: "A file of the pages", fr: "Un fichier des pages" },
    who: "everybody",
    answers: { 200: { type: "*/*" } },
    ...earlyWith(headers, sendAsset(site)),
  });
  return [
    asset("/assets/:file"),
    asset("/favicon.svg"),
    row({
      method: "get",
      path: "/healthz",
      summary: { en: "Whether the server has an event", fr: "Si le serveur tient un événement" },
      who: "everybody",
      answers: { 200: json(Health) },
      ...earlyWith(headers, sayHealth(site)),
    }),
    row({
      method: "get",
      path: "/robots.txt",
      summary: { en: "Nothing is to be indexed", fr: "Rien n’est à indexer" },
      who: "everybody",
      answers: { 200: { type: "text/plain" } },
      ...earlyWith(headers, (_request, response) => response.type("text").send("User-agent: *\nDisallow: /\n")),
    }),
    row({
      method: "get",
      path: "/kit.zip",
      summary: { en: "The kit for teams", fr: "La trousse des équipes" },
      who: "everybody",
      answers: { 200: { type: "application/zip" } },
      handle: (_request, response) => sendKit(site, response),
    }),
    row({
      method: "get",
      path: "/",
      summary: { en: "To the pages in the visitor’s language", fr: "Vers les pages dans la langue de la personne" },
      who: "everybody",
      answers: { 302: { type: "none" } },
      handle: async (request, response) => {
        const event = await site.store.event();
        response.vary("accept-language, cookie").redirect(302, `/${preferredLanguage(request, event?.languages)}`);
      },
    }),
  ];
}
