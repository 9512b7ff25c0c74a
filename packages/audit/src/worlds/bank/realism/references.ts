/**
 * Whose figures the report compares with. Published ones are quoted as numbers; what we expect ourselves is marked so.
 * Sources: Payments Canada, Canadian Payments: Methods and Trends (year 2022); Bank of Canada, Methods-of-Payment Survey
 * 2024; Statistics Canada, Census of Population 2021.
 */
import type { Reference } from "@vigie/report/bank";

const MAPPED = {
  en: "without credit cards and cash, which a bank account does not show",
  fr: "sans les cartes de crédit ni l’argent comptant, qu’un compte bancaire ne montre pas",
};

/** Somebody else's figure. */
export function published(en: string, fr: string): Reference {
  return { basis: "published", words: { en, fr } };
}

/** What we expect, from no survey. */
export function expected(en: string, fr: string): Reference {
  return { basis: "expected", words: { en, fr } };
}

/** What follows from mathematics. */
export function law(en: string, fr: string): Reference {
  return { basis: "law", words: { en, fr } };
}

export const OURS = expected("our own expectation, from no survey", "attente de notre part, sans enquête à l’appui");
export const METHODS = published(`Payments Canada, 2022, ${MAPPED.en}`, `Paiements Canada, 2022, ${MAPPED.fr}`);
export const DEBIT_MEAN = published("Payments Canada, 2022: $47 a payment", "Paiements Canada, 2022 : 47 $ par paiement");
export const E_TRANSFER_USE = published(
  "Payments Canada, 2022: 61% of people each month",
  "Paiements Canada, 2022 : 61 % de la population chaque mois",
);
export const E_TRANSFER_LIMIT = published(
  "limit that banks commonly set: $3,000 a day",
  "plafond fixé par la plupart des banques : 3 000 $ par jour",
);
export const ABM_MEAN = published("Bank of Canada, 2024: $176 a withdrawal", "Banque du Canada, 2024 : 176 $ par retrait");
export const ABM_MONTHLY = published("Bank of Canada, 2024: 2.1 a month", "Banque du Canada, 2024 : 2,1 par mois");
export const CENSUS = published("Statistics Canada, 2021 Census", "Statistique Canada, Recensement de 2021");
export const BENFORD = law("Newcomb and Benford’s law", "loi de Newcomb et Benford");
export const ARITHMETIC = law("arithmetic: none may contradict", "simple calcul : aucune ne doit se contredire");
