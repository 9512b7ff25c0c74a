/** The organizers' rows of the API. */
import type { TSchema } from "@sinclair/typebox";
import { DryRunState, EventFile } from "@vigie/spec/event";
import * as common from "../api/schemas.ts";
import { ActSent, ActsTold, ActTold, listActs, postAct } from "../organize/acts/api.ts";
import * as api from "../organize/api.ts";
import * as shape from "../organize/api-shapes.ts";
import { AuditQuery } from "../organize/audit-page.ts";
import { ConsoleTold, readConsole } from "../organize/console/api.ts";
import { DryRunSent, postDryRun, readDryRun } from "../organize/dry-run/begin.ts";
import { sendExport } from "../organize/exports.ts";
import { postSetUp, readEventFile } from "../organize/set-up/api.ts";
import { HANDLINGS } from "../organize/submission-page.ts";
import * as teams from "../organize/teams/api.ts";
import type { Site } from "../page.ts";
import { json, row, type Route } from "./route.ts";

const API = "/api/v1";
/** By plain names: their own types are deeper than TypeScript follows. */
const [EVENT_FILE, EVENT, LIGHTS, ACTS, ACT, DRY_RUN]: readonly TSchema[] = [
  EventFile,
  common.Event,
  shape.LightsTold,
  ActsTold,
  ActTold,
  DryRunState,
];

type Short = Partial<Route> & Pick<Route, "handle" | "answers">;

function get(path: string, en: string, fr: string, more: Short): Route {
  return { method: "get", path: `${API}${path}`, summary: { en, fr }, who: "organize", ...more };
}

const of = (path: string, en: string, fr: string) => ({ path: `${API}${path}`, summary: { en, fr }, who: "organize" }) as const;
const NONE = { 204: { type: "none" } } as const;

function ofEvent(site: Site): readonly Route[] {
  return [
    row({
      ...of("/setup", "Open an event by its file", "Ouvrir un événement à partir de son fichier"),
      method: "post",
      body: { kind: "json", schema: EventFile, limit: "2mb" },
      answers: { 201: json(EVENT) },
      handle: postSetUp(site),
    }),
    get("/event/file", "The event as a file that opens it again", "L’événement, en un fichier qui l’ouvre de nouveau", {
      answers: { 200: json(EVENT_FILE) },
      handle: readEventFile(site),
    }),
    row({
      ...of("/event", "Change the event’s words", "Modifier les mots de l’événement"),
      method: "patch",
      body: { kind: "json", schema: shape.WordsSent, limit: "64kb" },
      answers: { 200: json(EVENT) },
      handle: api.patchEvent(site),
    }),
    get("/event/acts", "What was done to the event’s course", "Ce qui a modifié le cours de l’événement", {
      answers: { 200: json(ACTS) },
      handle: listActs(site),
    }),
    row({
      ...of(
        "/event/acts",
        "Extend, lock, hold, freeze, pause, reveal",
        "Prolonger, clore, suspendre, geler, mettre en pause, dévoiler",
      ),
      method: "post",
      body: { kind: "json", schema: ActSent, limit: "64kb" },
      answers: { 201: json(ACT) },
      handle: postAct(site),
    }),
    row({
      ...of("/event/checklist", "Tick off an item of the checklist", "Cocher un point de la liste de contrôle"),
      method: "post",
      body: { kind: "json", schema: shape.CheckedSent, limit: "4kb" },
      answers: NONE,
      handle: api.postChecked(site),
    }),
    row({
      ...of("/event/dry-run", "Play the calendar through in a copy", "Jouer tout le calendrier dans une copie"),
      method: "post",
      body: { kind: "json", schema: DryRunSent, limit: "4kb" },
      answers: { 202: json(DRY_RUN) },
      handle: postDryRun(site),
    }),
    get("/event/dry-run", "How far the dry run is, and the last one", "Où en est la répétition, et la dernière", {
      answers: { 200: json(DRY_RUN) },
      handle: readDryRun(site),
    }),
    get(
      "/event/console",
      "What is wrong now, and what a good event needs",
      "Ce qui ne va pas, et ce qu’il faut à un bon événement",
      {
        answers: { 200: json(ConsoleTold) },
        handle: readConsole(site),
      },
    ),
  ];
}

function ofTeams(site: Site): readonly Route[] {
  return [
    get("/teams", "All teams, those that are stuck first", "Toutes les équipes, les plus en peine d’abord", {
      who: "all-teams",
      answers: { 200: json(LIGHTS) },
      handle: teams.listTeams(site),
    }),
    row({
      ...of("/teams", "Take a list of teams whole, or a CSV file", "Retenir une liste d’équipes, ou un fichier CSV"),
      method: "post",
      query: shape.PreviewQuery,
      body: { kind: "json-or-csv", schema: shape.TeamsSent, limit: "2mb" },
      answers: { 200: json(shape.TeamsTold) },
      handle: teams.postTeams(site),
    }),
    row({
      ...of("/teams/codes", "Make codes: they are told this once", "Créer des codes : ils ne sont dits qu’ici"),
      method: "post",
      body: { kind: "json", schema: shape.CodesSent, limit: "1mb" },
      answers: { 201: json(shape.CodesTold) },
      handle: teams.postCodes(site),
    }),
    row({
      ...of("/teams/:team", "Change a team", "Modifier une équipe"),
      method: "patch",
      body: { kind: "json", schema: shape.TeamSent, limit: "16kb" },
      answers: { 200: json(shape.TeamTold) },
      handle: teams.patchTeam(site),
    }),
    get("/teams/:team/data", "All that is kept of a team", "Tout ce qui est gardé d’une équipe", {
      answers: { 200: { type: "application/x-ndjson" } },
      handle: teams.exportTeamData(site),
    }),
    row({
      ...of("/teams/:team/data", "Delete what is kept of a team", "Effacer ce qui est gardé d’une équipe"),
      method: "delete",
      answers: NONE,
      handle: teams.deleteTeamData(site),
    }),
  ];
}

function ofWords(site: Site): readonly Route[] {
  return [
    get("/announcements", "What is announced", "Ce qui est annoncé", {
      who: "everybody",
      answers: { 200: json(shape.AnnouncementsTold) },
      handle: api.listAnnouncements(site),
    }),
    row({
      ...of("/announcements", "Announce something to everybody", "Annoncer quelque chose à tout le monde"),
      method: "post",
      body: { kind: "json", schema: shape.AnnouncementSent, limit: "16kb" },
      answers: { 201: json(shape.AnnouncementTold) },
      handle: api.postAnnouncement(site),
    }),
    row({
      ...of("/announcements/:announcement", "Take an announcement down", "Retirer une annonce"),
      method: "delete",
      answers: NONE,
      handle: api.deleteAnnouncement(site),
    }),
  ];
}

const HANDLED = {
  rerun: { en: "Judge a submission anew", fr: "Rejuger une soumission" },
  withdraw: { en: "Withdraw a submission", fr: "Retirer une soumission" },
  "put-back": { en: "Put a withdrawn submission back", fr: "Rétablir une soumission retirée" },
  "give-back": { en: "Give a submission’s attempt back", fr: "Rendre l’essai d’une soumission" },
} as const;

function ofRecord(site: Site): readonly Route[] {
  return [
    ...HANDLINGS.map((handling) =>
      row({
        ...of(`/submissions/:id/${handling}`, HANDLED[handling].en, HANDLED[handling].fr),
        method: "post",
        answers: NONE,
        handle: api.postHandling(site, handling),
      }),
    ),
    row({
      ...of("/challenges/:id/rerun", "Judge anew all that ended so", "Rejuger tout ce qui a pris fin ainsi"),
      method: "post",
      body: { kind: "json", schema: shape.ManySent, limit: "4kb" },
      answers: { 202: json(shape.ManyTold) },
      handle: api.postRerunMany(site),
    }),
    row({
      ...of("/audit", "What was done, by whom, newest first", "Ce qui a été fait, et par qui, du plus récent au plus ancien"),
      method: "get",
      query: AuditQuery,
      answers: { 200: json(shape.AuditTold) },
      handle: api.readAudit(site),
    }),
    get("/exports/:name", "results or submissions, as .csv or .jsonl", "results ou submissions, en .csv ou en .jsonl", {
      answers: { 200: { type: "text/csv" } },
      handle: sendExport(site),
    }),
    row({
      ...of("/backup", "All of the event, sealed to a passphrase", "Tout l’événement, scellé par une phrase de passe"),
      method: "post",
      body: { kind: "json", schema: shape.BackupSent, limit: "4kb" },
      answers: { 200: { type: "application/octet-stream" } },
      handle: api.postBackup(site),
    }),
  ];
}

export function organizeApiRoutes(site: Site): readonly Route[] {
  return [...ofEvent(site), ...ofTeams(site), ...ofWords(site), ...ofRecord(site)];
}
