/** What does not support suspicion, and what speaks against it. */
import { rows } from "./row.ts";

export const COUNTER = rows({
  "not-limited-time-wording": {
    code: "HT-CTR-01",
    group: "counter",
    roles: [],
    label: {
      en: "Ad wording about limited time, new in town or leaving soon is NOT support",
      fr: "Mentions « de passage » ou « bientôt partie » : NE soutiennent PAS",
    },
    sources: ["nij-2024"],
    lookAlikes: [],
  },
  "not-looks": {
    code: "HT-CTR-02",
    group: "counter",
    roles: [],
    label: {
      en: "Young-looking photo, visible tattoo or client screening is NOT support",
      fr: "Photo d’allure jeune, tatouage ou filtrage des clients : NE soutiennent PAS",
    },
    sources: ["nij-2024"],
    lookAlikes: [],
  },
  "own-control": {
    code: "HT-CTR-03",
    group: "counter",
    roles: [],
    label: {
      en: "Own control: keeps own earnings, pays own rent, saves, own device",
      fr: "Contrôle propre : garde ses gains, paie son loyer, épargne, son appareil",
    },
    sources: ["austrac-2022"],
    lookAlikes: [],
  },
  "lawful-reason": {
    code: "HT-CTR-04",
    group: "counter",
    roles: [],
    label: {
      en: "Lawful reason on record: payroll, shift work, registered business, travel job",
      fr: "Motif légitime au dossier : paie, travail de nuit, entreprise inscrite, métier itinérant",
    },
    sources: [],
    lookAlikes: [],
  },
  "not-identity": {
    code: "HT-CTR-05",
    group: "counter",
    roles: [],
    label: {
      en: "Nationality, ethnicity, gender or immigration status alone is NOT support",
      fr: "Nationalité, ethnie, genre ou statut d’immigration seuls : NE soutiennent PAS",
    },
    sources: [],
    lookAlikes: [],
  },
});
