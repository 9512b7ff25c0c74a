/** The families of attacks, in the order in which they are shown, and their names in any world. Each has its share of the declared error. */
import type { BilingualText } from "@vigie/spec";

export const FAMILIES = {
  position: { en: "position in the file", fr: "place dans le fichier" },
  ids: { en: "identifiers", fr: "identifiants" },
  hashes: { en: "hashes of identifiers", fr: "empreintes des identifiants" },
  clock: { en: "parts of the hour", fr: "parties de l’heure" },
  digits: { en: "last digits of amounts", fr: "derniers chiffres des montants" },
  opening: { en: "days of subjects’ own", fr: "jours propres aux sujets" },
  dictionary: { en: "order of dictionaries", fr: "ordre des dictionnaires" },
  lengths: { en: "lengths of texts", fr: "longueur des textes" },
  missing: { en: "missing values", fr: "valeurs manquantes" },
  words: { en: "words", fr: "mots" },
  spacing: { en: "spacing of those who are sought", fr: "écart entre sujets recherchés" },
  period: { en: "first and last days, days without labels", fr: "premiers et derniers jours, jours sans étiquette" },
  shares: { en: "share of those who are sought, by value", fr: "part des sujets recherchés selon la valeur" },
  sweep: { en: "one cut on any raw column", fr: "une coupure sur une colonne brute" },
  travel: { en: "impossible journeys", fr: "déplacements impossibles" },
  balance: { en: "money that stays", fr: "argent qui reste" },
  pairs: { en: "trees of depth 2", fr: "arbres de profondeur 2" },
} as const satisfies Readonly<Record<string, BilingualText>>;

/** The families that hold one split against another, by the ids under which `--json` tells of them; they share the declared error of an audit of their own. */
export const ACROSS_FAMILIES = {
  repeats: { en: "identifiers of both splits", fr: "identifiants communs aux partitions" },
  carried: { en: "what one split’s labels tell in the other", fr: "ce que les étiquettes d’une partition révèlent de l’autre" },
  apart: { en: "one cut that tells the splits apart", fr: "une coupure qui distingue les partitions" },
  apartPairs: { en: "trees of depth 2 that tell them apart", fr: "arbres de profondeur 2 qui les distinguent" },
  features: { en: "one number that ranks subjects by split", fr: "un nombre qui range les sujets par partition" },
  growth: { en: "common tables, for each subject", fr: "tables communes, par sujet" },
} as const satisfies Readonly<Record<string, BilingualText>>;

export type FamilyId = keyof typeof FAMILIES | keyof typeof ACROSS_FAMILIES;

/** The declared confidence: an audit of data without a leak stays within its bounds with this probability. */
export const CONFIDENCE = 0.999;

/** Two lists a family: what subjects and what planted rows showed. */
export const LIST_ERROR = (1 - CONFIDENCE) / (2 * Object.keys(FAMILIES).length);
