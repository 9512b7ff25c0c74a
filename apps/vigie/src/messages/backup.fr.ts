import type { backupEn } from "./backup.en.ts";

/** Ce que disent « vigie backup » et « vigie restore », en français. */
export const backupFr: Readonly<Record<keyof typeof backupEn, string>> = {
  "about.backup": "pour l’organisation : enregistre tout l’événement dans un fichier chiffré, même en pleine marche",
  "about.restore": "pour l’organisation : rétablit une sauvegarde dans un dossier vide, sur cette machine ou ailleurs",
  "option.backupOut": "fichier à écrire",
  "option.passphraseFile": "fichier qui contient la phrase secrète; sans cette option, elle se tape au terminal",
  "option.restoreData": "dossier de destination, qui doit être vide",
  "option.backupTo": "dépose chaque heure une sauvegarde chiffrée dans ce dossier, une clé USB par exemple",
  "option.backupKeep": "nombre de sauvegardes conservées",
  "passphrase.choose": "Phrase secrète de la sauvegarde (au moins 12 caractères; sans elle, personne n’ouvrira le fichier) :",
  "passphrase.again": "Encore une fois :",
  "passphrase.ask": "Phrase secrète de la sauvegarde :",
  "passphrase.needed":
    "Une sauvegarde demande une phrase secrète, et personne n’est là pour la taper. Indiquez le fichier qui la contient : --passphrase-file",
  "passphrase.noFile": "--passphrase-file : impossible de lire {{file}}. Vérifiez le chemin.",
  "passphrase.short": "La phrase secrète compte moins de {{least}} caractères. Prenez quatre mots sans lien entre eux.",
  "passphrase.differ": "Les deux saisies diffèrent. Rien n’a été écrit; recommencez.",
  "backup.badKeep": "--backup-keep : il faut un nombre de 1 à 999; trouvé : {{found}}.",
  "backup.writing": "Écriture de la sauvegarde",
  "backup.written": "{{file}} contient l’événement ({{size}} ko).",
  "backup.without":
    "N’y sont pas : les sessions, ni le secret et la clé de l’événement. Copiez à part, en lieu sûr, les fichiers event-secret et event-key.",
  "secretKept.missing":
    "{{file}} est introuvable. Copiez event-secret et event-key du dossier de données dans un même dossier, et indiquez celui-ci.",
  "secretKept.other":
    "{{file}} n’est pas de cet événement. Refaites la copie depuis le dossier de données de l’événement en cours.",
  "secretKept.good":
    "Les deux copies dans {{folder}} sont bonnes; la console l’indique désormais. Gardez-les hors de portée des équipes.",
  "backup.hourly": "Sauvegarde : {{file}} ({{size}} ko)",
  "backup.noEvent": "{{folder}} ne contient aucun événement. Indiquez son dossier avec --data.",
  "backup.running":
    "L’événement est en marche : c’est à son serveur d’écrire la sauvegarde. Ouvrez d’abord une session : vigie login ADRESSE CODE-DE-L’ORGANISATION",
  "backup.full":
    "{{place}} : il n’y reste plus de place. Le fichier inachevé est supprimé, les sauvegardes précédentes demeurent. Libérez de l’espace, ou choisissez un autre disque.",
  "backup.noPlace": "Impossible de lire ou d’écrire {{place}}. La clé USB est-elle branchée, et le chemin est-il juste?",
  "backup.failed": "{{place}} : la sauvegarde s’est interrompue ({{why}}). Rien n’a été modifié.",
  "restore.reading": "Rétablissement",
  "restore.done": "L’événement se trouve dans {{folder}}. Pour le reprendre : vigie start --data {{folder}}",
  "restore.secret":
    "Remettez d’abord dans {{folder}} vos copies de event-secret et de event-key, que la sauvegarde ne contient pas. Tout le monde devra rouvrir une session.",
  "restore.wrongPassphrase": "{{place}} : ce n’est pas la bonne phrase secrète. Rien n’a été modifié.",
  "restore.noBackup": "{{place}} n’est pas une sauvegarde de Vigie. Rien n’a été modifié.",
  "restore.damaged":
    "{{place}} est abîmé ou incomplet. Rien n’a été modifié. Prenez un autre exemplaire, ou une sauvegarde plus ancienne.",
  "restore.notEmpty":
    "{{place}} contient déjà quelque chose, et une sauvegarde n’écrase jamais rien. Indiquez avec --data un dossier vide, ou donnez une base de données vide.",
  "restore.newer": "{{place}} vient d’une version plus récente de Vigie : rétablissez-le avec elle. Rien n’a été modifié.",
  "option.restoreCheck":
    "l’essaie seulement, dans un dossier effacé ensuite, et le dit au serveur de l’événement si vous y avez ouvert une session",
  "restore.noEvent": "La sauvegarde se restaure, mais ne contient aucun événement.",
  "restore.tried_one":
    "Restauré, ouvert, puis effacé : {{name}}, avec une équipe. Chaque partie est telle qu’elle a été sauvegardée.",
  "restore.tried_other":
    "Restauré, ouvert, puis effacé : {{name}}, avec {{count}} équipes. Chaque partie est telle qu’elle a été sauvegardée.",
  "restore.board_one": "  {{challenge}} : une équipe a un score",
  "restore.board_other": "  {{challenge}} : {{count}} équipes ont un score",
  "restore.told": "La console sait maintenant qu’une restauration a été essayée.",
  "restore.notSignedIn":
    "Aucune session n’est ouverte ici; la console n’en sait donc rien : cochez le point là-bas, ou recommencez après vigie login URL CODE-DE-L’ORGANISATION.",
  "restore.otherEvent":
    "C’est la sauvegarde d’un autre événement que celui où vous avez ouvert une session; sa console n’en a rien su.",
};
