/** Money indicators about who holds, controls and joins accounts, and about businesses, cards and networks. */
import { rows } from "./row.ts";

export const HOLDERS = rows({
  "spoken-for": {
    code: "HT-FIN-CTL-01",
    group: "control",
    roles: ["exploited"],
    label: {
      en: "Another person speaks for, accompanies or directs the client",
      fr: "Une autre personne parle pour le client, l’accompagne ou le dirige",
    },
    sources: ["fincen-2014", "fincen-2020"],
    lookAlikes: ["interpreter", "support-worker", "elder-care"],
  },
  "shared-device-or-address": {
    code: "HT-FIN-CTL-02",
    group: "control",
    roles: ["controller"],
    label: {
      en: "One device, phone, address or signatory across many unrelated accounts",
      fr: "Même appareil, téléphone, adresse ou signataire pour plusieurs comptes sans lien",
    },
    sources: ["fincen-2020"],
    lookAlikes: ["shelter-residents", "student-residence", "family"],
  },
  "account-used-by-another": {
    code: "HT-FIN-CTL-03",
    group: "control",
    roles: ["exploited"],
    label: {
      en: "Account opened or used by another person in the holder’s name (nominee)",
      fr: "Compte ouvert ou utilisé par une autre personne au nom du titulaire (prête-nom)",
    },
    sources: ["fintrac-2021", "polaris-2018"],
    lookAlikes: [],
  },
  "contact-changed-to-anothers": {
    code: "HT-FIN-CTL-04",
    group: "control",
    roles: ["exploited"],
    label: {
      en: "Contact details or mailing address change to those of another client",
      fr: "Coordonnées modifiées pour celles d’un autre client",
    },
    sources: [],
    lookAlikes: ["moving-in-with-partner"],
  },
  "avoids-identification": {
    code: "HT-FIN-CTL-05",
    group: "control",
    roles: ["controller"],
    label: {
      en: "Avoids steps that need ID or trigger a report",
      fr: "Évite les étapes exigeant une pièce d’identité ou déclenchant une déclaration",
    },
    sources: ["fincen-2020"],
    lookAlikes: [],
  },
  "turnover-beyond-income": {
    code: "HT-FIN-KYC-01",
    group: "profile",
    roles: ["exploited", "controller", "facilitator", "front", "mule"],
    label: {
      en: "Turnover far above stated income or occupation",
      fr: "Mouvements nettement supérieurs au revenu ou à l’emploi déclarés",
    },
    sources: ["fincen-2020"],
    lookAlikes: ["inheritance", "student-with-family-support"],
  },
  "luxury-without-business": {
    code: "HT-FIN-LIF-01",
    group: "lifestyle",
    roles: ["controller"],
    label: {
      en: "Luxury, gambling or vehicle spending with no business cost",
      fr: "Dépenses de luxe, de jeu ou de véhicules sans frais d’entreprise",
    },
    sources: ["austrac-2022", "fintrac-2021"],
    lookAlikes: [],
  },
  "cash-heavy-without-payroll": {
    code: "HT-FIN-BUS-01",
    group: "business-front",
    roles: ["front"],
    label: {
      en: "Cash-heavy personal-service business with no normal payroll or supplies",
      fr: "Entreprise de services à forte composante d’espèces sans paie ni fournitures normales",
    },
    sources: ["fincen-2020", "fintrac-2021"],
    lookAlikes: ["sole-practitioner"],
  },
  "business-pays-for-rooms-and-rides": {
    code: "HT-FIN-BUS-02",
    group: "business-front",
    roles: ["front"],
    label: {
      en: "Business pays for hotels, rides or drug-store goods unrelated to its line",
      fr: "Entreprise payant hôtels, courses ou pharmacie sans lien avec son activité",
    },
    sources: ["fincen-2020"],
    lookAlikes: [],
  },
  "linked-storefronts": {
    code: "HT-FIN-BUS-03",
    group: "business-front",
    roles: ["front"],
    label: {
      en: "Several storefronts share owner, terminal, address or staff accounts",
      fr: "Plusieurs commerces partageant propriétaire, terminal, adresse ou comptes d’employés",
    },
    sources: [],
    lookAlikes: [],
  },
  "wages-returned": {
    code: "HT-FIN-BUS-04",
    group: "business-front",
    roles: ["front"],
    label: {
      en: "Wages paid then largely returned to employer or one person",
      fr: "Salaires versés puis en grande partie rendus à l’employeur ou à une personne",
    },
    sources: [],
    lookAlikes: [],
  },
  "unlicensed-recruiter": {
    code: "HT-FIN-BUS-05",
    group: "business-front",
    roles: ["facilitator"],
    label: {
      en: "Payments to unlicensed or complained-of recruiters",
      fr: "Paiements à des recruteurs non autorisés ou visés par des plaintes",
    },
    sources: ["fincen-2014"],
    lookAlikes: ["temporary-foreign-worker-paying-lawful-fees"],
  },
  "frequent-prepaid-cards": {
    code: "HT-FIN-PRE-01",
    group: "prepaid-telecom",
    roles: ["controller"],
    label: {
      en: "Frequent purchase, load or use of prepaid cards",
      fr: "Achat, recharge ou utilisation fréquente de cartes prépayées",
    },
    sources: ["fincen-2020", "fintrac-2021"],
    lookAlikes: ["budgeting-household", "gift-buyer"],
  },
  "many-phone-top-ups": {
    code: "HT-FIN-PRE-02",
    group: "prepaid-telecom",
    roles: ["controller"],
    label: {
      en: "Frequent prepaid phone top-ups, several numbers",
      fr: "Recharges fréquentes de téléphones prépayés, plusieurs numéros",
    },
    sources: ["austrac-2022"],
    lookAlikes: ["newcomer-family"],
  },
  "small-virtual-currency": {
    code: "HT-FIN-VC-01",
    group: "virtual-currency",
    roles: ["controller"],
    label: {
      en: "Repeated very small virtual-currency purchases",
      fr: "Achats répétés de très petites sommes en monnaie virtuelle",
    },
    sources: ["fintrac-2016"],
    lookAlikes: ["hobby-investor"],
  },
  "illicit-market-currency": {
    code: "HT-FIN-VC-02",
    group: "virtual-currency",
    roles: ["controller"],
    label: { en: "Virtual currency to or from illicit markets", fr: "Monnaie virtuelle vers ou depuis des marchés illicites" },
    sources: ["fincen-2020"],
    lookAlikes: [],
  },
  "shared-foreign-receiver": {
    code: "HT-FIN-REM-01",
    group: "remittance",
    roles: ["controller"],
    label: {
      en: "Many clients wire to the same foreign receiver with shared phone or address",
      fr: "Plusieurs clients envoient au même bénéficiaire étranger, téléphone ou adresse partagés",
    },
    sources: ["fincen-2020"],
    lookAlikes: ["diaspora-remitters"],
  },
  "collector-star": {
    code: "HT-FIN-NET-01",
    group: "network",
    roles: ["controller"],
    label: {
      en: "Star of several accounts passing money to one collector",
      fr: "Étoile de comptes transmettant l’argent à un seul collecteur",
    },
    sources: ["austrac-2022"],
    lookAlikes: ["landlord", "club-treasurer", "small-employer"],
  },
  "moves-as-a-group": {
    code: "HT-FIN-NET-02",
    group: "network",
    roles: ["controller"],
    label: {
      en: "Same group moves together: shared hotel, trip and transfer times",
      fr: "Même groupe se déplaçant ensemble : hôtels, trajets et virements concordants",
    },
    sources: [],
    lookAlikes: ["sports-team", "work-crew", "band"],
  },
});
