import type { teamEn } from "./team.en.ts";

/** Ce que disent les pages aux équipes et aux mentors pendant un événement. */
export const teamFr: Readonly<Record<keyof typeof teamEn, string>> = {
  "clock.held": "Les soumissions sont suspendues. Clôture : {{at}}.",
  "board.hiddenName": "Équipe (nom masqué)",
  "board.out-of-competition": "hors concours",
  "board.disqualified": "disqualifiée",
  "board.frozenAt": "Figé depuis le {{at}}",
  "board.division": "Division",
  "board.language": "Langue",
  "board.everyDivision": "Toutes les divisions",
  "board.everyLanguage": "Les deux langues",
  "board.filtered_one": "{{count}} équipe.",
  "board.filtered_other": "{{count}} équipes. Les rangs et les paliers valent pour l’ensemble.",
  "language.en": "anglais",
  "language.fr": "français",
  "frozen.board": "Le classement est figé, tel qu’il était le {{at}}.",
  "frozen.own":
    "Continuez d’envoyer : le juge évalue vos essais, et vous seuls voyez vos verdicts. Le nouvel ordre paraîtra au dévoilement.",
  "frozen.ownSealed":
    "Continuez d’envoyer : le juge évalue vos essais, mais leur résultat sur le jeu caché paraîtra au dévoilement, pour vous aussi.",
  "frozen.over": "Le nouvel ordre paraîtra au dévoilement.",
  "frozen.hosts": "Vous voyez le classement en direct. Le public le voit tel qu’il était le {{at}}.",
  "frozen.hostsMore": "Ne le projetez pas.",
  "run.sealed": "scellé jusqu’au dévoilement",
  "run.sealedHead": "L’essai {{attempt}} est jugé et scellé",
  "run.sealedHelp": "Le classement est figé : le résultat de cet essai sur le jeu caché paraîtra au dévoilement.",
};
