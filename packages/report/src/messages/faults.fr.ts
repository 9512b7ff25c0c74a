/** En français : ce qui peut clocher dans une sortie, une archive ou la machine, et que faire ensuite. */
import type { Messages } from "./en.ts";

export const faultsFr: Pick<Messages, "frame" | "fault" | "archive" | "weakness" | "sandbox"> = {
  frame: {
    line: "Ligne {{line}} : {{sentence}}",
    entry: "{{entry}} : {{sentence}}",
    found: "Reçu : {{found}}.",
    expected: "Attendu : {{expected}}.",
  },
  fault: {
    "not-utf8": { what: "la sortie doit être du texte UTF-8.", next: "N’écrivez que du texte, jamais d’octets bruts." },
    "not-json": {
      what: "chaque ligne doit être un objet JSON.",
      next: "Envoyez vos messages dans le journal et laissez la trousse écrire les lignes.",
    },
    "not-an-object": {
      what: "une ligne est un objet JSON entre accolades, pas une liste ni une valeur seule.",
      next: "Écrivez un objet par ligne.",
    },
    "unknown-key": {
      what: "seules les clés que montre la page du défi sont admises.",
      next: "Retirez l’autre clé ou corrigez son orthographe.",
    },
    "doubled-key": { what: "une clé ne figure qu’une fois par objet.", next: "Gardez l’une des deux." },
    "missing-key": {
      what: "il manque une clé obligatoire.",
      next: "Ajoutez-la : la page du défi montre celles qu’il faut.",
    },
    "subject-not-an-id": { what: "{{id}} doit être le numéro {{of}}.", next: "Transmettez {{id}}.{{id}} tel que reçu." },
    "unknown-subject": {
      what: "{{no}} des données ne porte ce numéro.",
      next: "Prenez uniquement les numéros de la table {{tables}}.",
    },
    "doubled-subject": {
      what: "{{a}} n’a droit qu’à une ligne.",
      next: "Réunissez vos constats en une seule ligne par {{one}}.",
    },
    "line-too-long": {
      what: "la ligne dépasse la longueur permise.",
      next: "Retirez ce qui n’est pas demandé.",
    },
    "too-many-lines": { what: "il y a plus de lignes que {{ofMany}}.", next: "Écrivez une ligne au plus par {{one}}." },
    "no-output": {
      what: "le programme n’a rien écrit.",
      next: 'Même sans rien à signaler, la dernière ligne est {"end":0}; la trousse l’écrit pour vous.',
    },
    "missing-end": {
      what: 'il manque la dernière ligne, {"end":n}.',
      next: "Écrivez-la à la fin, avec le nombre de lignes qui précèdent; la trousse s’en charge d’elle-même.",
    },
    "wrong-end": {
      what: "le nombre de la dernière ligne ne correspond pas aux lignes qui précèdent.",
      next: "Comptez chaque ligne écrite.",
    },
    "line-after-end": { what: "rien ne doit suivre la ligne de fin.", next: "Écrivez-la une seule fois, tout à la fin." },
  },
  archive: {
    "not-an-archive": {
      what: "ce fichier n’est pas une archive .zip ou .tar.gz.",
      next: "Envoyez votre travail par « vigie submit », ou compressez votre dossier en .zip, sans mot de passe.",
    },
    "too-large": {
      what: "le code source et les fichiers de modèle dépassent la taille permise.",
      next: "Laissez de côté les données, les images et node_modules.",
    },
    "too-many-files": {
      what: "l’archive contient trop de fichiers et de dossiers.",
      next: "Laissez de côté ce que le détecteur n’importe pas.",
    },
    "unsafe-path": { what: "un chemin doit rester dans le dossier du projet.", next: "Créez l’archive depuis ce dossier." },
    "link-or-device": {
      what: "l’archive ne peut contenir que des fichiers et des dossiers ordinaires.",
      next: "Remplacez le lien par le fichier lui-même.",
    },
    "doubled-name": {
      what: "deux fichiers ou dossiers portent le même nom, aux majuscules ou à l’écriture d’un accent près.",
      next: "Renommez l’un des deux.",
    },
    "bad-name": {
      what: "ce nom de fichier ne convient pas à tous les systèmes (Windows en réserve certains, comme CON et NUL).",
      next: "Servez-vous de lettres, de chiffres, de points, de traits d’union et de soulignés.",
    },
    truncated: { what: "l’archive est incomplète ou endommagée.", next: "Refaites-la, puis envoyez-la de nouveau." },
    "too-deep": {
      what: "les dossiers sont trop imbriqués.",
      next: "Remontez les fichiers; « vigie submit » n’envoie que ceux de votre projet.",
    },
    "reserved-folder": {
      what: "les fichiers et dossiers nommés .vigie sont réservés à Vigie : le juge y place ce qu’il produit.",
      next: "Retirez-les de l’archive, ou envoyez-la par « vigie submit », qui s’en charge.",
    },
    "compiled-code": {
      what: "le code compilé est refusé : les mentors lisent ce qui tourne.",
      next: "Envoyez les sources, sans fichiers .pyc ou .wasm ni modules natifs; les données d’un modèle peuvent rester.",
    },
    "no-manifest": {
      what: "il manque vigie.json à la racine de l’archive.",
      next: "Faites l’archive du seul dossier où il se trouve, à côté du détecteur; « vigie new » en produit un.",
    },
    "bad-manifest": { what: "vigie.json n’a pas la forme attendue.", next: "Comparez-le à celui que produit « vigie new »." },
    "no-entry": {
      what: "le fichier de départ nommé dans vigie.json est absent de l’archive.",
      next: "Vérifiez son nom, majuscules comprises.",
    },
    "other-challenge": { what: "vigie.json nomme un autre défi.", next: "Envoyez l’archive à ce défi, ou corrigez le nom." },
    empty: { what: "l’archive ne contient aucun fichier.", next: "Choisissez le dossier où se trouve vigie.json." },
  },
  weakness: {
    "no-cgroup":
      "La mémoire est limitée par processus et non pour l’exécution entière : le dépassement peut atteindre quelque 200 Mo. Donnez au juge un cgroup où écrire.",
    "engine-as-root":
      "Les exécutions sont lancées par un moteur de conteneurs qui est root sur cette machine : une faille de ce moteur ou du noyau donnerait les droits de root. Jugez sur une machine qui ne contient rien d’autre.",
    "no-sandbox":
      "Les programmes tournent sans bac à sable, avec tous les droits de qui les a lancés. N’exécutez ainsi que votre propre code.",
    "shared-uid":
      "Les exécutions partagent le compte de la personne qui a démarré le juge. Démarrez-le comme root, ou donnez-lui une plage d’identifiants, pour que chacune ait le sien.",
    other:
      "Le bac à sable de cette machine est plus faible sur un point ({{id}}). Le guide de sécurité explique ce que cela signifie.",
  },
  sandbox: {
    "not-linux":
      "Le bac à sable exige Linux. Sous Windows ou macOS, démarrez le serveur dans une machine virtuelle Linux, dans WSL 2 ou dans « podman machine »; « vigie try » s’en passe pour votre propre code.",
    "no-container-engine":
      "Cette machine ne dispose pas de Podman. Sous Debian ou Ubuntu : sudo apt-get install podman runc uidmap",
    "no-bubblewrap": "Le programme bubblewrap n’est pas installé. Sous Debian ou Ubuntu : sudo apt-get install bubblewrap",
    "user-namespaces-forbidden":
      "Ce système interdit les espaces de noms d’utilisateur, dont le bac à sable a besoin. Autorisez-les (sous Ubuntu, un profil AppArmor pour unshare) ou démarrez comme root.",
    "does-not-start":
      "Le bac à sable est installé mais ne démarre pas. Lancez « vigie doctor » et transmettez sa réponse à la personne responsable de la machine.",
  },
};
