/** The one place where an error becomes an answer: problem details for programs, a page for people, no stack for anybody. */
import type { ErrorRequestHandler, Request } from "express";
import type { Language } from "@vigie/spec";
import type { Viewer } from "@vigie/store";
import { framed, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";
import { preferredLanguage } from "./preferred-language.ts";
import { Refusal } from "./refusals.ts";
import { viewerOf } from "./visitor.ts";

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const status: unknown = typeof error === "object" && error !== null && "status" in error ? error.status : null;
  if (status === 413) return new Refusal("too-large", { cause: error });
  if (typeof status === "number" && status >= 400 && status < 500) return new Refusal("bad-request", { cause: error });
  return new Refusal("failed", { cause: error });
}

function wishedLanguage(request: Request): Language {
  const inPath = /^\/(en|fr)(\/|$)/.exec(request.path)?.[1];
  if (inPath === "fr" || inPath === "en") return inPath;
  return preferredLanguage(request);
}

/** Before there is an event nothing is to be found, and that is nobody's mistake. */
async function asPreparing(site: Site, refusal: Refusal): Promise<Refusal> {
  if (refusal.code !== "not-found") return refusal;
  const event = await site.store.event().catch(() => undefined);
  return event === null ? new Refusal("preparing", { retryAfterSeconds: 30 }) : refusal;
}

function heading(lang: Language, { status, code }: Refusal): string {
  if (code === "preparing") return say(lang, "error.titlePreparing");
  if (status === 401) return say(lang, "error.title401");
  if (status === 403) return say(lang, "error.title403");
  if (status === 404) return say(lang, "error.title404");
  if (status === 409) return say(lang, "error.title409");
  return say(lang, status >= 500 ? "error.title500" : "error.title");
}

/** What leads on: back to the event, by way of a session, or to where an organizer opens one. */
function waysOn(lang: Language, { code }: Refusal, viewer: Viewer | null): View {
  const back = { href: `/${lang}`, text: say(lang, "error.back") };
  const door = { href: `/${lang}/sign-in`, text: say(lang, "nav.signIn") };
  if (code === "sign-in") return { first: door, second: back };
  if (code !== "preparing") return { first: back, second: null };
  if (viewer === null) return { first: door, second: null };
  return {
    first: viewer.role === "organizer" ? { href: `/${lang}/set-up`, text: say(lang, "setUp.title") } : back,
    second: null,
  };
}

/** `headers` are those of every answer: what failed early has none yet. */
export function answerErrors(site: Site, headers: Readonly<Record<string, string>>): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return async (error: unknown, request, response, next) => {
    const refusal = await asPreparing(site, asRefusal(error));
    if (refusal.code === "failed") site.options.onFailure?.(refusal.cause ?? error);
    if (response.headersSent) {
      next(error);
      return;
    }
    const lang = wishedLanguage(request);
    response.set(headers);
    const detail = refusal.detail?.[lang] ?? say(lang, `error.${refusal.code}`);
    if (refusal.retryAfterSeconds !== null) response.set("retry-after", String(refusal.retryAfterSeconds));
    response.status(refusal.status).set("cache-control", "no-store");
    if (request.path.startsWith("/api/") || request.path === "/kit.zip") {
      if (refusal.status === 401) response.set("www-authenticate", "Bearer");
      response.set("content-language", lang).vary("accept-language");
      const problem = {
        type: "about:blank",
        title: say("en", "error.title"),
        status: refusal.status,
        code: refusal.code,
        detail,
        ...(refusal.problems === null ? {} : { problems: refusal.problems[lang] }),
      };
      response.type("application/problem+json").send(JSON.stringify(problem));
      return;
    }
    try {
      const path = request.path.replace(/^\/(en|fr)(?=\/|$)/, "");
      const title = heading(lang, refusal);
      const content = {
        template: "error",
        title,
        here: "none",
        crumbs: [],
        view: { detail, heading: title, ...waysOn(lang, refusal, viewerOf(request)) },
      } as const;
      response.type("html").send(await framed(site, lang, path, viewerOf(request), content));
    } catch {
      response.type("text").send(detail);
    }
  };
}
