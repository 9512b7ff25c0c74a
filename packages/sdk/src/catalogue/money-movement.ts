/** Money indicators about how money comes, goes and at what hour. */
import { rows } from "./row.ts";

export const MOVEMENT = rows({
  "cash-night-or-many-cities": {
    code: "HT-FIN-CSH-01",
    group: "cash",
    roles: ["controller", "exploited"],
    label: {
      en: "Cash deposits by machine at night or in several cities",
      fr: "Dépôts en espèces au guichet la nuit ou dans plusieurs villes",
    },
    sources: ["fintrac-2016"],
    lookAlikes: ["restaurant-or-bar-worker", "taxi-driver"],
  },
  "third-party-cash": {
    code: "HT-FIN-CSH-02",
    group: "cash",
    roles: ["controller"],
    label: {
      en: "Third parties deposit cash to one account from several places",
      fr: "Dépôts en espèces de tiers dans un même compte depuis plusieurs lieux",
    },
    sources: ["austrac-2022"],
    lookAlikes: [],
  },
  "cash-under-threshold": {
    code: "HT-FIN-CSH-03",
    group: "cash",
    roles: ["controller"],
    label: {
      en: "Cash kept under the reporting threshold within 24 hours",
      fr: "Espèces maintenues sous le seuil de déclaration sur 24 heures",
    },
    sources: ["fincen-2020"],
    lookAlikes: ["cash-retail-business"],
  },
  "cash-without-income": {
    code: "HT-FIN-CSH-04",
    group: "cash",
    roles: ["controller"],
    label: { en: "Steady cash deposits with no electronic income", fr: "Dépôts en espèces constants sans revenu électronique" },
    sources: ["fincen-2020"],
    lookAlikes: ["tipped-worker", "unbanked-newcomer"],
  },
  "funnel-account": {
    code: "HT-FIN-CSH-05",
    group: "cash",
    roles: ["controller"],
    label: {
      en: "Cash deposited in one region, withdrawn soon in another (funnel account)",
      fr: "Espèces déposées dans une région et retirées peu après dans une autre (compte entonnoir)",
    },
    sources: ["fincen-2020"],
    lookAlikes: [],
  },
  "many-unrelated-senders": {
    code: "HT-FIN-EMT-01",
    group: "e-transfer",
    roles: ["controller", "exploited"],
    label: {
      en: "Many e-transfers from many unrelated senders, often similar amounts",
      fr: "Nombreux virements de multiples expéditeurs sans lien, souvent de montants semblables",
    },
    sources: ["austrac-2022", "fintrac-2021"],
    lookAlikes: ["roommate-collecting-rent", "tutor", "club-treasurer", "online-seller"],
  },
  "alias-handle": {
    code: "HT-FIN-EMT-02",
    group: "e-transfer",
    roles: ["controller"],
    label: {
      en: "E-transfer handle with alias, partial name or business-like nickname",
      fr: "Identifiant de virement avec alias, nom partiel ou surnom commercial",
    },
    sources: [],
    lookAlikes: ["artist", "small-trader"],
  },
  "coded-memos": {
    code: "HT-FIN-EMT-03",
    group: "e-transfer",
    roles: ["controller"],
    label: {
      en: "Memo text hints at bookings, appointments, rooms or ad fees",
      fr: "Message du virement évoquant réservations, rendez-vous, chambres ou frais d’annonce",
    },
    sources: [],
    lookAlikes: ["massage-therapist", "hotel-staff"],
  },
  "income-passed-on": {
    code: "HT-FIN-EMT-04",
    group: "e-transfer",
    roles: ["exploited"],
    label: {
      en: "Regular e-transfers to one receiver right after income",
      fr: "Virements réguliers au même destinataire juste après les rentrées",
    },
    sources: ["austrac-2022"],
    lookAlikes: ["tenant-paying-rent", "family-remitter"],
  },
  "night-activity": {
    code: "HT-FIN-TIM-01",
    group: "time",
    roles: ["exploited", "controller", "facilitator", "front", "mule"],
    label: {
      en: "Unusual share of activity between 22:00 and 06:00 local time",
      fr: "Part inhabituelle d’activité entre 22 h et 6 h, heure locale",
    },
    sources: ["fintrac-2016"],
    lookAlikes: ["night-shift-nurse", "bar-staff", "driver"],
  },
  "business-after-hours": {
    code: "HT-FIN-TIM-02",
    group: "time",
    roles: ["front"],
    label: {
      en: "Business card or cash activity outside its opening hours",
      fr: "Activité (carte ou espèces) d’une entreprise hors de ses heures d’ouverture",
    },
    sources: ["fincen-2020"],
    lookAlikes: [],
  },
  "in-and-out-within-a-day": {
    code: "HT-FIN-FLO-01",
    group: "flow",
    roles: ["exploited", "controller"],
    label: {
      en: "Money leaves within a day of arrival; balance stays near zero",
      fr: "L’argent ressort dans la journée; solde proche de zéro",
    },
    sources: ["fintrac-2021"],
    lookAlikes: ["low-income-household"],
  },
  "no-living-costs": {
    code: "HT-FIN-FLO-02",
    group: "flow",
    roles: ["exploited"],
    label: {
      en: "No rent, utilities, groceries or payroll on an active account",
      fr: "Ni loyer, ni services publics, ni épicerie, ni paie sur un compte actif",
    },
    sources: ["austrac-2022"],
    lookAlikes: ["young-adult-at-home", "second-account"],
  },
  "payment-service-to-currency": {
    code: "HT-FIN-FLO-03",
    group: "flow",
    roles: ["controller"],
    label: {
      en: "Use of online payment service in small sums, then bills or virtual currency",
      fr: "Service de paiement en ligne en petits montants, puis factures ou monnaie virtuelle",
    },
    sources: ["fintrac-2016"],
    lookAlikes: [],
  },
  "hidden-behind-processors": {
    code: "HT-FIN-FLO-04",
    group: "flow",
    roles: ["controller"],
    label: {
      en: "Third-party processors hide the true sender or receiver",
      fr: "Tiers processeurs masquant le véritable expéditeur ou destinataire",
    },
    sources: ["fincen-2020"],
    lookAlikes: [],
  },
});
