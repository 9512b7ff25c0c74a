/** Toutes les phrases en français. Written, not translated; no-break spaces are set when the sentences are loaded (see `speaker.ts`). */
import type { Messages } from "./en.ts";
import { faultsFr } from "./faults.fr.ts";

export const fr: Messages = {
  ...faultsFr,
  verdict: {
    accepted: "Acceptée",
    wrong_output: "Sortie invalide",
    build_error: "Erreur de compilation",
    runtime_error: "Erreur d’exécution",
    time_limit: "Temps dépassé",
    memory_limit: "Mémoire dépassée",
    output_limit: "Sortie trop longue",
    judge_error: "Erreur du juge",
  },
  reason: {
    accepted: "La sortie était complète et elle a reçu un score. Les erreurs montrent où gagner d’autres points.",
    wrong_output:
      "Le programme a tourné, mais sa sortie ne peut pas être notée. Corrigez ce qui est nommé ci-dessous, puis réessayez.",
    build_error:
      "Vos fichiers n’ont pas pu être assemblés. Corrigez le premier message du journal; les autres en découlent souvent.",
    runtime_error: "Le programme s’est arrêté avant la fin. Les dernières lignes du journal disent à quel endroit.",
    time_limit: "Le programme a épuisé son temps. Cherchez une boucle dans une boucle, et parcourez les données une seule fois.",
    memory_limit: "Le programme a demandé plus de mémoire que prévu. Gardez des totaux plutôt que des copies des tables.",
    output_limit: "Le programme a trop écrit. N’écrivez que les lignes demandées, chacune une seule fois.",
    judge_error: "La panne vient de chez nous, pas de votre code. L’essai n’est pas compté, et l’exécution sera reprise.",
    no_entry_file:
      "Le fichier de départ nommé dans vigie.json ne fait pas partie de l’envoi. Vérifiez son nom, majuscules comprises.",
    bad_manifest: "Le fichier vigie.json n’a pas la forme attendue. Comparez-le à celui que produit « vigie new ».",
    no_detector:
      "Le fichier de départ n’exporte aucun détecteur. Repartez de celui que produit « vigie new » : sa fin montre comment faire.",
    syntax_error:
      "Le code contient une faute de syntaxe. Le journal nomme le fichier et la ligne : corrigez-la, puis lancez « vigie try ».",
    missing_import: "Un élément importé est introuvable. Vérifiez l’orthographe, et joignez le fichier ou le paquet à l’envoi.",
    exception: "Le code a levé une exception que rien n’a rattrapée. Le journal montre la ligne d’où elle est partie.",
    exit_code:
      "Le programme s’est terminé de lui-même avec un code d’erreur. Lisez la fin du journal et cherchez une sortie prématurée.",
    killed_by_signal:
      "Le programme a été arrêté de l’extérieur : un appel interdit ou une mémoire épuisée. Lisez la fin du journal.",
    cpu_time: "Le programme a calculé plus longtemps que permis. Cherchez un travail répété pour chaque ligne de données.",
    wall_time: "Le programme n’a pas fini à temps, bien qu’il ait peu calculé. Cherchez ce qu’il attend.",
    log_limit: "Le programme a trop écrit dans son journal. Retirez les messages produits à chaque ligne de données.",
  },
  hidden: {
    accepted: "La sortie pour les données cachées était complète et elle a reçu un score.",
    wrong_output:
      "Pour les données cachées, la sortie ne peut pas être notée. Essayez d’autres données d’entraînement : « vigie try --seed » en produit.",
    build_error:
      "Les fichiers n’ont pas pu être assemblés pour les données cachées. Soumettez de nouveau; si cela se répète, avertissez l’organisation.",
    runtime_error: "Le programme s’est arrêté sur les données cachées. Cherchez les valeurs absentes et les listes vides.",
    time_limit:
      "Le temps a manqué sur les données cachées, parfois plus volumineuses qu’à l’entraînement. Allégez le travail fait pour chaque ligne.",
    memory_limit:
      "La mémoire a manqué sur les données cachées, parfois plus volumineuses qu’à l’entraînement. Gardez moins de chaque ligne.",
    output_limit: "Le programme a trop écrit pour les données cachées. N’écrivez que les lignes demandées.",
    judge_error: "La panne vient de chez nous, pas de votre code. L’essai n’est pas compté.",
  },
  split: { practice: "entraînement", public: "publique", final: "finale" },
  numberWord: { "2": "Deux", "3": "Trois", "4": "Quatre", "5": "Cinq", "6": "Six", "7": "Sept", "8": "Huit", "9": "Neuf" },
  finding: {
    scoreTaken: "{{points}} points, une fois {{taken}} retranchés pour {{penalties}}",
    scoreWhole: "{{points}} points, sans rien de retranché pour {{penalties}}",
    scorePlain: "{{points}} points",
    boardLead_one: "Une équipe mène, nettement devant les autres",
    boardLead_other: "{{leaders}} équipes mènent, et ce test ne peut les départager",
    boardAll: "Ce test ne peut pas encore départager les équipes",
    boardSingle: "Une équipe a un score; les autres sont en chemin",
    boardEmpty: "Aucune équipe n’a encore de score",
  },
  chart: {
    score: "Score",
    waterfallTitle: "D’où vient le score de {{points}}",
    waterfallMethod: "Les cases pâles montrent ce qui reste à gagner; les hachures, ce qui est retranché.",
    ofMost: "{{gained}} sur {{most}}",
    takenShare: "{{share}} retranchés",
    between: "Avec d’autres données semblables, il se situerait sans doute entre {{low}} et {{high}}.",
    whisker: "{{points}}, sans doute entre {{low}} et {{high}}",
    noScore: "pas encore de score",
    history: "Scores publics, du plus ancien au plus récent : {{scores}}",
    noHistory: "Aucune soumission acceptée pour le moment",
  },
  page: {
    title: "Exécution d’entraînement de {{name}}",
    note: "Données d’entraînement inventées par un programme. Rien ni personne n’y est réel.",
    help: "Ce sujet vous touche, ou touche quelqu’un de votre entourage? {{line}} vous écoute en toute confidentialité : {{phone}}",
    fault: "Ce qui ne va pas dans la sortie",
    mistakes: "Des erreurs dont on apprend",
    log: "Ce qu’a dit votre code",
    logEmpty: "Votre code n’a rien écrit dans son journal.",
    logCut: "Le journal était trop long : son milieu a été coupé.",
    resources: "Ce que l’exécution a utilisé",
    wall: "Durée",
    cpu: "Temps de processeur",
    memory: "Mémoire",
    output: "Sortie",
    unknown: "non mesuré ici",
    mebibytes: "{{n}} Mio",
    of: "{{used}} sur {{limit}}",
  },
};
