import { phrases } from "../bilingual.ts";

/** What an indicator is about, with the words for it. @fr De quoi traite un indicateur, en mots. */
export const INDICATOR_GROUPS = phrases({
  advertising: { en: "Paying for advertisements", fr: "Paiement d’annonces" },
  accommodation: { en: "Lodging", fr: "Hébergement" },
  travel: { en: "Travel", fr: "Déplacements" },
  "local-transport": { en: "Rides in town", fr: "Transport en ville" },
  supplies: { en: "Food and supplies", fr: "Nourriture et fournitures" },
  cash: { en: "Cash", fr: "Espèces" },
  "e-transfer": { en: "E-transfers", fr: "Virements Interac" },
  time: { en: "Hours of activity", fr: "Heures d’activité" },
  flow: { en: "Flow of money", fr: "Circulation de l’argent" },
  control: { en: "Control by another person", fr: "Emprise d’une autre personne" },
  profile: { en: "Stated profile", fr: "Profil déclaré" },
  lifestyle: { en: "Lifestyle", fr: "Train de vie" },
  "business-front": { en: "Businesses used as fronts", fr: "Entreprises servant de façade" },
  "prepaid-telecom": { en: "Prepaid cards and phones", fr: "Cartes et téléphones prépayés" },
  "virtual-currency": { en: "Virtual currency", fr: "Monnaie virtuelle" },
  remittance: { en: "Money sent abroad", fr: "Envois d’argent à l’étranger" },
  network: { en: "Linked accounts", fr: "Comptes reliés" },
  messages: { en: "Messages", fr: "Textos et courriels" },
  devices: { en: "Devices", fr: "Appareils" },
  location: { en: "Places", fr: "Lieux" },
  ads: { en: "Advertisements", fr: "Annonces" },
  "cross-source": { en: "Joining two sources", fr: "Recoupement de deux sources" },
  counter: { en: "Counter-evidence", fr: "Contre-preuve" },
});

export type IndicatorGroup = keyof typeof INDICATOR_GROUPS;
