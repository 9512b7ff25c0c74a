/** Indicators of digital evidence. That a published sign shows in such data is this project's own mapping. */
import { rows } from "./row.ts";

export const DIGITAL = rows({
  "sets-quotas": {
    code: "HT-DIG-MSG-01",
    group: "messages",
    roles: ["controller"],
    label: {
      en: "Messages set quotas, prices or hours for another person",
      fr: "Messages fixant quotas, prix ou heures pour une autre personne",
    },
    sources: ["iom-htcds"],
    lookAlikes: [],
  },
  "accounts-for-anothers-earnings": {
    code: "HT-DIG-MSG-02",
    group: "messages",
    roles: ["controller"],
    label: {
      en: "Messages demand or account for another person’s earnings",
      fr: "Messages exigeant ou comptabilisant les gains d’une autre personne",
    },
    sources: ["iom-htcds"],
    lookAlikes: ["shop-manager", "roommate-splitting-rent"],
  },
  "growing-debt": {
    code: "HT-DIG-MSG-03",
    group: "messages",
    roles: ["controller"],
    label: { en: "Debt said to be owed and growing", fr: "Dette prétendument due et qui augmente" },
    sources: ["iom-htcds"],
    lookAlikes: ["family-loan"],
  },
  threats: {
    code: "HT-DIG-MSG-04",
    group: "messages",
    roles: ["controller"],
    label: {
      en: "Threats to person, family, status or of police",
      fr: "Menaces visant la personne, la famille, le statut, ou évoquant la police",
    },
    sources: ["iom-htcds"],
    lookAlikes: [],
  },
  "withheld-papers": {
    code: "HT-DIG-MSG-05",
    group: "messages",
    roles: ["controller"],
    label: {
      en: "Withheld identity papers, phone, medicine or money",
      fr: "Rétention de papiers, téléphone, médicaments ou argent",
    },
    sources: ["iom-htcds"],
    lookAlikes: [],
  },
  "constant-check-ins": {
    code: "HT-DIG-MSG-06",
    group: "messages",
    roles: ["controller"],
    label: {
      en: "Constant check-ins, location demands, no leave to go out",
      fr: "Contrôles constants, demandes de position, interdiction de sortir",
    },
    sources: ["iom-htcds"],
    lookAlikes: ["anxious-parent", "delivery-dispatcher"],
  },
  "false-promise": {
    code: "HT-DIG-MSG-07",
    group: "messages",
    roles: ["facilitator"],
    label: {
      en: "False promise of job, romance or housing before move",
      fr: "Fausse promesse d’emploi, d’amour ou de logement avant un déplacement",
    },
    sources: ["iom-htcds", "ilo-2009"],
    lookAlikes: [],
  },
  "answers-as-another": {
    code: "HT-DIG-MSG-08",
    group: "messages",
    roles: ["controller"],
    label: {
      en: "Third person answers buyers as if the advertised person",
      fr: "Un tiers répond aux clients comme s’il était la personne annoncée",
    },
    sources: [],
    lookAlikes: ["booking-assistant"],
  },
  "many-phones-one-person": {
    code: "HT-DIG-DEV-01",
    group: "devices",
    roles: ["controller"],
    label: {
      en: "Several phones, SIMs or accounts run by one person",
      fr: "Plusieurs téléphones, cartes SIM ou comptes gérés par une personne",
    },
    sources: [],
    lookAlikes: ["small-business", "it-worker"],
  },
  "tracking-app": {
    code: "HT-DIG-DEV-02",
    group: "devices",
    roles: ["controller"],
    label: {
      en: "Tracking app, spyware, remote login or fake caller ID",
      fr: "Application de suivi, logiciel espion, accès à distance ou faux numéro affiché",
    },
    sources: ["unodc"],
    lookAlikes: ["parental-control", "employer-fleet-app"],
  },
  "holds-others-papers": {
    code: "HT-DIG-DEV-03",
    group: "devices",
    roles: ["controller"],
    label: {
      en: "Holds images of other people’s ID, cards or bank logins",
      fr: "Détient images de pièces d’identité, cartes ou identifiants bancaires d’autrui",
    },
    sources: ["iom-htcds"],
    lookAlikes: ["property-manager", "hr-staff"],
  },
  "ledger-of-names": {
    code: "HT-DIG-DEV-04",
    group: "devices",
    roles: ["controller"],
    label: {
      en: "Notes or sheets that list names, rooms, clients and sums",
      fr: "Notes ou tableaux listant noms, chambres, clients et montants",
    },
    sources: [],
    lookAlikes: ["motel-manager", "spa-bookkeeper"],
  },
  "trail-matches-stays": {
    code: "HT-DIG-GEO-01",
    group: "location",
    roles: ["controller", "exploited"],
    label: {
      en: "Location trail matches hotel stays and night travel between cities",
      fr: "Trace de position concordant avec hôtels et trajets de nuit entre villes",
    },
    sources: ["officer-2013", "unodc"],
    lookAlikes: ["trucker", "touring-performer"],
  },
  "travels-together-one-pays": {
    code: "HT-DIG-GEO-02",
    group: "location",
    roles: ["controller"],
    label: {
      en: "Two or more devices travel together, one pays",
      fr: "Deux appareils ou plus se déplacent ensemble, un seul paie",
    },
    sources: ["officer-2013"],
    lookAlikes: ["family", "work-crew"],
  },
  "obscured-contact": {
    code: "HT-DIG-ADS-01",
    group: "ads",
    roles: ["exploited", "controller", "facilitator", "front", "mule"],
    label: { en: "Contact number in ad is obscured (symbols, words)", fr: "Numéro de l’annonce masqué (symboles, mots)" },
    sources: ["nij-2024"],
    lookAlikes: [],
  },
  "stresses-genuine": {
    code: "HT-DIG-ADS-02",
    group: "ads",
    roles: ["exploited", "controller", "facilitator", "front", "mule"],
    label: {
      en: "Ad stresses that provider is genuine or trustworthy",
      fr: "Annonce insistant sur l’authenticité ou la fiabilité",
    },
    sources: ["nij-2024"],
    lookAlikes: [],
  },
  "reused-contact": {
    code: "HT-DIG-ADS-03",
    group: "ads",
    roles: ["exploited", "controller", "facilitator", "front", "mule"],
    label: {
      en: "Same contact, text or image reused for several advertised persons",
      fr: "Même contact, texte ou image réutilisé pour plusieurs personnes",
    },
    sources: [],
    lookAlikes: ["agency", "adults-sharing-costs"],
  },
  "ad-paid-by-another": {
    code: "HT-DIG-ADS-04",
    group: "ads",
    roles: ["controller"],
    label: {
      en: "Ads posted and paid from a device or card not the advertised person’s",
      fr: "Annonces publiées et payées par l’appareil ou la carte d’un tiers",
    },
    sources: ["fincen-2020"],
    lookAlikes: [],
  },
  "message-matches-payment": {
    code: "HT-DIG-LNK-01",
    group: "cross-source",
    roles: ["exploited", "controller", "facilitator", "front", "mule"],
    label: {
      en: "Message about a payment matches a real transaction in time and amount",
      fr: "Message sur un paiement concordant avec une opération (heure et montant)",
    },
    sources: ["unodc"],
    lookAlikes: [],
  },
  "handle-joins-profile": {
    code: "HT-DIG-LNK-02",
    group: "cross-source",
    roles: ["exploited", "controller", "facilitator", "front", "mule"],
    label: {
      en: "Handle, phone or email joins device evidence to a bank profile",
      fr: "Identifiant, téléphone ou courriel reliant l’appareil à un profil bancaire",
    },
    sources: ["fincen-2020"],
    lookAlikes: [],
  },
});
