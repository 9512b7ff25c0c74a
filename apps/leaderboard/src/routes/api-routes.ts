/** The API's rows of the table: JSON under /api/v1. */
import { listChallenges } from "../api/challenges.ts";
import { readEvent } from "../api/event.ts";
import { readExhibit } from "../api/exhibits.ts";
import type { Feeds } from "../api/feed.ts";
import { exportReceipts } from "../api/receipts.ts";
import { beginRevision, readRevision } from "../api/revisions.ts";
import * as shape from "../api/schemas.ts";
import { beginSession, endSession } from "../api/sessions.ts";
import { listOwn, readReceipt, readSubmission, sendSubmission } from "../api/submissions.ts";
import type { Site } from "../page.ts";
import { showLeaderboardJson } from "../pages/leaderboard-changes.ts";
import { early, earlyWith, json, row, type Route } from "./route.ts";

const API = "/api/v1";

export function apiRoutes(site: Site, feeds: Feeds, headers: Readonly<Record<string, string>>): readonly Route[] {
  return [
    row({
      method: "post",
      path: `${API}/sessions`,
      summary: { en: "A code for a bearer token", fr: "Un code contre un jeton" },
      who: "everybody",
      body: { kind: "json", schema: shape.Code, limit: "4kb" },
      answers: { 201: json(shape.Session) },
      handle: beginSession(site),
    }),
    row({
      method: "delete",
      path: `${API}/sessions/current`,
      summary: { en: "End the session that the request carries", fr: "Mettre fin à la session de la requête" },
      who: "signed-in",
      answers: { 204: { type: "none" } },
      handle: endSession(site),
    }),
    row({
      method: "get",
      path: `${API}/event`,
      summary: { en: "The event, its time, and the key of its receipts", fr: "L’événement, son heure et la clé de ses reçus" },
      who: "everybody",
      answers: { 200: json(shape.Event) },
      handle: readEvent(site),
    }),
    row({
      method: "get",
      path: `${API}/challenges`,
      summary: { en: "The event’s challenges", fr: "Les défis de l’événement" },
      who: "everybody",
      answers: { 200: json(shape.Challenges) },
      handle: listChallenges(site),
    }),
    row({
      method: "get",
      path: `${API}/challenges/:id/leaderboard`,
      summary: { en: "The leaderboard, as everybody sees it", fr: "Le classement, tel que chacun le voit" },
      who: "everybody",
      answers: { 200: json(shape.Leaderboard) },
      ...early(showLeaderboardJson(site, headers)),
    }),
    row({
      method: "get",
      path: `${API}/challenges/:id/feed`,
      summary: {
        en: "Server-sent events: that something changed",
        fr: "Événements envoyés par le serveur : quelque chose a changé",
      },
      who: "everybody",
      answers: { 200: { type: "text/event-stream" } },
      ...earlyWith(headers, feeds.show),
    }),
    row({
      method: "post",
      path: `${API}/challenges/:id/submissions`,
      summary: { en: "Send an archive (form field “archive”)", fr: "Envoyer une archive (champ « archive »)" },
      who: "submit",
      body: { kind: "archive" },
      answers: { 201: json(shape.Acknowledged) },
      handle: sendSubmission(site),
    }),
    row({
      method: "get",
      path: `${API}/submissions/:id`,
      summary: { en: "A submission, with what practice showed", fr: "Une soumission, et ce que l’entraînement a montré" },
      who: "signed-in",
      object: "submission",
      answers: { 200: json(shape.SubmissionShown) },
      handle: readSubmission(site),
    }),
    row({
      method: "get",
      path: `${API}/submissions/:id/receipts/:split`,
      summary: { en: "A run’s signed receipt (practice, public)", fr: "Le reçu signé d’une exécution (practice, public)" },
      who: "signed-in",
      object: "submission",
      answers: { 200: json(shape.Receipt) },
      handle: readReceipt(site),
    }),
    row({
      method: "get",
      path: `${API}/me/submissions`,
      summary: { en: "Your team’s submissions, newest first", fr: "Les soumissions de votre équipe, la plus récente d’abord" },
      who: "own-runs",
      query: shape.OwnPage,
      answers: { 200: json(shape.ListedSubmissions) },
      handle: listOwn(site),
    }),
    row({
      method: "get",
      path: `${API}/challenges/:id/exhibits/:subject`,
      summary: { en: "The rows behind a practice mistake", fr: "Les rangées derrière une erreur d’entraînement" },
      who: "exhibits",
      object: "exhibit",
      answers: { 200: json(shape.Exhibit) },
      handle: readExhibit(site),
    }),
    row({
      method: "get",
      path: `${API}/challenges/:id/receipts`,
      summary: { en: "Every receipt of a challenge", fr: "Tous les reçus d’un défi" },
      who: "rejudge",
      answers: { 200: json(shape.Receipts) },
      handle: exportReceipts(site),
    }),
    row({
      method: "get",
      path: `${API}/challenges/:id/revisions`,
      summary: { en: "Which version of a challenge counts", fr: "La version d’un défi qui compte" },
      who: "rejudge",
      answers: { 200: json(shape.Revision) },
      handle: readRevision(site),
    }),
    row({
      method: "post",
      path: `${API}/challenges/:id/revisions`,
      summary: { en: "Judge every submission anew, by this version", fr: "Rejuger toutes les soumissions avec cette version" },
      who: "rejudge",
      body: { kind: "json", schema: shape.ChallengeFile, limit: "256kb" },
      answers: { 202: json(shape.Revision) },
      handle: beginRevision(site),
    }),
  ];
}
