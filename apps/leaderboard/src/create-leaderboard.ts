/** The web app, put together: headers, who is asking, the page routes in one table, the API, errors. It never runs submitted code. */
import compression from "compression";
import express, { type Express } from "express";
import { apiRoutes } from "./api/routes.ts";
import { openFeeds } from "./api/feed.ts";
import { loadAssets } from "./assets.ts";
import { BoardCache } from "./board/board-cache.ts";
import { answerErrors } from "./http/errors.ts";
import { signInLimit, uploadLimit } from "./http/rate-limits.ts";
import { Refusal } from "./http/refusals.ts";
import { sameOriginOnly } from "./http/same-origin.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { identify } from "./http/visitor.ts";
import type { LeaderboardOptions } from "./options.ts";
import type { Site } from "./page.ts";
import { showChallenge } from "./pages/challenge.ts";
import { showHome } from "./pages/home.ts";
import { showIndicators } from "./pages/indicators.ts";
import { showLeaderboard } from "./pages/leaderboard.ts";
import { showRuns, submitRun } from "./pages/runs.ts";
import { showSignIn, submitSignIn, submitSignOut } from "./pages/sign-in.ts";
import { showSubmission } from "./pages/submission.ts";
import { showTeams } from "./pages/teams.ts";
import { loadTemplates } from "./render.ts";
import { takeArchive } from "./upload.ts";

/** No challenge may ask for archives larger than this; the store checks each challenge's own limit. */
const LARGEST_ARCHIVE_MIB = 32;

export interface Leaderboard {
  readonly app: Express;
  /** Ends the live feeds. */
  close(): void;
}

function pageRoutes(app: Express, site: Site, cache: BoardCache): void {
  app.get("/:lang", showHome(site));
  app.get("/:lang/challenges/:id", showChallenge(site));
  app.get("/:lang/challenges/:id/leaderboard", showLeaderboard(site, cache));
  app.get("/:lang/indicators", showIndicators(site));
  app.get("/:lang/submissions/:id", showSubmission(site));
  app.get("/:lang/runs", showRuns(site));
  app.post("/:lang/runs", uploadLimit(), takeArchive(LARGEST_ARCHIVE_MIB), submitRun(site));
  app.get("/:lang/teams", showTeams(site));
  app.get("/:lang/sign-in", showSignIn(site));
  app.post("/:lang/sign-in", signInLimit(), express.urlencoded({ extended: false, limit: "4kb" }), submitSignIn(site));
  app.post("/:lang/sign-out", submitSignOut(site));
}

/** Makes the app; it listens to nothing yet. @throws where an asset or a template is missing. */
export function createLeaderboard(options: LeaderboardOptions): Leaderboard {
  const { store } = options;
  const site: Site = { store, options, assets: loadAssets(options.assetsDir), render: loadTemplates(options.assetsDir) };
  const cache = new BoardCache(store);
  const feeds = openFeeds(site);
  const app = express();
  app.disable("x-powered-by").disable("etag");
  app.use(securityHeaders(options.secureCookies));
  app.get("/healthz", async (_request, response) => {
    response.json({ status: (await store.event()) === null ? "no-event" : "ok" });
  });
  app.use(site.assets.router);
  app.get("/robots.txt", (_request, response) => void response.type("text").send("User-agent: *\nDisallow: /\n"));
  app.use(identify(store));
  app.use(sameOriginOnly(options.publicUrl ?? null));
  app.use(
    compression({
      filter: (request, response) =>
        !request.path.endsWith("/feed") && !request.path.endsWith("/leaderboard") && compression.filter(request, response),
    }),
  );
  app.get("/", (request, response) => {
    response.vary("accept-language").redirect(302, request.acceptsLanguages(["en", "fr"]) === "fr" ? "/fr" : "/en");
  });
  app.get("/kit.zip", async (_request, response) => {
    const kit = await options.kit?.();
    if (kit === undefined || kit === null) throw new Refusal("not-found");
    response.sendFile(kit.path, {
      headers: { "content-type": "application/zip", "content-disposition": 'attachment; filename="vigie-kit.zip"' },
      dotfiles: "allow",
    });
  });
  app.use("/api/v1", apiRoutes(site, feeds, LARGEST_ARCHIVE_MIB));
  pageRoutes(app, site, cache);
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
