/** The organizers' rows of the table: pages, in both languages. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { showSetUp, submitSetUp } from "../organize/set-up/page.ts";
import { SetUpForm } from "../organize/set-up/form.ts";
import { TimelineForm } from "../organize/timeline/form.ts";
import { ActForm, ActQuery, showAct, submitAct } from "../organize/acts/page.ts";
import { AnnouncementForm, showAnnouncements, submitAnnouncement } from "../organize/announcements-page.ts";
import { AuditQuery, showAudit } from "../organize/audit-page.ts";
import { showConsole, submitTick, TickForm } from "../organize/console/page.ts";
import { RerunForm, showQueue, submitRerunErrors } from "../organize/console/queue-page.ts";
import { HandlingForm, showHandled, submitHandled } from "../organize/submission-page.ts";
import { showWords, submitWords, WordsForm } from "../organize/words-page.ts";
import { CodesForm, submitCodes } from "../organize/codes/page.ts";
import { submitDryRun } from "../organize/dry-run/begin.ts";
import { Field } from "../organize/fields.ts";
import { TeamsForm } from "../organize/teams/list-form.ts";
import { showOrganizedTeams, submitTeams } from "../organize/teams/page.ts";
import { showTeam, submitTeam, TeamForm } from "../organize/teams/team-page.ts";
import { showTimeline, submitTimeline } from "../organize/timeline/page.ts";
import type { Site } from "../page.ts";
import { PAGE, row, type Asked, type Route, type Shape } from "./route.ts";

const SEE_OTHER = { 303: { type: "none" } } as const;

function page(path: string, en: string, fr: string, handle: Route["handle"], more: Partial<Route> = {}): Route {
  return { method: "get", path: `/:lang/organize${path}`, summary: { en, fr }, who: "organize", answers: PAGE, handle, ...more };
}

/** A form of a page, whose fields are text; it leads on, or is shown again with what is wrong. */
function form<S extends Shape>(
  path: string,
  en: string,
  fr: string,
  schema: S,
  handle: (request: Request, response: Response, asked: Asked<undefined, Static<S>>) => unknown,
): Route {
  return row({
    method: "post",
    path: `/:lang/organize${path}`,
    summary: { en, fr },
    who: "organize",
    body: { kind: "form", schema, limit: "1mb" },
    answers: SEE_OTHER,
    handle,
  });
}

export function organizeRoutes(site: Site): readonly Route[] {
  return [
    row({
      method: "get",
      path: "/:lang/set-up",
      summary: { en: "Opening an event", fr: "Ouvrir un événement" },
      who: "organize",
      answers: PAGE,
      handle: showSetUp(site),
    }),
    row({
      method: "post",
      path: "/:lang/set-up",
      summary: { en: "Open an event", fr: "Ouvrir un événement" },
      who: "organize",
      body: { kind: "upload", schema: SetUpForm, limit: "2mb" },
      answers: SEE_OTHER,
      handle: submitSetUp(site),
    }),
    page("/timeline", "The timeline", "Le calendrier", showTimeline(site)),
    form("/timeline", "Change the timeline", "Modifier le calendrier", TimelineForm, submitTimeline(site)),
    page("/teams", "The teams, to run them", "Les équipes, à gérer", showOrganizedTeams(site), {
      query: Type.Object({ q: Field }),
    }),
    row({
      method: "post",
      path: "/:lang/organize/teams",
      summary: { en: "Look at a list of teams, or take it", fr: "Examiner une liste d’équipes, ou la retenir" },
      who: "organize",
      body: { kind: "upload", schema: TeamsForm, limit: "2mb" },
      answers: SEE_OTHER,
      handle: submitTeams(site),
    }),
    page("/teams/:team", "A team, to run it", "Une équipe, à gérer", showTeam(site)),
    form("/teams/:team", "Change a team", "Modifier une équipe", TeamForm, submitTeam(site)),
    page("", "The console", "La console", showConsole(site)),
    form("/dry-run", "Play the calendar through", "Jouer tout le calendrier", Type.Object({}), submitDryRun(site)),
    form("/checklist", "Tick something off", "Cocher un point", TickForm, submitTick(site)),
    row({
      method: "get",
      path: "/:lang/organize/acts/:act",
      summary: { en: "An act’s effect, before it is done", fr: "L’effet d’un acte, avant qu’il ait lieu" },
      who: "organize",
      query: ActQuery,
      answers: PAGE,
      handle: showAct(site),
    }),
    form("/acts/:act", "Do it", "L’accomplir", ActForm, submitAct(site)),
    page("/queue", "The judge’s queue", "La file du juge", showQueue(site)),
    form(
      "/queue",
      "Judge anew what ended in an error of ours",
      "Rejuger ce qui a fini par notre erreur",
      RerunForm,
      submitRerunErrors(site),
    ),
    page("/submissions/:id", "A submission, to handle it", "Une soumission, à traiter", showHandled(site)),
    form(
      "/submissions/:id",
      "Judge again, withdraw, put back, give back",
      "Rejuger, retirer, rétablir, rendre",
      HandlingForm,
      submitHandled(site),
    ),
    page("/announcements", "Announcements", "Les annonces", showAnnouncements(site)),
    form("/announcements", "Announce, or take down", "Annoncer, ou retirer", AnnouncementForm, submitAnnouncement(site)),
    row({
      method: "get",
      path: "/:lang/organize/audit",
      summary: { en: "The log", fr: "Le journal" },
      who: "organize",
      query: AuditQuery,
      answers: PAGE,
      handle: showAudit(site),
    }),
    page("/words", "The event’s words", "Les mots de l’événement", showWords(site)),
    form("/words", "Change them", "Les modifier", WordsForm, submitWords(site)),
    form("/codes", "Make codes, and print them", "Créer des codes et les imprimer", CodesForm, submitCodes(site)),
  ];
}
