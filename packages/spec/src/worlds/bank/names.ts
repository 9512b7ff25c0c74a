/** Names that people read, by the ids that labels carry: lawful look-alike groups, ways in which rings move money, roles in a ring. */
import type { Role } from "@vigie/sdk/catalogue";
import type { BilingualText } from "../../text.ts";

/** Look-alike group → what its members are called (plural, as in "7 newcomers who send money home"). */
export const LOOKALIKE_GROUPS: Readonly<Record<string, BilingualText>> = {
  "families-with-pooled-accounts": {
    en: "members of families that pool their money",
    fr: "membres de familles qui mettent leur argent en commun",
  },
  "gig-drivers": { en: "gig drivers", fr: "personnes qui conduisent à la demande" },
  "newcomers-sending-money-home": {
    en: "newcomers who send money home",
    fr: "personnes nouvellement arrivées qui envoient de l’argent à leur famille",
  },
  "night-shift-and-event-staff": {
    en: "night-shift and event workers",
    fr: "personnes qui travaillent la nuit ou dans l’événementiel",
  },
  "self-employed-personal-services": {
    en: "self-employed people in personal services",
    fr: "personnes à leur compte dans les services personnels",
  },
  "small-cash-businesses": { en: "small businesses that take cash", fr: "petites entreprises payées en espèces" },
  "students-sharing-rent": { en: "students who share rent", fr: "personnes aux études qui partagent un loyer" },
  "touring-performers": { en: "touring performers", fr: "artistes en tournée" },
  "travelling-nurses": { en: "travelling nurses", fr: "infirmières et infirmiers itinérants" },
};

/** Typology of a ring → its name. */
export const TYPOLOGIES: Readonly<Record<string, BilingualText>> = {
  "advertisement-cards": {
    en: "prepaid cards and virtual currency for advertisements",
    fr: "cartes prépayées et monnaie virtuelle pour des annonces",
  },
  "cash-pooler": { en: "cash pooled from many machines", fr: "espèces regroupées depuis plusieurs guichets" },
  "city-circuit": { en: "circuit between cities", fr: "circuit d’une ville à l’autre" },
  "controlled-account": {
    en: "exploited person’s account in another’s hands",
    fr: "compte d’une personne exploitée tenu par quelqu’un d’autre",
  },
  "cross-border-remittance": { en: "remittance across borders", fr: "envois d’argent à l’étranger" },
  "e-transfer-collector": { en: "collection by e-transfer", fr: "collecte par virements Interac" },
  "front-business": { en: "business used as a front", fr: "entreprise servant de façade" },
  "mule-funnel": { en: "funnel through money mules", fr: "entonnoir de comptes de passeurs de fonds" },
};

/** Role in a ring → its name, without an article. */
export const ROLE_NAMES: Readonly<Record<Role, BilingualText>> = {
  exploited: { en: "exploited person", fr: "personne exploitée" },
  controller: { en: "controller", fr: "personne qui contrôle" },
  facilitator: { en: "facilitator", fr: "personne qui facilite" },
  front: { en: "front", fr: "société-écran" },
  mule: { en: "mule", fr: "mule financière" },
};
