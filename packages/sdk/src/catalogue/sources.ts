/** Published documents that the catalogue refers to, by the names under which they can be looked up. */
export const SOURCES = {
  "fintrac-2016": "FINTRAC, operational alert FINTRAC-2016-OA003",
  "fintrac-2021": "FINTRAC, operational alert FINTRAC-2021-OA001",
  "fincen-2014": "FinCEN, advisory FIN-2014-A008",
  "fincen-2020": "FinCEN, advisory FIN-2020-A008",
  "austrac-2022": "AUSTRAC, financial crime guide, 2022",
  "iom-htcds": "IOM, Human Trafficking Case Data Standard 2.0, methods of control (CC BY 4.0)",
  unodc: "UNODC, human trafficking indicators; E4J module 14",
  "ilo-2009": "ILO and European Commission, Delphi indicators, 2009",
  "nij-2024": "NIJ, study of online advertisements, 2024",
  "polaris-2018": "Polaris, 2018",
  "officer-2013": "Officer.com, article on mobile forensics, 2013",
} as const;

export type SourceId = keyof typeof SOURCES;
