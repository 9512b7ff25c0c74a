/** The web app, put together: headers, the kept board, who is asking, the API, the pages, errors. It never runs submitted code. */
import compression from "compression";
import express, { type Express } from "express";
import { openFeeds } from "./api/feed.ts";
import { apiRoutes } from "./api/routes.ts";
import { loadAssets } from "./assets.ts";
import { BoardCache } from "./board/board-cache.ts";
import { openDoors } from "./http/doors.ts";
import { answerErrors } from "./http/errors.ts";
import { preferredLanguage } from "./http/preferred-language.ts";
import { Refusal } from "./http/refusals.ts";
import { sameOriginOnly } from "./http/same-origin.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { identify } from "./http/visitor.ts";
import type { LeaderboardOptions } from "./options.ts";
import type { Site } from "./page.ts";
import { showKeptLeaderboard } from "./pages/leaderboard.ts";
import { loadTemplates } from "./render.ts";
import { addPages } from "./routes.ts";

export interface Leaderboard {
  readonly app: Express;
  /** Ends the live feeds. */
  close(): void;
}

function addPlainFiles(app: Express, { store, options }: Site): void {
  app.get("/healthz", async (_request, response) => {
    response.json({ status: (await store.event()) === null ? "no-event" : "ok" });
  });
  app.get("/robots.txt", (_request, response) => void response.type("text").send("User-agent: *\nDisallow: /\n"));
  app.get("/kit.zip", async (_request, response) => {
    const kit = await options.kit?.();
    if (kit === undefined || kit === null) throw new Refusal("not-found");
    response.sendFile(kit.path, {
      headers: { "content-type": "application/zip", "content-disposition": 'attachment; filename="vigie-kit.zip"' },
      dotfiles: "allow",
    });
  });
}

/** Makes the app; it listens to nothing yet. @throws where an asset or a template is missing. */
export function createLeaderboard(options: LeaderboardOptions): Leaderboard {
  const { store } = options;
  const doors = openDoors(options.uploads.limits);
  const site: Site = { store, options, doors, assets: loadAssets(options.assetsDir), render: loadTemplates(options.assetsDir) };
  const cache = new BoardCache(store);
  const feeds = openFeeds(site);
  const headers = { ...securityHeaders(options.secureCookies), "x-robots-tag": "noindex" };
  const app = express();
  app.disable("x-powered-by").disable("etag");
  if (options.publicUrl !== undefined) app.set("trust proxy", "loopback");
  app.get("/:lang/challenges/:id/leaderboard", showKeptLeaderboard(site, cache, headers));
  app.use((_request, response, next) => {
    response.set(headers);
    next();
  });
  app.use(site.assets.router);
  app.use(
    compression({ filter: (request, response) => !request.path.endsWith("/feed") && compression.filter(request, response) }),
  );
  addPlainFiles(app, site);
  app.use(identify(store));
  app.use(sameOriginOnly(options.publicUrl ?? null));
  app.get("/", (request, response) => {
    response.vary("accept-language, cookie").redirect(302, `/${preferredLanguage(request)}`);
  });
  app.use("/api/v1", apiRoutes(site, feeds));
  addPages(app, site);
  app.use(() => {
    throw new Refusal("not-found");
  });
  app.use(answerErrors(site));
  return {
    app,
    close() {
      feeds.close();
      cache.close();
    },
  };
}
