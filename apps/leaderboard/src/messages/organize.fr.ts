import type { organizeEn } from "./organize.en.ts";
import { setUpFr } from "./set-up.fr.ts";

/** Ce que disent les pages de l’organisation. */
export const organizeFr: Readonly<Record<keyof typeof organizeEn, string>> = {
  ...setUpFr,
  "who.organize": "Pour l’organisation.",
  "nav.console": "Console",
  "nav.timeline": "Calendrier",
  "nav.organize-teams": "Équipes et codes",
  "error.preparing": "L’événement se prépare. Revenez bientôt; si c’est vous qui l’organisez, ouvrez une session pour l’ouvrir.",
  "error.titlePreparing": "Bientôt",
  "error.title409": "Quelque chose a changé entretemps",
  "error.meanwhile": "C’est déjà fait, ou quelque chose a changé entretemps. Revoyez la page avant de poursuivre.",
  "error.faulty": "L’envoi ne peut être accepté tel quel, et rien n’en a été retenu.",
};
