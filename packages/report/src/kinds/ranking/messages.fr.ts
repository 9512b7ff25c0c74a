/** Les phrases françaises du genre *ranking*. */
import type { RankingMessages } from "./messages.en.ts";

export const rankingFr: RankingMessages = {
  summary:
    "Comptes à trouver : {{positives}} sur {{subjects}}. Alertes données : {{alerts}}, pour un budget d’analyse de {{budget}}.",
  harm: {
    group: "On aurait interrogé pour rien {{flagged}} des {{members}} {{group}}.",
    none: "Parmi {{members}} {{group}}, on n’aurait interrogé personne pour rien.",
    misnamed_one:
      "{{named}} des {{all}} personnes exploitées de vos alertes a été nommée comme celle qui contrôle. Elle a besoin d’aide, pas de soupçon.",
    misnamed_other:
      "{{named}} des {{all}} personnes exploitées de vos alertes ont été nommées comme celles qui contrôlent. Elles ont besoin d’aide, pas de soupçon.",
    namedWell: "Aucune personne exploitée de vos alertes n’a été prise pour celle qui contrôle.",
    noExploited: "Vos alertes ne comptent aucune personne exploitée.",
    most: "Coûte le plus cher : {{harm}}",
    then: "Ensuite : {{harm}}",
    spared_one: "Une personne épargnée parmi elles rapporterait {{gain}} point.",
    spared_other: "Une personne épargnée parmi elles rapporterait {{gain}} points.",
  },
  mistake: {
    kind: { missed: "Manqué", "false-alarm": "Licite, mais signalé", "wrong-reason": "Bon compte, mauvaise raison" },
    silent: "Vous n’avez donné aucune alerte ici; rôle placé : {{role}}.",
    tooLow:
      "Ce compte est au rang {{rank}} de votre ordre, plus bas que ce que l’équipe d’analyse peut examiner; rôle placé : {{role}}.",
    plantedSigns: "À repérer : {{signs}}.",
    lawful: "Rien d’illicite n’a été placé ici : quelqu’un aurait été interrogé pour rien.",
    lawfulGroup: "Profil licite ({{group}}) : quelqu’un aurait été interrogé pour rien.",
    misread: "Ce qui a pu tromper : {{signs}}.",
    rightAccount: "C’est le bon compte, mais l’explication ne convaincrait pas une personne qui analyse.",
    missedSigns: "À nommer aussi : {{signs}}.",
    wrongSigns: "Nommé à tort : {{signs}}.",
    weakEvidence: "Les éléments cités ne correspondent pas à ce qui a été placé.",
    wrongRole: "Rôle nommé : {{named}}; rôle placé : {{planted}}.",
    noRole: "Aucun rôle n’a été nommé; rôle placé : {{planted}}.",
    someRole: "inconnu",
    place: "au rang {{rank}} de votre ordre",
    noPlace: "absent de votre liste",
    none: "Aucune erreur à montrer : les comptes de votre budget sont justes, pour les bonnes raisons",
  },
  sign: {
    found: "éléments de preuve cités : {{found}} sur {{planted}}",
    wrong_one: "{{count}} cité à tort",
    wrong_other: "{{count}} cités à tort",
    notNamed: "pas nommé",
  },
  finding: {
    curve_one: "De vos {{alerts}} premières alertes, {{hits}} est juste",
    curve_other: "De vos {{alerts}} premières alertes, {{hits}} sont justes",
    oneRight: "Votre seule alerte dans le budget est juste",
    oneWrong: "Votre seule alerte dans le budget est fausse",
    noAlerts: "Aucune alerte, donc aucun compte trouvé",
    groupWorst: "Le groupe le plus touché : {{group}}",
    groupNone: "Aucun profil licite semblable n’aurait été interrogé",
    groupUnjudged: "Seuls des groupes trop petits pour compter sont touchés",
    signs: "De {{planted}} signes placés, vous en avez nommé {{found}}",
    signsAll: "Vous avez nommé tous les signes placés",
    signsNone: "Vous n’avez encore nommé aucun signe placé",
    signsEmpty: "Aucun compte à trouver n’est encore dans votre budget",
  },
  chart: {
    curveTitle: "Précision et rappel à l’entraînement",
    curveSummary:
      "Part d’alertes justes en descendant votre liste de {{subjects}} comptes. Le trait épais s’arrête au budget de {{budget}}.",
    precisionAxis: "part de vos alertes qui sont justes",
    recallAxis: "part trouvée des {{positives}} comptes à trouver",
    yourAlerts_one: "Votre alerte ({{alerts}}) :",
    yourAlerts_other: "Vos {{alerts}} alertes :",
    rightAndWrong: "justes : {{right}}; fausses : {{wrong}}",
    curveMethod:
      "Précision et rappel en descendant votre liste de {{subjects}} comptes. Le trait épais s’arrête au budget de {{budget}}.",
    groupsMethod:
      "Des gens honnêtes parmi vos {{budget}} alertes. Pour chacun, des questions de la banque ou un compte bloqué, pour rien.",
    signsMethod: "Une marque pour chaque indicateur placé dans les comptes de votre budget.",
    groupsTitle: "Les gens honnêtes parmi vos alertes",
    groupLabel: "{{flagged}} sur {{members}} {{group}}",
    worstNote: "le groupe le plus touché : celui qui compte",
    costsMost: "coûte le plus cher",
    costsMostGain_one: "coûte le plus cher : une personne épargnée rapporterait {{gain}} point",
    costsMostGain_other: "coûte le plus cher : une personne épargnée rapporterait {{gain}} points",
    smallNote: "trop petit pour compter",
    signsTitle: "Les signes placés dans les comptes de votre budget",
    found: "trouvé",
    missed: "manqué",
    wrong: "nommé, mais absent",
    foundOf: "{{found}} sur {{planted}}",
    noneOf: "aucun sur {{planted}}",
    onlyWrong: "pas placé",
    signSummary: "{{label}} : trouvé {{found}} fois sur {{planted}}, nommé à tort {{wrong}} fois.",
    each: "Chaque marque en représente {{count}}.",
    nothing: "Rien à montrer pour le moment.",
  },
  rules: {
    budget: "L’équipe d’analyse peut examiner {{share}} des comptes. Au-delà, une alerte ne compte que pour l’ordre.",
    harm: "Chaque groupe de gens honnêtes que vous dérangez coûte des points. En déranger un seul à fond coûte plus que déranger quelques personnes ici et là.",
    harmExactly:
      "Au juste : comptez, dans chaque groupe, les gens qu’on aurait interrogés, en part du plus que permet le budget; élevez ces parts au carré, additionnez-les, prenez-en la racine x. Le score est divisé par 1 + x.",
    roles:
      "Prendre une personne exploitée pour celle qui contrôle, ou l’inverse, retranche ce qu’un rôle juste rapporte. Mieux vaut alors ne nommer aucun rôle.",
    cappedHarm:
      "Le tort mesure, dans le groupe licite le plus touché, la part des gens qu’on aurait interrogés; à partir de {{cap}}, il est entier. Prendre une personne exploitée pour celle qui contrôle l’aggrave.",
    findings: "Constats par alerte",
    evidence: "Éléments de preuve par constat",
    output: "Une ligne JSON par alerte, puis une dernière ligne qui en donne le nombre. La trousse SDK s’en charge pour vous.",
    counted: "Le tort compte",
    trust:
      "Un programme qui soupçonne pour rien des personnes nouvellement arrivées, du personnel de nuit ou des artistes perd des points.",
    legend: "Le tort se retranche du score : des gens honnêtes qu’on aurait interrogés.",
    imported:
      "Leurs étiquettes ignorent les indicateurs, les rôles et les profils licites semblables. Volets évalués : {{parts}}. Le tort n’y est pas mesuré : ce score ne dit rien de l’équité. À l’entraînement, tout ce qui précède compte.",
  },
  fault: {
    "unknown-key": { what: "seules les clés {{id}}, score, role et findings sont admises." },
    "missing-key": { next: "Ajoutez-la : une alerte exige {{id}} et score; un constat, indicator et evidence." },
    "not-an-object": { next: "Écrivez un objet par alerte." },
    "doubled-subject": { next: "Réunissez vos constats en une seule alerte par {{one}}." },
    "line-too-long": { next: "Citez moins d’éléments, seulement ceux qui montrent l’indicateur." },
    "no-output": { next: 'Même sans alerte, la dernière ligne est {"end":0}; la trousse l’écrit pour vous.' },
    "score-not-a-number": {
      what: "score doit être un nombre fini.",
      next: "Cherchez une division par zéro ou la moyenne d’une liste vide.",
    },
    "score-out-of-range": {
      what: "score doit se situer entre 0 et 1.",
      next: "Divisez par le plus haut score que vous pouvez donner.",
    },
    "unknown-role": {
      what: "ce rôle n’existe pas.",
      next: "Choisissez exploited, controller, facilitator, front ou mule, ou omettez le rôle.",
    },
    "findings-not-a-list": {
      what: "findings doit être une liste d’objets.",
      next: "Mettez des crochets, même autour d’un seul constat.",
    },
    "too-many-findings": { what: "l’alerte contient trop de constats.", next: "Gardez les plus certains." },
    "doubled-indicator": {
      what: "un indicateur ne figure qu’une fois par alerte.",
      next: "Réunissez ses éléments de preuve dans un seul constat.",
    },
    "unknown-indicator": {
      what: "cet indicateur ne peut pas être nommé ici.",
      next: "Copiez son identifiant dans le catalogue des indicateurs financiers.",
    },
    "evidence-not-a-list": {
      what: "evidence doit être une liste d’identifiants.",
      next: "Mettez des crochets, même pour un seul identifiant.",
    },
    "evidence-not-an-id": {
      what: "evidence contient des identifiants d’opérations ou d’événements.",
      next: "Transmettez-les tels que reçus.",
    },
    "too-much-evidence": { what: "le constat cite trop d’éléments.", next: "Citez seulement ceux qui montrent l’indicateur." },
    "doubled-evidence": { what: "un élément n’est cité qu’une fois par constat.", next: "Retirez les doublons avant d’écrire." },
    "foreign-evidence": {
      what: "l’élément cité n’appartient pas à ce compte.",
      next: "Citez uniquement des opérations et des événements du compte visé.",
    },
  },
};
