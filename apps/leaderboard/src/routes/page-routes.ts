/** The pages' rows of the table, in both languages. */
import { Type } from "@sinclair/typebox";
import type { Site } from "../page.ts";
import { showChallenge } from "../pages/challenge.ts";
import { showDataDictionary } from "../pages/data-dictionary.ts";
import { showHome } from "../pages/home.ts";
import { showIndicators } from "../pages/indicators.ts";
import { showRows } from "../pages/leaderboard-changes.ts";
import { sendToMine, sendToRun } from "../pages/leaderboard-ways.ts";
import { showKeptLeaderboard, showLeaderboard } from "../pages/leaderboard.ts";
import { sendToChallenge } from "../pages/old-addresses.ts";
import { showRuns, submitRun } from "../pages/runs.ts";
import { showSignIn, submitSignIn, submitSignOut } from "../pages/sign-in.ts";
import { showSubmission } from "../pages/submission.ts";
import { showTeams } from "../pages/teams.ts";
import { early, PAGE, row, type Route } from "./route.ts";

const Word = Type.Optional(Type.String());
const OfChallenge = Type.Object({ challenge: Word, before: Word });
const OfBoard = Type.Object({ page: Word, q: Word, division: Word, language: Word });
const TO_OTHER = { 302: { type: "none" } } as const;
const SEE_OTHER = { 303: { type: "none" } } as const;

function ofEverybody(site: Site, headers: Readonly<Record<string, string>>): readonly Route[] {
  const page = (path: string, en: string, fr: string, handle: Route["handle"], more: Partial<Route> = {}): Route => {
    return { method: "get", path: `/:lang${path}`, summary: { en, fr }, who: "everybody", answers: PAGE, handle, ...more };
  };
  const board = "/challenges/:id/leaderboard";
  return [
    page("", "The event", "L’événement", showHome(site)),
    page("/challenges/:id", "A challenge", "Un défi", showChallenge(site)),
    page(board, "The leaderboard", "Le classement", showLeaderboard(site), {
      query: OfBoard,
      first: showKeptLeaderboard(site, headers),
    }),
    page(`${board}/rows`, "What changed on it", "Ce qui y a changé", () => undefined, {
      query: Type.Object({ ...OfBoard.properties, since: Word }),
      ...early(showRows(site, headers)),
    }),
    page(`${board}/mine`, "To the visitor’s team", "Vers l’équipe de la personne", sendToMine(site), { answers: SEE_OTHER }),
    page(`${board}/teams/:team`, "To a team’s run", "Vers l’essai d’une équipe", sendToRun(site), {
      who: "signed-in",
      object: "submission",
      answers: SEE_OTHER,
    }),
    page("/challenges/:id/data", "The data dictionary", "Le dictionnaire des données", showDataDictionary(site)),
    page("/challenges/:id/indicators", "The indicators", "Les indicateurs", showIndicators(site)),
    page("/data", "An old address", "Une ancienne adresse", sendToChallenge(site, "data"), { answers: TO_OTHER }),
    page("/indicators", "An old address", "Une ancienne adresse", sendToChallenge(site, "indicators"), { answers: TO_OTHER }),
    page("/sign-in", "Signing in", "L’ouverture de session", showSignIn(site)),
  ];
}

function ofSome(site: Site): readonly Route[] {
  return [
    row({
      method: "get",
      path: "/:lang/submissions/:id",
      summary: { en: "A submission", fr: "Une soumission" },
      who: "signed-in",
      object: "submission",
      answers: PAGE,
      handle: showSubmission(site),
    }),
    row({
      method: "get",
      path: "/:lang/runs",
      summary: { en: "A team’s own runs", fr: "Les essais d’une équipe" },
      who: "own-runs",
      query: OfChallenge,
      answers: PAGE,
      handle: showRuns(site),
    }),
    row({
      method: "post",
      path: "/:lang/runs",
      summary: { en: "Send an archive", fr: "Envoyer une archive" },
      who: "submit",
      query: OfChallenge,
      body: { kind: "archive" },
      answers: SEE_OTHER,
      handle: submitRun(site),
    }),
    row({
      method: "get",
      path: "/:lang/teams",
      summary: { en: "All teams", fr: "Toutes les équipes" },
      who: "all-teams",
      query: Type.Object({ challenge: Word, page: Word, q: Word }),
      answers: PAGE,
      handle: showTeams(site),
    }),
  ];
}

function ofSessions(site: Site): readonly Route[] {
  return [
    row({
      method: "post",
      path: "/:lang/sign-in",
      summary: { en: "A code for a session", fr: "Un code contre une session" },
      who: "everybody",
      query: Type.Object({ to: Word }),
      body: { kind: "form", schema: Type.Object({ code: Type.String() }), limit: "4kb" },
      answers: SEE_OTHER,
      handle: submitSignIn(site),
    }),
    row({
      method: "post",
      path: "/:lang/sign-out",
      summary: { en: "The end of a session", fr: "La fin d’une session" },
      who: "everybody",
      answers: SEE_OTHER,
      handle: submitSignOut(site),
    }),
  ];
}

export function pageRoutes(site: Site, headers: Readonly<Record<string, string>>): readonly Route[] {
  return [...ofEverybody(site, headers), ...ofSome(site), ...ofSessions(site)];
}
