/** Every address of the pages, in one table. */
import express, { type Express, type RequestHandler } from "express";
import type { Site } from "./page.ts";
import { showChallenge } from "./pages/challenge.ts";
import { showDataDictionary } from "./pages/data-dictionary.ts";
import { showHome } from "./pages/home.ts";
import { showIndicators } from "./pages/indicators.ts";
import { showLeaderboard } from "./pages/leaderboard.ts";
import { sendToChallenge } from "./pages/old-addresses.ts";
import { showRuns, submitRun } from "./pages/runs.ts";
import { showSignIn, submitSignIn, submitSignOut } from "./pages/sign-in.ts";
import { showSubmission } from "./pages/submission.ts";
import { showTeams } from "./pages/teams.ts";

type Route = readonly ["get" | "post", string, ...RequestHandler[]];

function routes(site: Site): readonly Route[] {
  const form = express.urlencoded({ extended: false, limit: "4kb" });
  return [
    ["get", "/:lang", showHome(site)],
    ["get", "/:lang/challenges/:id", showChallenge(site)],
    ["get", "/:lang/challenges/:id/leaderboard", showLeaderboard(site)],
    ["get", "/:lang/challenges/:id/data", showDataDictionary(site)],
    ["get", "/:lang/challenges/:id/indicators", showIndicators(site)],
    ["get", "/:lang/data", sendToChallenge(site, "data")],
    ["get", "/:lang/indicators", sendToChallenge(site, "indicators")],
    ["get", "/:lang/submissions/:id", showSubmission(site)],
    ["get", "/:lang/runs", showRuns(site)],
    ["post", "/:lang/runs", submitRun(site)],
    ["get", "/:lang/teams", showTeams(site)],
    ["get", "/:lang/sign-in", showSignIn(site)],
    ["post", "/:lang/sign-in", form, submitSignIn(site)],
    ["post", "/:lang/sign-out", submitSignOut(site)],
  ];
}

/** Adds the pages to the app. */
export function addPages(app: Express, site: Site): void {
  for (const [method, path, ...handlers] of routes(site)) app[method](path, ...handlers);
}
