import type { en } from "./en.ts";
import { backupFr } from "./backup.fr.ts";
import { dryRunFr } from "./dry-run.fr.ts";
import { eventFr } from "./event.fr.ts";
import { hostFr } from "./host.fr.ts";
import { importFr } from "./import.fr.ts";

/** Ce que dit la ligne de commande, en français. */
export const fr: Readonly<Record<keyof typeof en, string>> = {
  about: "Vigie : de quoi tenir et juger un hackathon contre la traite des personnes",
  "about.start": "démarre le serveur et le juge (un événement de démonstration s’il n’y en a pas)",
  "about.new": "crée le projet d’une équipe dans un nouveau dossier",
  "about.try": "juge un projet sur cet ordinateur, avec les données d’entraînement",
  "about.logout": "mettre fin à la session ouverte par login",
  "about.login": "ouvre une session sur le serveur de l’événement",
  "about.submit": "envoie un projet au juge de l’événement",
  "about.status": "montre les soumissions de votre équipe",
  "about.doctor": "vérifie ce que peut faire cet ordinateur",
  "option.lang": "langue d’affichage : en ou fr",
  "option.port": "port du serveur web",
  "option.host": "adresse d’écoute",
  "option.lan": "ouvre à la salle : écoute sur toutes les adresses de cet ordinateur",
  "option.data": "dossier où l’événement est conservé (par défaut .vigie, ou vigie-event avec --new)",
  "option.judgeWorkers": "nombre de soumissions jugées en même temps (sans cette option : selon les processeurs et la mémoire)",
  "option.python": "un projet en Python plutôt qu’en TypeScript",
  "option.json": "affiche le résultat en JSON",
  "option.seed": "un autre monde d’entraînement, que ce texte désigne",
  "option.tryData": "juger sur le jeu de test de ce dossier, créé ou importé, au lieu des données d’entraînement",
  "option.html": "écrit le rapport dans ce fichier, sous forme de page",
  "option.challenge": "identifiant du défi",
  "option.challenges": "des défis rangés ailleurs : le dossier qui les contient, ou celui d’un seul défi",
  "option.nowait": "n’attend pas le verdict",
  "new.done": "Votre projet se trouve dans {{folder}}. Ensuite : {{command}}",
  "new.notEmpty": "{{folder}} existe déjà et n’est pas vide. Rien n’a été changé. Choisissez un nouveau dossier.",
  "new.noChallenge": "Le défi « {{challenge}} » n’existe pas. Défis connus : {{known}}.",
  "project.missing":
    "{{folder}} : il faut un projet avec un fichier vigie.json; il n’y en a pas. Pour en créer un : vigie new {{folder}}",
  "try.generating": "Création des données d’entraînement (une seule fois)",
  "try.noData":
    "{{folder}} : il faut un jeu de test complet, avec inputs, labels et checksums.json; pour en avoir un : vigie data make ou vigie data import",
  "try.dataLabels": "{{folder}} : étiquettes illisibles : {{problem}}. Créez ou importez le jeu de nouveau",
  "try.seedAndData":
    "--seed désigne un monde d’entraînement, et --data un jeu de test qui existe déjà : retirez l’une de ces options",
  "try.onData":
    "Jugé sur « {{title}} », version {{version}} (entrées {{inputs}}…, étiquettes {{labels}}…), et non sur les données d’un événement : ne comparez ce score à aucun classement.",
  "try.page": "Rapport écrit dans {{file}}",
  "try.judging": "Jugement en cours…",
  "try.unsandboxed": "Pas de bac à sable ici : votre code s’exécute comme un programme ordinaire, tout comme sans Vigie.",
  "try.part": "Volet",
  "try.value": "Valeur",
  "try.weight": "Poids",
  "try.score": "Score",
  "try.interval": "Dans 95 jeux semblables sur 100 : de {{low}} à {{high}}",
  "try.log": "Ce que votre code a affiché :",
  "login.done": "Session ouverte sur {{url}}. Ensuite : vigie submit",
  "login.refused": "{{url}} ne reconnaît pas ce code. Vérifiez-le auprès de la personne qui vous l’a remis.",
  "logout.done": "Session fermée sur {{url}} : le jeton ne vaut plus rien.",
  "logout.onlyHere":
    "Le jeton est oublié ici. {{url}} n’y a pas mis fin; il y reste valable 30 jours au plus, ou jusqu’à ce que l’organisation donne un nouveau code à votre équipe.",
  "login.needed": "Aucune session ouverte. Demandez à l’organisation le code de votre équipe, puis : vigie login <url> <code>",
  "login.badUrl":
    "Il faut l’adresse de l’événement avec http:// ou https://, comme http://vigie.local:3000; reçu : {{url}}. Demandez-la à l’organisation.",
  "server.unreachable": "{{url}} ne répond pas. L’adresse est-elle juste, et le serveur est-il en marche?",
  "server.waitsSilent": "Le serveur ne répond pas. Nouveaux essais pendant {{minutes}} minutes au plus; Ctrl-C arrête.",
  "server.waitsTurn":
    "Beaucoup d’équipes envoient en même temps. Attente d’une place, {{minutes}} minutes au plus; Ctrl-C arrête.",
  "server.waitsRoom":
    "Le serveur n’a plus de place. Nouveaux essais pendant {{minutes}} minutes au plus; Ctrl-C arrête. Prévenez l’organisation.",
  "server.refused": "Refus du serveur : {{detail}}",
  "submit.sent": "C’est envoyé : soumission {{id}} ({{size}} ko). Pour la suivre : {{url}}",
  "submit.waiting": "Jugement en cours…",
  "submit.public": "Score public : {{score}} (de {{low}} à {{high}})",
  "status.empty": "Aucune soumission pour l’instant. Pour envoyer la première : vigie submit <dossier>",
  "status.practice": "Entraînement",
  "status.public": "Publique",
  "status.id": "Soumission",
  "status.at": "Reçue",
  "own.form": "--own-data attend DÉFI/PARTITION=DOSSIER, où PARTITION vaut public ou final; reçu : {{found}}.",
  "own.twice": "--own-data nomme {{place}} deux fois. Retirez-en une.",
  "own.late":
    "Dans l’événement de {{folder}}, la partition {{split}} de {{challenge}} a été générée, et les équipes sont déjà évaluées dessus. Pour vos propres données, ouvrez un autre événement : --data AUTRE-DOSSIER.",
  "own.noSet":
    "{{folder}} : il faut un jeu de test complet, tel que l’écrit « vigie data import »; il n’y en a pas. Importez vos données ou corrigez le chemin.",
  "own.damaged":
    "{{folder}} : {{detail}} ne correspond pas à checksums.json. Des fichiers ont changé depuis leur écriture : recommencez l’importation.",
  "own.columns":
    "{{folder}} : ces colonnes ne sont pas celles d’un jeu de test. {{detail}}. Recommencez l’importation avec cette version de Vigie.",
  "own.labels":
    "{{folder}} : ces étiquettes ne permettent aucun score. {{detail}}. Recommencez l’importation en indiquant ce qui marque les virements illicites.",
  "own.size": "{{folder}} ne peut pas servir de partition cachée. {{detail}}.",
  "own.parts":
    "{{folder}} : des étiquettes importées ne connaissent ni indicateurs ni rôles, or {{detail}} n’évalue rien d’autre. Choisissez un autre défi.",
  "own.other":
    "{{folder}} contient un autre jeu que celui du premier démarrage (empreinte des entrées : {{detail}}). Remettez le premier, ou retirez --own-data : l’événement en garde sa propre copie.",
  "own.pinned":
    "{{challenge}}, partition {{split}} : évaluée sur vos données, {{title}} ({{numbers}}, entrées {{inputs}}…). L’événement en a pris copie.",
  "own.rings": "{{rings}} réseaux",
  "option.ownData":
    "évalue une partition cachée sur un jeu que vous fournissez, fabriqué ou importé; à fixer au premier démarrage",
  "start.noChallenges":
    "--challenges : il faut un dossier de défis, chacun dans un dossier qui porte son identifiant et contient un challenge.json; {{folder}} n’en contient aucun. Corrigez le chemin.",
  "start.lateChallenge":
    "L’événement de {{folder}} a été ouvert sans {{challenge}}, et ses défis ne changent plus. Ouvrez un autre événement : --data AUTRE-DOSSIER.",
  "start.opening": "Ouverture de la base de données",
  "start.database": "La base de données est ouverte ({{seconds}} s)",
  "start.listening": "Classement : {{url}}",
  "start.codes": "Codes pour ouvrir une session (conservés dans {{file}}) :",
  "start.team": "équipe {{team}}",
  "start.mentor": "mentorat",
  "start.organizer": "organisation",
  "start.stop": "Ctrl-C arrête tout; ce qui est enregistré reste.",
  "start.workers": "Soumissions jugées en même temps : {{count}}",
  "start.stopping": "Arrêt…",
  "start.preparing": "Préparation : partition {{split}}",
  "start.judged": "{{team}}, partition {{split}} : {{verdict}}",
  "start.held":
    "{{challenge}} : une autre version de Vigie a préparé cet événement, et celle-ci ne produirait pas les mêmes jeux. Rien n’est évalué sur d’autres données : les soumissions attendent et les envois restent ouverts. Redémarrez la version d’origine, et la file repart d’elle-même.",
  "start.heldRetired":
    "{{challenge}} : cet événement pose la version {{version}} du défi, que cette version de Vigie affiche encore mais n’évalue plus. Classements, pages et reçus restent tels quels; les soumissions attendent et les envois restent ouverts. Le commit {{commit}} de Vigie l’évalue : démarrez-le sur ce dossier, et la file repart d’elle-même.",
  "start.heldAsk":
    "{{challenge}} : faut-il plutôt tout réévaluer avec cette version? Le classement garde ses verdicts jusqu’à ce que le dernier soit connu. Tapez oui ou non, puis Entrée.",
  "start.heldAnew_one": "{{challenge}} : {{count}} soumission est réévaluée en arrière-plan.",
  "start.heldAnew_other": "{{challenge}} : {{count}} soumissions sont réévaluées en arrière-plan.",
  "start.heldWaits": "{{challenge}} : les soumissions restent en attente. La question reviendra au prochain démarrage.",
  "start.heldFromElsewhere": "Pour tout réévaluer avec cette version, l’organisation lance : vigie judge rejudge {{challenge}}",
  "start.judgeTrouble": "Le juge a eu un ennui et va réessayer : {{message}}",
  "start.judgeGaveUp":
    "Le juge abandonne : {{message}} Ce qui est enregistré reste. Une fois l’ennui réglé, arrêtez Vigie avec Ctrl-C et redémarrez-le.",
  "start.noFolder":
    "{{folder}} ne peut pas servir de dossier de données ({{why}}). Indiquez avec --data un dossier où vous pouvez écrire.",
  "start.noRoom":
    "{{folder}} : il faut au moins {{needed}} Mio libres sur son disque; il en reste {{free}}. Libérez de l’espace, ou indiquez un dossier d’un autre disque avec --data. Rien n’a été modifié.",
  "start.damaged":
    "{{folder}} : il faut un dossier de données de Vigie; trouvé : {{found}}. Rien n’a été modifié ni supprimé. Rétablissez-le à partir d’une copie de sauvegarde, ou indiquez un autre dossier avec --data.",
  "start.spoolHolds_one":
    "{{spool}} contient encore une soumission, reçue le {{at}}. Elle n’est pas perdue : une fois une copie de la base de données rétablie, elle sera évaluée comme si de rien n’était.",
  "start.spoolHolds_other":
    "{{spool}} contient encore {{count}} soumissions (équipes : {{teams}}), la plus récente reçue le {{at}}. Rien n’est perdu : une fois une copie de la base de données rétablie, celles qui sont arrivées depuis seront évaluées comme si de rien n’était.",
  "start.otherCodes":
    "{{file}} contient les codes d’un autre événement, et la base de données n’en connaît aucun. Rétablissez une copie de la base de données, ou indiquez un autre dossier avec --data. Rien n’a été modifié.",
  "start.badCodes":
    "{{file}} est endommagé. Rétablissez-le à partir d’une copie de sauvegarde, ou supprimez-le : le prochain démarrage remettra de nouveaux codes, qui mettent fin aux anciens et à leurs sessions.",
  "start.noSecret":
    "{{file}} : le secret de l’événement a disparu, et ses partitions cachées en dépendent. Rétablissez-le à partir d’une copie de sauvegarde, ou indiquez un autre dossier avec --data.",
  "start.otherSecret":
    "{{file}} n’est pas le secret avec lequel cet événement a commencé. Rétablissez-le à partir d’une copie de sauvegarde, ou indiquez un autre dossier avec --data.",
  "start.noSandbox":
    "PAS DE BAC À SABLE : {{why}} Seuls les détecteurs livrés avec Vigie s’exécutent, sans protection; les envois sont refusés.",
  "start.weaker": "Bac à sable : {{weakness}}",
  "start.port": "Un autre programme occupe déjà le port {{port}}. Arrêtez-le, ou choisissez un autre port avec --port {{next}}.",
  "start.badPort": "--port : il faut un nombre de 0 à 65535; trouvé {{port}}.",
  "start.badWorkers": "--workers : il faut un nombre entier de 1 à {{most}}; trouvé : {{workers}}.",
  "start.locked":
    "Le dossier {{folder}} est déjà utilisé par le processus {{pid}} (PID). Arrêtez-le d’abord (Ctrl-C dans sa fenêtre), ou indiquez un autre dossier avec --data.",
  "start.notBuilt": "Le serveur n’est pas construit. Lancez npm ci à la racine du clone, puis recommencez.",
  "uploads.refused": "Sans bac à sable sur cet ordinateur, le juge n’accepte le code de personne.",
  "about.verify": "contrôle un reçu du juge et évalue de nouveau la soumission",
  "about.judge": "met le juge à l’épreuve",
  "about.receipts": "pour l’organisation : réunit les verdicts de plusieurs sites d’après leurs reçus",
  "about.receiptsExport": "met dans un fichier tous les reçus du site où vous avez ouvert une session",
  "about.receiptsMerge": "contrôle les reçus de plusieurs sites et les réunit dans un fichier",
  "option.receiptsOut": "le fichier à écrire",
  "option.receiptsInto": "le fichier où tout réunir; il ne change que si tout concorde",
  "option.receiptsKey": "les clés publiées des sites (base64); un reçu signé par une autre est refusé",
  "receipts.exported": "{{file}} contient {{runs}} reçus.",
  "receipts.noKey": "Donnez avec --key la clé publiée de chaque site : un reçu ne vaut pas plus que la clé qui l’a signé.",
  "receipts.badSignature": "{{file}} : {{submission}}, partition {{split}} : la signature ne correspond pas au reçu.",
  "receipts.unknownKey": "{{file}} : {{submission}}, partition {{split}} : signé par {{found}}, qu’aucune de vos --key ne nomme.",
  "receipts.otherVersion":
    "{{file}} : {{submission}}, partition {{split}} : {{field}} diffère. Valeur attendue : {{expected}}; valeur trouvée : {{found}}.",
  "receipts.conflict":
    "{{file}} : {{submission}}, partition {{split}} : deux reçus de la même exécution se contredisent sur {{field}} : {{expected}} et {{found}}. Tranchez avec vigie verify.",
  "receipts.refused": "Rien n’a été réuni, et {{file}} est resté tel quel. Problèmes : {{problems}}.",
  "receipts.merged": "{{file}} contient {{all}} reçus, dont {{added}} nouveaux.",
  "receipts.team": "équipe",
  "about.rejudge": "pour l’organisation : rejuge toutes les soumissions en arrière-plan, selon le défi d’ici",
  "option.rejudgeStatus": "dit seulement où on en est",
  "rejudge.none": "{{challenge}} : la version {{version}} compte; aucune autre n’est en route.",
  "rejudge.coming":
    "{{challenge}} : la version {{version}} est en route; soumissions jugées : {{judged}} sur {{submissions}}. La version {{old}} compte jusqu’à la dernière.",
  "rejudge.held":
    "Exécutions ratées par la faute du juge : {{errors}}. Elles retiennent la nouvelle version. Une fois l’ennui réglé, relancez la commande : elle repart de zéro.",
  "rejudge.begun":
    "Les équipes n’en voient rien avant le changement, et leurs envois passent devant. Pour suivre l’avancement : --status.",
  "about.selftest": "évalue chaque exemple et compare le verdict au nom de son dossier",
  "option.archive": "l’archive dont parle le reçu : elle est évaluée de nouveau",
  "option.key": "clé publiée de l’événement, en base64 : le reçu doit la porter",
  "option.oneChallenge": "d’un seul défi",
  "option.verifyData": "le jeu de l’organisation, si l’exécution a été évaluée dessus",
  "verify.ownData":
    "Cette exécution a été évaluée sur les données de l’organisation, {{dataset}}, que rien ne peut générer. Donnez-en le dossier avec --data.",
  "verify.same": "pareil  ",
  "verify.differs": "DIFFÈRE ",
  "verify.signature": "signature",
  "verify.key": "clé de l’événement",
  "verify.archive": "archive, SHA-256",
  "verify.inputs": "entrées, SHA-256",
  "verify.limits": "limites",
  "verify.verdict": "verdict",
  "verify.score": "score, volets et tort",
  "verify.onlySignature": "Seule la signature a été contrôlée. Donnez l’archive avec --archive pour l’évaluer de nouveau.",
  "verify.noArchive": "{{file}} : il faut l’archive dont parle le reçu; ce fichier ne peut pas être lu.",
  "verify.otherVersion":
    "Le reçu porte sur la version {{said}} du défi; cette installation a la version {{found}}. Servez-vous de la version qui a évalué.",
  "verify.retired":
    "Pas évalué de nouveau : le reçu porte sur la version {{said}}, dont cette version de Vigie ne produit plus les données ni le score. Le commit {{commit}} de Vigie le peut : git checkout {{commit}}, npm install, puis la même commande. Avec --archive, le code de sortie est ici 5 si tout le reste concorde.",
  "verify.unvouched":
    "Signé par la clé {{key}}. Personne ne s’en porte garant : n’importe qui peut signer un reçu avec sa propre clé. Comparez-la à la clé publiée par l’événement, ou donnez celle-ci avec --key (code de sortie 4).",
  "verify.noFinal": "Un reçu de la partition finale se vérifie après le dévoilement.",
  "verify.noSandbox": "Sans bac à sable, rien ne peut être évalué de nouveau. Lancez « vigie doctor ».",
  "selftest.sum": "évaluations : {{judged}}; verdicts différents : {{differing}}",
  "about.data": "fabrique et examine des jeux de test",
  "about.data.make": "fabrique un jeu de test : entrées, étiquettes et sommes de contrôle",
  "about.data.report": "montre sur une page à quel point un jeu de test est réaliste",
  "about.data.audit": "éprouve un jeu de test à la manière de qui triche : un dossier, ou un jeu fabriqué pour l’occasion",
  "option.against": "le confronte aussi à cet autre jeu : une partition du même jeu de données ou un autre dossier",
  "option.split": "practice (entraînement), public (publique) ou final (finale)",
  "option.secretFile": "fichier du secret de l’événement, pour les partitions public et final",
  "option.testSecret": "emploie le secret d’essai, connu de tout le monde et d’aucun événement",
  "option.locked": "SHA-256 de la liste des soumissions retenues pour la partition finale",
  "option.size": "nombre {{what}} (par défaut, celui du défi pour cette partition)",
  "option.reportOut": "fichier HTML à écrire",
  "option.out": "dossier à créer; il ne doit rien contenir",
  "option.workers": "nombre de fils d’exécution (par défaut, autant qu’il est utile)",
  "data.needsSecret":
    "La partition {{split}} dépend d’un secret. Indiquez celui de l’événement avec --secret-file, ou prenez --test-secret, que tout le monde peut connaître.",
  "data.badSecret":
    "{{file}} : il faut un fichier lisible contenant le secret de l’événement (64 chiffres hexadécimaux). Rétablissez-le à partir de votre copie de sauvegarde.",
  "data.needsLocked":
    "La partition finale n’existe qu’une fois les soumissions verrouillées. Donnez l’empreinte de la liste verrouillée avec --locked.",
  "data.badLocked": "--locked : il faut 64 chiffres hexadécimaux en minuscules; trouvé {{found}}.",
  "data.idleOption": "{{option}} n’a pas de sens pour la partition {{split}}. Retirez cette option, ou changez --split.",
  "data.badCount": "{{option}} : il faut un nombre entier de {{least}} à {{most}}; trouvé {{found}}.",
  "data.unknown": "Le jeu de données « {{name}} » n’existe pas. Jeux connus : {{known}}.",
  "data.exists": "{{folder}} contient déjà quelque chose. Rien n’a été changé. Supprimez ce dossier, ou changez --out.",
  "data.full":
    "{{folder}} : le disque est plein, et il ne reste rien du jeu de test inachevé. Libérez de l’espace, ou changez de disque avec --out.",
  "audit.running": "Mise à l’épreuve du jeu de test",
  "audit.runningAcross": "Confrontation des partitions",
  "audit.acrossTitle": "Les deux partitions, confrontées :",
  "audit.acrossPassed":
    "Réussi. À un niveau de confiance de {{confidence}}, rien de propre à un monde ne mène d’une partition à l’autre, et aucune ne se distingue.",
  "audit.acrossFailed": "Échec : une partition trahit l’autre ou s’en distingue.",
  "audit.noAgainst":
    "--against attend l’une de ces partitions, {{splits}}, ou un dossier qui contient un jeu de test avec inputs/ et labels/; reçu : {{against}}.",
  "audit.splitOfFolder":
    "--against {{against}} désigne une partition d’un jeu de données, mais {{folder}} est un dossier. Nommez plutôt un jeu de données, ou un second dossier après --against.",
  "audit.otherWorld":
    "{{against}} relève du monde {{other}}, et {{name}} du monde {{world}}. Ne confrontez que des jeux d’un même monde.",
  "audit.family": "attaque",
  "audit.column": "le plus fort sur",
  "audit.value": "trouvé",
  "audit.chance": "hasard",
  "audit.verdict": "verdict",
  "audit.ok": "rien",
  "audit.signal": "indice",
  "audit.leak": "FUITE",
  "audit.signals": "Indices, chacun avec la raison qui l’explique :",
  "audit.leaks": "Fuites, utiles à qui triche et à personne d’autre :",
  "audit.passed": "Réussi. À un niveau de confiance de {{confidence}}, seuls des indices légitimes distinguent {{whom}}.",
  "audit.failed": "Échec : le jeu de test trahit {{whom}}.",
  "audit.hidden": "Cette partition dépend d’un secret en service; on n’en dit pas davantage.",
  "data.making": "Fabrication de {{count}} {{many}}",
  "data.otherSize": "{{option}} n’a pas de sens pour {{challenge}}, dont la taille se donne par {{known}}. Retirez cette option.",
  "data.rows": "rangées",
  "data.bytes": "octets",
  "data.inputs": "entrées, SHA-256",
  "data.labels": "étiquettes, SHA-256",
  "data.time": "durée",
  "data.seconds": "{{seconds}} s",
  "data.made": "Le jeu de test se trouve dans {{folder}}",
  "sandbox.unknown": "VIGIE_SANDBOX : il faut l’une de ces valeurs : {{known}}; trouvé {{found}}.",
  "report.none": "Rien de connu à quoi comparer un jeu de test du monde {{world}}.",
  "report.measuring": "Mesure en cours",
  "report.done":
    "Le rapport de réalisme se trouve dans {{file}}. Sur {{judged}} mesures dotées d’une référence, {{close}} en sont proches.",
  "report.measure": "promesse",
  "report.found": "mesuré",
  "report.bounds": "bornes",
  "report.auc": "ASC des réseaux",
  "report.verdict": "verdict",
  "report.within": "tenue",
  "report.outside": "HORS BORNES",
  "report.kept": "Toutes les mesures bornées restent entre leurs bornes.",
  "report.broken":
    "Échec : mesures hors de leurs bornes : {{count}}. docs/realism.md (en anglais) dit ce que chacune garde et quoi faire.",
  "report.hidden": "Cette page montre les étiquettes d’une partition cachée. Ne la montrez à personne qui participe.",
  "data.inFolder": "{{option}} n’a pas de sens pour le jeu de test de {{folder}}, déjà fabriqué. Retirez cette option.",
  "data.noSet":
    "{{name}} n’est ni un jeu de données ({{known}}) ni un dossier contenant un jeu de test (inputs/ et labels/). Pour en produire un : vigie data make {{first}} --out {{name}}",
  "doctor.good": "en ordre",
  "doctor.bad": "absent",
  "doctor.node": "Node",
  "doctor.python": "Python",
  "python.offer": "Python {{version}} et sa bibliothèque standard. Modules offerts : {{packages}}.",
  "python.noPackage": "sans {{name}}",
  "python.none": "Python n’est pas offert.",
  "kit.judge": "Ce qu’offre le juge de cet événement, mesuré dans son bac à sable",
  "trouble.unexpected": "Un ennui de notre côté : {{message}}",
  "about.data.import": "transforme les opérations d’autrui (CSV) en jeu de test",
  "option.map": "lecture des colonnes : saml-d, paysim, amlsim, amlworld ou un fichier JSON",
  "option.patterns": "fichier des tentatives de blanchiment d’AMLworld (*_Patterns.txt)",
  "option.accountsFile": "fichier d’une rangée par compte, si la carte en décrit un",
  "option.importId": "identifiant du jeu de données (par défaut, celui de la carte)",
  "option.importSeed": "texte libre, dont dépendent l’ordre des comptes et tous les identifiants",
  "option.badShare": "part tolérée de rangées inutilisables, de 0 à 1",
  ...backupFr,
  ...eventFr,
  ...dryRunFr,
  ...hostFr,
  ...importFr,
};
