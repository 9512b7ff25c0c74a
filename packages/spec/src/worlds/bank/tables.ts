/** The tables of the bank's world, in file order. */
import { ROLES } from "@vigie/sdk";
import type { Column, ColumnType, Table } from "../world-spec.ts";
import { ACCOUNT_KINDS, CHANNELS, COUNTERPARTY_KINDS, DIRECTIONS, EVENT_TYPES, STATUSES } from "./vocabulary.ts";

function column(name: string, type: ColumnType, en: string, fr: string): Column {
  return { name, type, nullable: false, about: { en, fr } };
}

function oneOf(name: string, words: readonly string[], en: string, fr: string): Column {
  return { ...column(name, "text", en, fr), words };
}

function optional(name: string, type: ColumnType, en: string, fr: string): Column {
  return { name, type, nullable: true, about: { en, fr } };
}

const ACCOUNTS: Table = {
  name: "accounts",
  half: "inputs",
  about: {
    en: "one row an account; the row's number is the account's id",
    fr: "une rangée par compte; son numéro identifie le compte",
  },
  lists: "account",
  columns: [
    column("account", "int32", "the row's number, which is the account's id", "le numéro de la rangée, qui identifie le compte"),
    column(
      "institution",
      "text",
      "the fictional institution that holds the account",
      "l’institution fictive qui tient le compte",
    ),
    oneOf("kind", ACCOUNT_KINDS, "personal or business", "personal (particulier) ou business (entreprise)"),
    column("opened_on", "date", "the day on which the account was opened", "la date d’ouverture du compte"),
    optional(
      "occupation",
      "text",
      "what the holder stated as an occupation; none for a business",
      "la profession déclarée; aucune pour une entreprise",
    ),
    optional("declared_income_cents", "int64", "stated yearly income, in cents", "le revenu annuel déclaré, en cents"),
    optional(
      "household_size",
      "int32",
      "stated number of people in the household",
      "le nombre déclaré de personnes dans le ménage",
    ),
    column("home_city", "text", "city of the address on file", "la ville de l’adresse au dossier"),
    column(
      "home_province",
      "text",
      "province of the address on file (ISO 3166-2 without CA-)",
      "la province de l’adresse au dossier (ISO 3166-2 sans CA-)",
    ),
    optional(
      "business_type",
      "text",
      "line of business; none for a person",
      "le secteur de l’entreprise; aucun pour un particulier",
    ),
    optional(
      "open_minute",
      "int32",
      "opening time of a business, minutes after local midnight",
      "l’heure d’ouverture d’une entreprise, en minutes après minuit, heure locale",
    ),
    optional(
      "close_minute",
      "int32",
      "closing time, minutes after local midnight; over 1440 when past midnight",
      "l’heure de fermeture, en minutes après minuit; plus de 1440 après minuit",
    ),
    column(
      "owner_token",
      "text",
      "stands for the holder; one holder may have several accounts",
      "tient lieu de titulaire; un titulaire peut avoir plusieurs comptes",
    ),
    optional("phone_token", "text", "stands for the phone number on file", "tient lieu du numéro de téléphone au dossier"),
    optional("email_token", "text", "stands for the e-mail address on file", "tient lieu de l’adresse de courriel au dossier"),
    column("address_token", "text", "stands for the street address on file", "tient lieu de l’adresse municipale au dossier"),
    optional("handle", "text", "the name shown to others in e-transfers", "le nom affiché aux autres dans les virements Interac"),
  ],
};

const TRANSACTIONS: Table = {
  name: "transactions",
  half: "inputs",
  about: {
    en: "one row a leg, as the account's own bank sees it; sorted by account, then time, then posting order",
    fr: "une rangée par volet, tel que le voit la banque du compte; par compte, puis par moment, puis dans l’ordre d’inscription",
  },
  owner: "account",
  cited: "transaction",
  time: "time",
  columns: [
    column(
      "transaction",
      "int64",
      "the transaction's id, below 2^52; says nothing of order",
      "l’identifiant de l’opération, inférieur à 2^52; ne dit rien de l’ordre",
    ),
    column("account", "int32", "the account whose leg this is", "le compte dont c’est le volet"),
    optional(
      "transfer",
      "int64",
      "joins the two legs where both accounts are in the set",
      "relie les deux volets lorsque les deux comptes sont dans le jeu",
    ),
    column("time", "timestamp", "when it was posted, UTC", "le moment de l’inscription, en temps universel"),
    column(
      "utc_offset_minutes",
      "int32",
      "local time less UTC, in minutes, where it took place",
      "l’écart de l’heure locale au temps universel, en minutes, là où l’opération a eu lieu",
    ),
    oneOf("direction", DIRECTIONS, "credit (money in) or debit (money out)", "credit (entrée) ou debit (sortie)"),
    column("amount_cents", "int64", "the amount in cents, above zero", "le montant en cents, supérieur à zéro"),
    column("balance_after_cents", "int64", "the balance once it was posted, in cents", "le solde après l’inscription, en cents"),
    oneOf(
      "channel",
      CHANNELS,
      "pos, online, e-transfer, abm-cash, branch-cash, eft, wire, cheque, prepaid, virtual-currency or fee",
      "pos, online, e-transfer, abm-cash, branch-cash, eft, wire, cheque, prepaid, virtual-currency ou fee",
    ),
    column(
      "code",
      "text",
      "what the bank calls it: payroll, rent, bill, purchase, transfer, withdrawal, deposit, refund…",
      "le libellé bancaire : payroll, rent, bill, purchase, transfer, withdrawal, deposit, refund…",
    ),
    optional(
      "depositor_token",
      "text",
      "stands for the third party who deposited cash",
      "tient lieu de la tierce personne qui a déposé des espèces",
    ),
    oneOf(
      "status",
      STATUSES,
      "posted, authorised, reversed or declined; only posted and reversed move the balance",
      "posted, authorised, reversed ou declined; seuls posted et reversed changent le solde",
    ),
    oneOf("counterparty_kind", COUNTERPARTY_KINDS, "account, merchant, external or none", "account, merchant, external ou none"),
    optional(
      "counterparty",
      "text",
      "the other side: an account's or a merchant's number, or a token",
      "l’autre partie : le numéro d’un compte ou d’un commerce, ou un jeton",
    ),
    optional(
      "counterparty_name",
      "text",
      "the other side's name as the bank shows it",
      "le nom de l’autre partie tel que la banque l’affiche",
    ),
    optional("mcc", "int32", "merchant category code (ISO 18245)", "le code de catégorie de commerce (ISO 18245)"),
    optional("city", "text", "where it took place", "la ville de l’opération"),
    optional("province", "text", "province where it took place", "la province de l’opération"),
    optional(
      "country",
      "text",
      "country of the other side (ISO 3166-1 alpha-2)",
      "le pays de l’autre partie (ISO 3166-1 alpha-2)",
    ),
    optional(
      "terminal_token",
      "text",
      "stands for the terminal or the cash machine",
      "tient lieu du terminal ou du guichet automatique",
    ),
    optional(
      "device_token",
      "text",
      "stands for the phone or computer that was used",
      "tient lieu du téléphone ou de l’ordinateur utilisé",
    ),
    optional(
      "processor",
      "text",
      "the payment service between the two sides, where there is one",
      "le service de paiement intermédiaire, s’il y en a un",
    ),
    optional("memo", "text", "the message that goes with an e-transfer", "le message joint à un virement Interac"),
  ],
};

const EVENTS: Table = {
  name: "events",
  half: "inputs",
  about: {
    en: "one row an event on an account that moves no money; sorted by account, then time",
    fr: "une rangée par événement sans mouvement d’argent; par compte, puis par moment",
  },
  owner: "account",
  cited: "event",
  time: "time",
  columns: [
    column(
      "event",
      "int64",
      "the event's id, below 2^52, in one namespace with transactions",
      "l’identifiant de l’événement, inférieur à 2^52, dans le même espace que les opérations",
    ),
    column("account", "int32", "the account on which it happened", "le compte touché"),
    column("time", "timestamp", "when it happened, UTC", "le moment, en temps universel"),
    oneOf(
      "type",
      EVENT_TYPES,
      "login, contact-changed, address-changed, signatory-added or branch-note",
      "login, contact-changed, address-changed, signatory-added ou branch-note",
    ),
    optional("city", "text", "where it happened", "la ville"),
    optional(
      "device_token",
      "text",
      "stands for the phone or computer that was used",
      "tient lieu du téléphone ou de l’ordinateur utilisé",
    ),
    optional(
      "value_token",
      "text",
      "stands for the new phone, e-mail, address or signatory",
      "tient lieu du nouveau téléphone, courriel, adresse ou signataire",
    ),
    optional("note", "text", "what the branch wrote down", "ce que la succursale a noté"),
  ],
};

const MERCHANTS: Table = {
  name: "merchants",
  half: "inputs",
  about: {
    en: "one row a merchant; the row's number is the merchant's id",
    fr: "une rangée par commerce; son numéro identifie le commerce",
  },
  common: true,
  numbered: "merchant",
  columns: [
    column(
      "merchant",
      "int32",
      "the row's number, which is the merchant's id",
      "le numéro de la rangée, qui identifie le commerce",
    ),
    column("name", "text", "the invented name", "le nom inventé"),
    column("mcc", "int32", "merchant category code (ISO 18245)", "le code de catégorie de commerce (ISO 18245)"),
    optional("city", "text", "where it stands; none for an online merchant", "la ville; aucune pour un commerce en ligne"),
    optional("province", "text", "province", "la province"),
    column("country", "text", "country (ISO 3166-1 alpha-2)", "le pays (ISO 3166-1 alpha-2)"),
    optional(
      "open_minute",
      "int32",
      "opening time, minutes after local midnight",
      "l’heure d’ouverture, en minutes après minuit, heure locale",
    ),
    optional(
      "close_minute",
      "int32",
      "closing time, minutes after local midnight; over 1440 when past midnight",
      "l’heure de fermeture, en minutes après minuit; plus de 1440 après minuit",
    ),
    optional("owner_token", "text", "stands for the owner, where known", "tient lieu du propriétaire, lorsqu’il est connu"),
  ],
};

const POSITIVES: Table = {
  name: "positives",
  half: "labels",
  about: { en: "the accounts that belong to a ring", fr: "les comptes qui font partie d’un réseau" },
  owner: "account",
  columns: [
    column("account", "int32", "an account of a ring", "un compte d’un réseau"),
    column("ring", "int32", "the ring's number", "le numéro du réseau"),
    oneOf(
      "role",
      ROLES,
      "exploited, controller, facilitator, front or mule",
      "exploited, controller, facilitator, front ou mule",
    ),
    column("typology", "text", "how the ring moves its money", "la façon dont le réseau déplace son argent"),
    column("first_planted", "timestamp", "time of the first planted row", "le moment de la première rangée plantée"),
    column("last_planted", "timestamp", "time of the last planted row", "le moment de la dernière rangée plantée"),
  ],
};

const FINDINGS: Table = {
  name: "findings",
  half: "labels",
  about: {
    en: "every row for which an indicator's predicate is true, of lawful accounts too; sorted by account, indicator, evidence",
    fr: "chaque rangée pour laquelle le prédicat d’un indicateur est vrai, comptes licites compris; par compte, indicateur et preuve",
  },
  owner: "account",
  columns: [
    column("account", "int32", "the account", "le compte"),
    column("indicator", "text", "the indicator's id in the catalogue", "l’identifiant de l’indicateur dans le catalogue"),
    column(
      "evidence",
      "int64",
      "id of the transaction or event that shows it",
      "l’identifiant de l’opération ou de l’événement qui le montre",
    ),
    column(
      "planted",
      "flag",
      "1 where the generator planted it, 0 where it is incidental",
      "1 si le générateur l’a planté, 0 s’il est fortuit",
    ),
  ],
};

const GROUPS: Table = {
  name: "groups",
  half: "labels",
  about: {
    en: "lawful look-alike groups; a positive may be in one, and then counts on neither side of harm",
    fr: "les groupes de profils licites semblables; un compte de réseau peut en être, et ne compte alors d’aucun côté du tort",
  },
  owner: "account",
  columns: [
    column("account", "int32", "the account", "le compte"),
    column("group", "text", "the look-alike group's id", "l’identifiant du groupe de profils licites semblables"),
  ],
};

const RINGS: Table = {
  name: "rings",
  half: "labels",
  about: { en: "one row a ring", fr: "une rangée par réseau" },
  common: true,
  columns: [
    column("ring", "int32", "the ring's number", "le numéro du réseau"),
    column("typology", "text", "how the ring moves its money", "la façon dont le réseau déplace son argent"),
    column("accounts", "int32", "how many accounts of the set belong to it", "le nombre de comptes du jeu qui en font partie"),
  ],
};

const UNITS: Table = {
  name: "units",
  half: "labels",
  about: {
    en: "what the bootstrap draws together: one row an account",
    fr: "ce que le rééchantillonnage tire ensemble : une rangée par compte",
  },
  lists: "account",
  columns: [
    column("account", "int32", "the account", "le compte"),
    column("unit", "int32", "accounts with the same unit are drawn together", "les comptes d’une même unité sont tirés ensemble"),
    column("stratum", "text", "units are drawn within their stratum", "les unités sont tirées à l’intérieur de leur strate"),
  ],
};

/** Those of `inputs/`, then those of `labels/`. */
export const BANK_TABLES: readonly Table[] = [
  ACCOUNTS,
  TRANSACTIONS,
  EVENTS,
  MERCHANTS,
  POSITIVES,
  FINDINGS,
  GROUPS,
  RINGS,
  UNITS,
];
