import type { hostEn } from "./host.en.ts";

/** Ce que dit « vigie start --new », en français. */
export const hostFr: Readonly<Record<keyof typeof hostEn, string>> = {
  "option.new": "votre propre événement, dans un dossier à lui; une page vous demande ce qu’il faut savoir",
  "option.newOrganizerCode": "remplace le code de l’organisation; l’ancien et ses sessions ne valent plus rien",
  "host.demoFolder":
    "{{folder}} contient la démonstration, qui reste telle quelle. Pour votre événement, indiquez un autre dossier avec --data. Les codes de la démonstration sont dans son fichier demo-codes.json.",
  "host.code": "Code de l’organisation, affiché cette seule fois (conservé dans {{file}}, lisible de votre seul compte) :",
  "host.codeKept": "Le code de l’organisation se trouve dans {{file}}.",
  "host.codeLost":
    "Le code de l’organisation est dans {{file}}, à moins que vous ne l’en ayez retiré. S’il est perdu, redémarrez avec --new-organizer-code",
  "host.next":
    "Ensuite : ouvrez cette page dans un navigateur de cet ordinateur, ouvrez une session avec le code et répondez à sept questions :",
  "host.again": "Pour reprendre après un arrêt : vigie start --data {{folder}}",
  "host.opened":
    "L’événement existe; ses données se préparent. Copiez maintenant {{secret}} et {{key}} en lieu sûr, hors de portée des équipes : aucune sauvegarde ne les contient, et rien ne peut les refaire.",
};
