import type { importEn } from "./import.en.ts";

/** Ce que dit `vigie data import`, en français. */
export const importFr: Readonly<Record<keyof typeof importEn, string>> = {
  "import.noMap": "--map : {{name}} n’est ni une carte connue ({{known}}) ni un fichier JSON.",
  "import.badShare": "--bad-share : il faut un nombre de 0 à 1, disons 0.01; trouvé {{found}}.",
  "import.badId":
    "--id : il faut des minuscules, des chiffres et des traits d’union, en commençant par une lettre; trouvé {{found}}.",
  "import.noFile": "Le fichier {{file}} est introuvable. Vérifiez le chemin.",
  "import.reading": "Importation de {{files}}",
  "import.nothing":
    "{{file}} : il faut à la fois des comptes touchés par des virements illicites et d’autres qui ne le sont pas. Le fichier est-il complet, et la carte est-elle la bonne?",
  "import.noAccounts":
    "La carte {{map}} ne décrit aucun fichier de comptes. Retirez --accounts-file, ou décrivez ce fichier dans votre propre carte.",
  "import.patterns":
    "{{file}} : il faut des blocs, de BEGIN LAUNDERING ATTEMPT à END LAUNDERING ATTEMPT, qui portent sur des comptes de ces virements; il n’y en a aucun. Donnez à --patterns le fichier qui va avec ces virements, ou retirez cette option.",
  "import.header":
    "{{file}} : il manque {{missing}} parmi les colonnes, qui sont : {{found}}. Prenez la carte qui convient, ou écrivez la vôtre.",
  "import.emptyFile": "{{file}} est vide : il y faut d’abord une ligne qui nomme les colonnes.",
  "import.tooMany":
    "{{bad}} rangées sur {{rows}} sont inutilisables : c’est plus que les {{most}} permis par --bad-share. Rien n’a été écrit.",
  "import.transfers": "rangées retenues",
  "import.transactions": "opérations (une par côté)",
  "import.accounts": "comptes",
  "import.positives": "comptes touchés par des virements illicites",
  "import.rings": "réseaux",
  "import.badRows": "rangées écartées",
  "import.kinds": "Rangées écartées, par motif :",
  "import.first": "À ces endroits (nombre affiché : {{count}}) :",
  "import.colon": " :",
  "import.line": "{{file}}, ligne {{line}} :",
  "import.cell": "{{file}}, ligne {{line}}, colonne {{column}} :",
  "import.unknown":
    "La source ignore les rôles et les indicateurs : ils ne seront pas évalués sur ces données. Les colonnes absentes restent vides ou prennent la valeur documentée.",
  "import.fewRings":
    "{{rings}} réseaux seulement : les intervalles seront trop étroits (une partition cachée devrait en compter au moins {{enough}}).",
  "import.largeRing":
    "Un même réseau réunit {{largest}} des {{positives}} comptes à trouver : attendez-vous à de larges intervalles.",
  "import.kind.fields": "nombre de champs",
  "import.kind.quotes": "guillemets",
  "import.kind.utf8": "pas de l’UTF-8",
  "import.kind.too-long": "trop longue",
  "import.kind.time": "moment",
  "import.kind.account": "compte absent",
  "import.kind.amount": "montant",
  "import.kind.negative-amount": "montant négatif",
  "import.kind.zero-amount": "montant nul",
  "import.kind.balance": "solde",
  "import.kind.currency": "monnaie inconnue",
  "import.kind.kind": "mode de paiement inconnu",
  "import.kind.illicit": "étiquette inconnue",
  "import.kind.pattern": "fichier des tentatives",
  "import.bad.fields": "{{expected}} champs attendus, {{found}} trouvés",
  "import.bad.quotes": "guillemet ouvert ou fermé au milieu d’un champ, ou jamais fermé : {{found}}",
  "import.bad.utf8": "octets qui ne sont pas de l’UTF-8 : {{found}}",
  "import.bad.too-long": "plus d’un mégaoctet sans fin de ligne : {{found}}",
  "import.bad.time": "moment attendu sous la forme {{expected}}; trouvé {{found}}",
  "import.bad.account": "compte attendu; rien trouvé",
  "import.bad.amount": "nombre attendu sous la forme {{expected}}; trouvé {{found}}",
  "import.bad.negative-amount": "au moins {{expected}} attendu; trouvé {{found}}",
  "import.bad.zero-amount": "au moins {{expected}} dollar attendu; trouvé {{found}}",
  "import.bad.balance": "solde attendu sous la forme {{expected}}; trouvé {{found}}",
  "import.bad.currency": "monnaie de la carte attendue ({{expected}}); trouvé {{found}}",
  "import.bad.kind": "mot de la carte attendu ({{expected}}); trouvé {{found}}",
  "import.bad.illicit": "attendu : {{expected}}; trouvé : {{found}}",
  "import.bad.pattern": "ligne « {{expected}} » attendue; trouvé {{found}}",
};
