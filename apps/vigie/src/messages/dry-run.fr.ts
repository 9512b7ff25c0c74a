import type { dryRunEn } from "./dry-run.en.ts";

/** Ce que dit « vigie event dry-run », en français. */
export const dryRunFr: Readonly<Record<keyof typeof dryRunEn, string>> = {
  "about.event.dryRun": "joue tout le calendrier dans une copie, effacée à la fin, et montre le classement tel qu’il serait",
  "option.speed": "combien de fois plus vite que l’horloge, au plus 1000",
  "dryRun.badSpeed": "{{found}} n’est pas une vitesse : écrivez un nombre de 1 à {{most}}.",
  "dryRun.begun": "La copie se joue sur le serveur, même si vous partez d’ici avec Ctrl-C.",
  "dryRun.preparing": "La copie se prépare",
  "dryRun.playing": "Le calendrier défile",
  "dryRun.judging": "Les derniers verdicts",
  "dryRun.failed": "La répétition s’est interrompue ({{why}}); sa copie est effacée.",
  "dryRun.noReport": "La répétition n’est pas allée au bout; la copie est effacée. La console dit pourquoi.",
  "dryRun.played":
    "Répétition à {{speed}} fois la vitesse. Reçues : {{taken}}. Refusées : {{early}} avant l’ouverture, {{quota}} de trop dans la journée, {{late}} après la clôture, {{other}} autrement.",
  "dryRun.phase": "{{at}}  {{phase}}",
  "dryRun.verdicts": "Verdicts : {{list}}. Sans verdict : {{unjudged}}. Plus longue attente : {{seconds}} s.",
  "dryRun.board": "Le classement de {{challenge}} tel qu’il serait :",
  "dryRun.right": "Tout s’est passé comme il faut.",
  "dryRun.surprise": "{{team}}, {{detector}} : attendu {{expected}}, obtenu {{found}}",
};
