/** The web app, put together: headers, the kept boards, who is asking, the table of routes, errors. It never runs submitted code. */
import compression from "compression";
import express, { type Express } from "express";
import { openFeeds } from "./api/feed.ts";
import { loadAssets } from "./assets.ts";
import { Boards } from "./board/boards.ts";
import { noteArrivals } from "./http/arrival.ts";
import { openDoors } from "./http/doors.ts";
import { answerErrors } from "./http/errors.ts";
import { Refusal } from "./http/refusals.ts";
import { sameOriginOnly } from "./http/same-origin.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { identify } from "./http/visitor.ts";
import { News } from "./news.ts";
import type { LeaderboardOptions } from "./options.ts";
import type { Site } from "./page.ts";
import { loadTemplates } from "./render.ts";
import { mount, mountFirst } from "./routes/mount.ts";
import type { Route } from "./routes/route.ts";
import { routeTable } from "./routes/table.ts";

export interface Leaderboard {
  readonly app: Express;
  /** Every address that the app has. */
  readonly routes: readonly Route[];
  /** Ends the live feeds. */
  close(): void;
}

function siteOf(options: LeaderboardOptions): Site {
  const { store, assetsDir, uploads } = options;
  const render = loadTemplates(assetsDir);
  const boards = new Boards(store, render);
  const news = new News(store);
  return { store, options, doors: openDoors(uploads.limits), boards, news, assets: loadAssets(assetsDir), render };
}

/** Makes the app; it listens to nothing yet. @throws where an asset or a template is missing. */
export function createLeaderboard(options: LeaderboardOptions): Leaderboard {
  const site = siteOf(options);
  const feeds = openFeeds(site);
  const headers = { ...securityHeaders(options.secureCookies), "x-robots-tag": "noindex" };
  const routes = routeTable(site, feeds, headers);
  const app = express();
  app.disable("x-powered-by").disable("etag");
  // A proxy on this machine tells who asked; from elsewhere nobody is believed.
  app.set("trust proxy", "loopback");
  app.use(noteArrivals(options.store.clock));
  mountFirst(app, routes);
  app.use((_request, response, next) => {
    response.set(headers);
    next();
  });
  app.use(
    compression({ filter: (request, response) => !request.path.endsWith("/feed") && compression.filter(request, response) }),
  );
  app.use(identify(options.store));
  app.use(sameOriginOnly(options.publicUrl ?? null));
  mount(app, routes);
  app.use(() => {
    throw new Refusal("not-found");
  });
  app.use(answerErrors(site, headers));
  return {
    app,
    routes,
    close() {
      feeds.close();
      site.boards.close();
      site.news.close();
    },
  };
}
