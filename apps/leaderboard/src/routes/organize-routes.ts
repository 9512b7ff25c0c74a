/** The organizers' rows of the table: pages, in both languages. */
import { Type, type Static } from "@sinclair/typebox";
import type { Request, Response } from "express";
import { showSetUp, submitSetUp } from "../organize/set-up/page.ts";
import { SetUpForm } from "../organize/set-up/form.ts";
import { TimelineForm } from "../organize/timeline/form.ts";
import { CodesForm, submitCodes } from "../organize/codes/page.ts";
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
    form("/codes", "Make codes, and print them", "Créer des codes et les imprimer", CodesForm, submitCodes(site)),
  ];
}
