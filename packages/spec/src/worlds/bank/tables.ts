/** The labels of a bank, which never leave the judge; and all of its tables, in file order. */
import { ROLES } from "@vigie/sdk/catalogue";
import { column, columns, MILLISECONDS } from "../columns.ts";
import type { Table } from "../world-spec.ts";
import { BANK_INPUTS } from "./inputs.ts";

const POSITIVES: Table = {
  name: "positives",
  half: "labels",
  about: { en: "the accounts that belong to a ring", fr: "les comptes qui font partie d’un réseau" },
  owner: "account",
  columns: columns({
    account: column("int32", "an account of a ring", "un compte d’un réseau"),
    ring: column("int32", "the ring's number", "le numéro du réseau"),
    role: column(
      "text",
      "exploited, controller, facilitator, front or mule",
      "exploited, controller, facilitator, front ou mule",
      { words: ROLES },
    ),
    typology: column("text", "how the ring moves its money", "la façon dont le réseau déplace son argent"),
    first_planted: column("timestamp", "time of the first planted row", "le moment de la première rangée plantée", {
      unit: MILLISECONDS,
    }),
    last_planted: column("timestamp", "time of the last planted row", "le moment de la dernière rangée plantée", {
      unit: MILLISECONDS,
    }),
  }),
};

const FINDINGS: Table = {
  name: "findings",
  half: "labels",
  about: {
    en: "every row for which an indicator's predicate is true, of lawful accounts too; sorted by account, indicator, evidence",
    fr: "chaque rangée pour laquelle le prédicat d’un indicateur est vrai, comptes licites compris; par compte, indicateur et preuve",
  },
  owner: "account",
  columns: columns({
    account: column("int32", "the account", "le compte"),
    indicator: column("text", "the indicator's id in the catalogue", "l’identifiant de l’indicateur dans le catalogue"),
    evidence: column(
      "int64",
      "id of the transaction or event that shows it",
      "l’identifiant de l’opération ou de l’événement qui le montre",
    ),
    planted: column(
      "flag",
      "1 where the generator planted it, 0 where it is incidental",
      "1 si le générateur l’a planté, 0 s’il est fortuit",
    ),
  }),
};

const GROUPS: Table = {
  name: "groups",
  half: "labels",
  about: {
    en: "lawful look-alike groups; a positive may be in one, and then counts on neither side of harm",
    fr: "les groupes de profils licites semblables; un compte de réseau peut en être, et ne compte alors d’aucun côté du tort",
  },
  owner: "account",
  columns: columns({
    account: column("int32", "the account", "le compte"),
    group: column("text", "the look-alike group's id", "l’identifiant du groupe de profils licites semblables"),
  }),
};

const RINGS: Table = {
  name: "rings",
  half: "labels",
  about: { en: "one row a ring", fr: "une rangée par réseau" },
  common: true,
  columns: columns({
    ring: column("int32", "the ring's number", "le numéro du réseau"),
    typology: column("text", "how the ring moves its money", "la façon dont le réseau déplace son argent"),
    accounts: column("int32", "how many accounts of the set belong to it", "le nombre de comptes du jeu qui en font partie"),
  }),
};

const UNITS: Table = {
  name: "units",
  half: "labels",
  about: {
    en: "what the bootstrap draws together: one row an account",
    fr: "ce que le rééchantillonnage tire ensemble : une rangée par compte",
  },
  lists: "account",
  columns: columns({
    account: column("int32", "the account", "le compte"),
    unit: column("int32", "accounts with the same unit are drawn together", "les comptes d’une même unité sont tirés ensemble"),
    stratum: column("text", "units are drawn within their stratum", "les unités sont tirées à l’intérieur de leur strate"),
  }),
};

/** Those of `inputs/`, then those of `labels/`. */
export const BANK_TABLES: readonly Table[] = [...BANK_INPUTS, POSITIVES, FINDINGS, GROUPS, RINGS, UNITS];
