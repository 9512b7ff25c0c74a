import type { Bilingual } from "../bilingual.ts";

/** What must stand wherever the catalogue is shown. @fr Ce qui doit figurer partout où le catalogue est montré. */
export const CATALOGUE_NOTICE: Bilingual = {
  en:
    "This catalogue is for education. It is not a compliance list and replaces none: the originals are FINTRAC's operational alerts " +
    "FINTRAC-2016-OA003 and FINTRAC-2021-OA001, FinCEN's advisories FIN-2014-A008 and FIN-2020-A008, AUSTRAC's financial crime guide of 2022, " +
    "UNODC's human trafficking indicators and IOM's Human Trafficking Case Data Standard. An indicator names a source only where we could check it; " +
    "the others are defined by this project, and so are the French labels and the way in which digital signs are read from device data. " +
    "No indicator proves anything, alone or in number: lawful lives show every one of them, and its absence clears nobody.",
  fr:
    "Ce catalogue sert à apprendre. Il ne constitue pas une liste de conformité et n’en remplace aucune\u00a0: consultez les textes d’origine, soit les alertes " +
    "opérationnelles FINTRAC-2016-OA003 et FINTRAC-2021-OA001 du CANAFE, les avis FIN-2014-A008 et FIN-2020-A008 du FinCEN, le guide d’AUSTRAC sur " +
    "la criminalité financière (2022), les indicateurs de l’ONUDC sur la traite des personnes et la norme de données HTCDS de l’OIM. Une source n’est citée que si " +
    "nous avons pu la vérifier; le reste est défini par ce projet, tout comme les libellés français et la lecture de signes numériques " +
    "dans les données d’appareils. Aucun indicateur ne prouve quoi que ce soit, seul ou avec d’autres\u00a0: tous se retrouvent dans des vies parfaitement " +
    "licites, et leur absence n’innocente personne.",
};
