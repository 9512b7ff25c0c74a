/** What teams and mentors do and see while an event runs: rows of the table. */
import { Type } from "@sinclair/typebox";
import * as shape from "../api/schemas.ts";
import type { Site } from "../page.ts";
import { showCode } from "../pages/code.ts";
import { sendToComparison, showComparison } from "../pages/compare.ts";
import { showJoin } from "../pages/join.ts";
import { showKept } from "../pages/kept.ts";
import { readOverall, showOverall } from "../pages/overall.ts";
import { showTeam } from "../pages/team.ts";
import { Choice, ChoiceForm, makeChoice, readChoice, submitChoice } from "../team/choice.ts";
import { giveConsent, submitConsent } from "../team/consent.ts";
import { makeOwnName, OwnName, submitOwnName } from "../team/own-name.ts";
import { readOwnQueue } from "../team/queue.ts";
import { json, PAGE, row, type Route } from "./route.ts";

const API = "/api/v1";
const Word = Type.Optional(Type.String());
const SEE_OTHER = { 303: { type: "none" } } as const;

export function teamApiRoutes(site: Site): readonly Route[] {
  return [
    row({
      method: "post",
      path: `${API}/me/consent`,
      summary: { en: "Your team has read what is kept about it", fr: "Votre équipe a lu ce qui est conservé sur elle" },
      who: "own-runs",
      answers: { 204: { type: "none" } },
      handle: giveConsent(site),
    }),
    row({
      method: "post",
      path: `${API}/me/name`,
      summary: { en: "A name for a team that has a number", fr: "Un nom pour une équipe qui a un numéro" },
      who: "own-runs",
      body: { kind: "json", schema: OwnName, limit: "4kb" },
      answers: { 200: json(shape.Named) },
      handle: makeOwnName(site),
    }),
    row({
      method: "get",
      path: `${API}/me/queue`,
      summary: { en: "Where your runs stand in the queue", fr: "La place de vos exécutions dans la file" },
      who: "own-runs",
      answers: { 200: json(shape.OwnQueue) },
      handle: readOwnQueue(site),
    }),
    row({
      method: "get",
      path: `${API}/challenges/:id/choice`,
      summary: { en: "Which of your runs goes to the final", fr: "L’essai de votre équipe qui ira en finale" },
      who: "own-runs",
      answers: { 200: json(shape.ChoiceShown) },
      handle: readChoice(site),
    }),
    row({
      method: "post",
      path: `${API}/challenges/:id/choice`,
      summary: { en: "Choose which of your runs goes to the final", fr: "Choisir l’essai qui ira en finale" },
      who: "own-runs",
      body: { kind: "json", schema: Choice, limit: "4kb" },
      answers: { 200: json(shape.ChoiceShown) },
      handle: makeChoice(site),
    }),
    row({
      method: "get",
      path: `${API}/overall`,
      summary: { en: "The board over all challenges", fr: "Le classement de tous les défis ensemble" },
      who: "everybody",
      answers: { 200: json(shape.Overall) },
      handle: readOverall(site),
    }),
  ];
}

export function teamPageRoutes(site: Site): readonly Route[] {
  return [
    row({
      method: "get",
      path: "/:lang/join",
      summary: { en: "The door of a printed code", fr: "La porte d’un code imprimé" },
      who: "everybody",
      answers: PAGE,
      handle: showJoin(site),
    }),
    row({
      method: "get",
      path: "/:lang/kept",
      summary: { en: "What is kept about a team", fr: "Ce qui est conservé sur une équipe" },
      who: "everybody",
      query: Type.Object({ challenge: Word }),
      answers: PAGE,
      handle: showKept(site),
    }),
    row({
      method: "get",
      path: "/:lang/overall",
      summary: { en: "The overall board", fr: "Le classement général" },
      who: "everybody",
      query: Type.Object({ q: Word, division: Word, language: Word }),
      answers: PAGE,
      handle: showOverall(site),
    }),
    row({
      method: "get",
      path: "/:lang/runs/compare",
      summary: { en: "To two runs side by side", fr: "Vers deux essais côte à côte" },
      who: "own-runs",
      query: Type.Object({ from: Word, to: Word }),
      answers: SEE_OTHER,
      handle: sendToComparison(),
    }),
    row({
      method: "post",
      path: "/:lang/runs/choice",
      summary: { en: "The choice for the final", fr: "Le choix pour la finale" },
      who: "own-runs",
      body: { kind: "form", schema: ChoiceForm, limit: "4kb" },
      answers: SEE_OTHER,
      handle: submitChoice(site),
    }),
    row({
      method: "post",
      path: "/:lang/runs/consent",
      summary: { en: "A team’s consent", fr: "Le consentement d’une équipe" },
      who: "own-runs",
      answers: SEE_OTHER,
      handle: submitConsent(site),
    }),
    row({
      method: "post",
      path: "/:lang/runs/name",
      summary: { en: "A team’s own name", fr: "Le nom d’une équipe" },
      who: "own-runs",
      body: { kind: "form", schema: OwnName, limit: "4kb" },
      answers: SEE_OTHER,
      handle: submitOwnName(site),
    }),
    row({
      method: "get",
      path: "/:lang/submissions/:id/code",
      summary: { en: "A submission’s sources", fr: "Les sources d’une soumission" },
      who: "signed-in",
      object: "submission",
      query: Type.Object({ file: Word }),
      answers: PAGE,
      handle: showCode(site),
    }),
    row({
      method: "get",
      path: "/:lang/submissions/:id/compare",
      summary: { en: "A submission beside another", fr: "Une soumission à côté d’une autre" },
      who: "signed-in",
      object: "submission",
      query: Type.Object({ with: Word }),
      answers: PAGE,
      handle: showComparison(site),
    }),
    row({
      method: "get",
      path: "/:lang/teams/:team",
      summary: { en: "One team, for those who help it", fr: "Une équipe, pour qui l’aide" },
      who: "all-teams",
      query: Type.Object({ challenge: Word }),
      answers: PAGE,
      handle: showTeam(site),
    }),
  ];
}
