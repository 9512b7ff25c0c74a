import type { Bilingual } from "../bilingual.ts";

/** Published documents that the catalogue refers to, by the names under which they can be looked up. @fr Documents publiés auxquels le catalogue renvoie, sous le nom qui permet de les retrouver. */
export const SOURCES = {
  "fintrac-2016": {
    en: "FINTRAC, operational alert FINTRAC-2016-OA003",
    fr: "CANAFE, alerte opérationnelle FINTRAC-2016-OA003",
  },
  "fintrac-2021": {
    en: "FINTRAC, operational alert FINTRAC-2021-OA001",
    fr: "CANAFE, alerte opérationnelle FINTRAC-2021-OA001",
  },
  "fincen-2014": { en: "FinCEN, advisory FIN-2014-A008", fr: "FinCEN, avis FIN-2014-A008" },
  "fincen-2020": { en: "FinCEN, advisory FIN-2020-A008", fr: "FinCEN, avis FIN-2020-A008" },
  "austrac-2022": {
    en: "AUSTRAC, financial crime guide, 2022",
    fr: "AUSTRAC, guide sur la criminalité financière, 2022",
  },
  "iom-htcds": {
    en: "IOM, Human Trafficking Case Data Standard 2.0, methods of control (CC BY 4.0)",
    fr: "OIM, norme HTCDS 2.0, moyens de contrôle (CC BY 4.0)",
  },
  unodc: {
    en: "UNODC, human trafficking indicators; E4J module 14",
    fr: "ONUDC, indicateurs de la traite des personnes; module 14 d’E4J",
  },
  "ilo-2009": {
    en: "ILO and European Commission, Delphi indicators, 2009",
    fr: "OIT et Commission européenne, indicateurs Delphi, 2009",
  },
  "nij-2024": {
    en: "NIJ, study of online advertisements, 2024",
    fr: "NIJ, étude d’annonces en ligne, 2024",
  },
  "polaris-2018": { en: "Polaris, 2018", fr: "Polaris, 2018" },
  "officer-2013": {
    en: "Officer.com, article on mobile forensics, 2013",
    fr: "Officer.com, article sur l’analyse des téléphones, 2013",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type SourceId = keyof typeof SOURCES;
