import type { organizeEn } from "./organize.en.ts";
import { consoleFr } from "./console.fr.ts";
import { dryRunFr } from "./dry-run.fr.ts";
import { logFr } from "./log.fr.ts";
import { setUpFr } from "./set-up.fr.ts";
import { teamsAndCodesFr } from "./teams-and-codes.fr.ts";

/** Ce que disent les pages de l’organisation. */
export const organizeFr: Readonly<Record<keyof typeof organizeEn, string>> = {
  ...setUpFr,
  ...consoleFr,
  ...dryRunFr,
  ...logFr,
  ...teamsAndCodesFr,
  "who.organize": "Pour l’organisation.",
  "nav.console": "Console",
  "nav.timeline": "Calendrier",
  "nav.audit": "Journal",
  "nav.organize-teams": "Équipes",
  "error.preparing": "L’événement se prépare. Revenez bientôt; si c’est vous qui l’organisez, ouvrez une session pour l’ouvrir.",
  "error.titlePreparing": "Bientôt",
  "error.title409": "Quelque chose a changé entretemps",
  "error.meanwhile": "C’est déjà fait, ou quelque chose a changé entretemps. Revoyez la page avant de poursuivre.",
  "error.faulty": "L’envoi ne peut être accepté tel quel, et rien n’en a été retenu.",
  "timeline.leadBefore":
    "Déduit de votre début et de votre fin. Modifiez à votre guise : l’événement n’est pas ouvert, et aucune équipe n’est avisée.",
  "timeline.leadNow":
    "L’événement est en cours. Ce qui a commencé ne bouge plus; le reste se déplace encore, et les équipes le voient aussitôt.",
  "timeline.table": "Les mêmes dates, à modifier",
  "timeline.tableHelp": "Année-mois-jour, sur 24 heures. Déplacer la fin déplace ce qui en découle.",
  "timeline.what": "Étape",
  "timeline.eventZone": "fuseau de l’événement",
  "timeline.yours": "le vôtre",
  "timeline.inOwn": "À {{city}}",
  "timeline.move": "Déplacer",
  "timeline.opens": "Ouverture",
  "timeline.freezes": "Gel",
  "timeline.locks": "Clôture",
  "timeline.reveals": "Dévoilement",
  "timeline.opensWhy": "Votre début. Les équipes peuvent soumettre.",
  "timeline.freezesWhy":
    "24 heures avant la clôture; 1 heure avant, si l’événement dure un jour ou deux. Le classement s’arrête pour tout le monde.",
  "timeline.noFreezeWhy": "Pour un événement aussi court, le classement reste en direct.",
  "timeline.locksWhy": "Votre fin. L’arrivée du premier octet fait foi.",
  "timeline.revealsWhy": "1 heure après la clôture. Rien ne se dévoile tout seul : c’est vous qui dévoilez.",
  "timeline.renewals": "Nouveaux essais",
  "timeline.renewalsWhy": "{{attempts}} par jour et par défi.",
  "timeline.renewalsWhyMany": "Autant par jour que le veut chaque défi.",
  "timeline.renewalsText_one": "à minuit, le {{from}}",
  "timeline.renewalsText_other": "chaque minuit, du {{from}} au {{to}}",
  "timeline.back": "Retour à l’heure normale",
  "timeline.ahead": "Passage à l’heure avancée",
  "timeline.changeWhy": "Ce jour-là compte les essais habituels.",
  "timeline.backText": "{{at}} : une heure revient deux fois. Choisissez-en un moment, et nous demandons lequel des deux.",
  "timeline.aheadText": "{{at}} : une heure est sautée. Choisissez-en un moment, et nous demandons de quel côté.",
  "timeline.lockMoved": "Clôture, prolongée",
  "timeline.lastExtension": "Clôture de la dernière équipe",
  "timeline.extendedWhy": "Modifié pendant l’événement, à la console.",
  "timeline.moved": "Déplacé par vous ({{from}} à l’origine).",
  "timeline.putBack": "Rétablir",
  "timeline.noFreeze": "Aucun gel",
  "timeline.past": "C’est commencé, et cela ne bouge plus.",
  "timeline.earlier": "1 h plus tôt",
  "timeline.later": "1 h plus tard",
  "timeline.save": "Enregistrer le calendrier",
  "timeline.again": "Tout déduire de nouveau",
  "timeline.next": "Ensuite : les équipes et leurs codes",
  "timeline.unsaved": "Rien n’est encore enregistré : regardez l’image, puis enregistrez.",
  "timeline.meanwhile":
    "Quelqu’un a modifié l’événement entretemps. Vos choix figurent ci-dessous; enregistrez-les s’ils conviennent encore.",
};
