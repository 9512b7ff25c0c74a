/** Money indicators about what is bought: advertising, lodging, travel, rides and keep. */
import { rows } from "./row.ts";

export const SPENDING = rows({
  "small-ad-payments": {
    code: "HT-FIN-ADV-01",
    group: "advertising",
    roles: ["controller", "exploited"],
    label: {
      en: "Frequent small payments to personal-services classified sites",
      fr: "Petits paiements fréquents à des sites d’annonces de services personnels",
    },
    sources: ["fintrac-2016", "fincen-2014", "fintrac-2021"],
    lookAlikes: ["self-employed-personal-services", "small-business-marketer"],
  },
  "high-ad-spending": {
    code: "HT-FIN-ADV-02",
    group: "advertising",
    roles: ["controller"],
    label: {
      en: "High monthly total paid to classified and online ad merchants",
      fr: "Total mensuel élevé versé à des sites de petites annonces en ligne",
    },
    sources: ["austrac-2022"],
    lookAlikes: [],
  },
  "foreign-ad-sites": {
    code: "HT-FIN-ADV-03",
    group: "advertising",
    roles: ["controller"],
    label: { en: "Payments to classified sites hosted abroad", fr: "Paiements à des sites d’annonces hébergés à l’étranger" },
    sources: ["fincen-2020"],
    lookAlikes: [],
  },
  "contact-in-ads": {
    code: "HT-FIN-ADV-04",
    group: "advertising",
    roles: ["exploited", "controller", "facilitator", "front", "mule"],
    label: {
      en: "Account email or phone also appears in personal-services advertisements",
      fr: "Courriel ou téléphone du compte figurant dans des annonces de services personnels",
    },
    sources: ["fincen-2020"],
    lookAlikes: ["self-employed-personal-services"],
  },
  "short-stays-many-cities": {
    code: "HT-FIN-ACC-01",
    group: "accommodation",
    roles: ["controller", "exploited"],
    label: {
      en: "Repeated short stays at hotels, motels or rentals, several cities in a short time",
      fr: "Courts séjours répétés (hôtels, motels, locations) dans plusieurs villes en peu de temps",
    },
    sources: ["fintrac-2016"],
    lookAlikes: ["travelling-sales", "touring-performer", "sports-parent", "trucker"],
  },
  "lodging-beyond-profile": {
    code: "HT-FIN-ACC-02",
    group: "accommodation",
    roles: ["controller"],
    label: {
      en: "Large regular monthly spending on lodging without matching profile",
      fr: "Dépenses d’hébergement mensuelles élevées et régulières, sans lien avec le profil",
    },
    sources: ["austrac-2022"],
    lookAlikes: [],
  },
  "lodging-settled-in-cash": {
    code: "HT-FIN-ACC-03",
    group: "accommodation",
    roles: ["controller"],
    label: {
      en: "Lodging settled in cash, or card hold then cash settlement",
      fr: "Hébergement réglé comptant, ou préautorisation par carte puis règlement comptant",
    },
    sources: ["fintrac-2021"],
    lookAlikes: [],
  },
  "several-rents": {
    code: "HT-FIN-ACC-04",
    group: "accommodation",
    roles: ["controller"],
    label: {
      en: "Rent for several units, or local lodging close to home address",
      fr: "Loyers de plusieurs logements, ou hébergement près du domicile",
    },
    sources: [],
    lookAlikes: ["landlord", "renovating-household", "shelter-placement"],
  },
  "frequent-tickets": {
    code: "HT-FIN-TRV-01",
    group: "travel",
    roles: ["controller", "exploited"],
    label: {
      en: "Frequent air, rail or bus tickets, perhaps for several people",
      fr: "Achats fréquents de billets d’avion, de train ou d’autocar, parfois pour plusieurs personnes",
    },
    sources: ["fintrac-2016"],
    lookAlikes: ["seasonal-worker", "student", "team-manager"],
  },
  "many-cities-in-days": {
    code: "HT-FIN-TRV-02",
    group: "travel",
    roles: ["exploited", "controller", "facilitator", "front", "mule"],
    label: {
      en: "Account used in many cities or provinces within days",
      fr: "Compte utilisé dans plusieurs villes ou provinces en quelques jours",
    },
    sources: ["fincen-2020", "fintrac-2016"],
    lookAlikes: ["trucker", "flight-crew", "touring-performer"],
  },
  "many-rides": {
    code: "HT-FIN-LOC-01",
    group: "local-transport",
    roles: ["controller", "exploited"],
    label: {
      en: "Many taxi, limousine, rental-car or rideshare payments",
      fr: "Nombreux paiements de taxi, de limousine, d’auto de location ou de covoiturage",
    },
    sources: ["fintrac-2016", "austrac-2022"],
    lookAlikes: ["shift-worker", "person-with-disability"],
  },
  "frequent-fast-food": {
    code: "HT-FIN-SUS-01",
    group: "supplies",
    roles: ["controller", "exploited"],
    label: {
      en: "Frequent low-value fast-food purchases out of pattern",
      fr: "Achats fréquents et de faible valeur de restauration rapide, hors habitude",
    },
    sources: ["fintrac-2016"],
    lookAlikes: ["student", "shift-worker"],
  },
  "food-for-several": {
    code: "HT-FIN-SUS-02",
    group: "supplies",
    roles: ["controller"],
    label: {
      en: "Large or regular food orders that fit several people",
      fr: "Commandes de nourriture importantes ou régulières, pour plusieurs personnes",
    },
    sources: ["austrac-2022", "fincen-2014"],
    lookAlikes: ["large-family", "caterer", "foster-home"],
  },
  "personal-supplies-out-of-pattern": {
    code: "HT-FIN-SUS-03",
    group: "supplies",
    roles: ["controller", "exploited"],
    label: {
      en: "Frequent drug-store, cosmetics or clothing purchases out of pattern",
      fr: "Achats fréquents en pharmacie, de cosmétiques ou de vêtements, hors habitude",
    },
    sources: ["fintrac-2016", "austrac-2022"],
    lookAlikes: ["beauty-professional", "performer", "new-parent"],
  },
  "venue-payments-after-closing": {
    code: "HT-FIN-SUS-04",
    group: "supplies",
    roles: ["controller"],
    label: {
      en: "Card payments at clubs, salons or agencies after closing hours",
      fr: "Paiements par carte à des clubs, à des salons ou à des agences après les heures d’ouverture",
    },
    sources: ["fintrac-2016"],
    lookAlikes: ["late-shift-staff"],
  },
  "keeps-others": {
    code: "HT-FIN-SUS-05",
    group: "supplies",
    roles: ["controller"],
    label: {
      en: "Spending on keep of others: housing, transport, medical, food, clothing beyond own need",
      fr: "Dépenses pour l’entretien d’autrui (logement, transport, santé, nourriture, vêtements) au-delà des besoins",
    },
    sources: ["fincen-2020", "fincen-2014"],
    lookAlikes: ["caregiver", "foster-home", "sponsor-of-newcomers"],
  },
});
