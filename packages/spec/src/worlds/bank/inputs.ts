/**
 * What detectors get of a bank: its tables, in file order.
 *
 * `about` of a column is among the bytes of every test set (`datapackage.json`): it stays as it is. What it leaves out stands
 * in `unit` and `meanings`.
 */
import { column, columns, DAYS, MILLISECONDS, optional } from "../columns.ts";
import type { Table } from "../world-spec.ts";
import { CHANNEL_MEANINGS, COUNTERPARTY_KIND_MEANINGS, EVENT_TYPE_MEANINGS, MCC_MEANINGS, STATUS_MEANINGS } from "./meanings.ts";
import { ACCOUNT_KINDS, CHANNELS, COUNTERPARTY_KINDS, DIRECTIONS, EVENT_TYPES, STATUSES } from "./vocabulary.ts";

const ACCOUNTS: Table = {
  name: "accounts",
  half: "inputs",
  about: {
    en: "one row an account; the row's number is the account's id",
    fr: "une rangée par compte; son numéro identifie le compte",
  },
  lists: "account",
  columns: columns({
    account: column("int32", "the row's number, which is the account's id", "le numéro de la rangée, qui identifie le compte"),
    institution: column("text", "the fictional institution that holds the account", "l’institution fictive qui tient le compte"),
    kind: column("text", "personal or business", "personal (particulier) ou business (entreprise)", { words: ACCOUNT_KINDS }),
    opened_on: column("date", "the day on which the account was opened", "la date d’ouverture du compte", { unit: DAYS }),
    occupation: optional(
      "text",
      "what the holder stated as an occupation; none for a business",
      "la profession déclarée; aucune pour une entreprise",
    ),
    declared_income_cents: optional("int64", "stated yearly income, in cents", "le revenu annuel déclaré, en cents"),
    household_size: optional(
      "int32",
      "stated number of people in the household",
      "le nombre déclaré de personnes dans le ménage",
    ),
    home_city: column("text", "city of the address on file", "la ville de l’adresse au dossier"),
    home_province: column(
      "text",
      "province of the address on file (ISO 3166-2 without CA-)",
      "la province de l’adresse au dossier (ISO 3166-2 sans CA-)",
    ),
    business_type: optional(
      "text",
      "line of business; none for a person",
      "le secteur de l’entreprise; aucun pour un particulier",
    ),
    open_minute: optional(
      "int32",
      "opening time of a business, minutes after local midnight",
      "l’heure d’ouverture d’une entreprise, en minutes après minuit, heure locale",
    ),
    close_minute: optional(
      "int32",
      "closing time, minutes after local midnight; over 1440 when past midnight",
      "l’heure de fermeture, en minutes après minuit; plus de 1440 après minuit",
    ),
    owner_token: column(
      "text",
      "stands for the holder; one holder may have several accounts",
      "tient lieu de titulaire; un titulaire peut avoir plusieurs comptes",
    ),
    phone_token: optional("text", "stands for the phone number on file", "tient lieu du numéro de téléphone au dossier"),
    email_token: optional("text", "stands for the e-mail address on file", "tient lieu de l’adresse de courriel au dossier"),
    address_token: column("text", "stands for the street address on file", "tient lieu de l’adresse municipale au dossier"),
    handle: optional("text", "the name shown to others in e-transfers", "le nom affiché aux autres dans les virements Interac"),
  }),
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
  columns: columns({
    transaction: column(
      "int64",
      "the transaction's id, below 2^52; says nothing of order",
      "l’identifiant de l’opération, inférieur à 2^52; ne dit rien de l’ordre",
    ),
    account: column("int32", "the account whose leg this is", "le compte dont c’est le volet"),
    transfer: optional(
      "int64",
      "joins the two legs where both accounts are in the set",
      "relie les deux volets lorsque les deux comptes sont dans le jeu",
    ),
    time: column("timestamp", "when it was posted, UTC", "le moment de l’inscription, en temps universel", {
      unit: MILLISECONDS,
    }),
    utc_offset_minutes: column(
      "int32",
      "local time less UTC, in minutes, where it took place",
      "l’écart de l’heure locale au temps universel, en minutes, là où l’opération a eu lieu",
    ),
    direction: column("text", "credit (money in) or debit (money out)", "credit (entrée) ou debit (sortie)", {
      words: DIRECTIONS,
    }),
    amount_cents: column("int64", "the amount in cents, above zero", "le montant en cents, supérieur à zéro"),
    balance_after_cents: column("int64", "the balance once it was posted, in cents", "le solde après l’inscription, en cents"),
    channel: column(
      "text",
      "pos, online, e-transfer, abm-cash, branch-cash, eft, wire, cheque, prepaid, virtual-currency or fee",
      "pos, online, e-transfer, abm-cash, branch-cash, eft, wire, cheque, prepaid, virtual-currency ou fee",
      { words: CHANNELS, meanings: CHANNEL_MEANINGS },
    ),
    code: column(
      "text",
      "what the bank calls it: payroll, rent, bill, purchase, transfer, withdrawal, deposit, refund…",
      "le libellé bancaire : payroll, rent, bill, purchase, transfer, withdrawal, deposit, refund…",
    ),
    depositor_token: optional(
      "text",
      "stands for the third party who deposited cash",
      "tient lieu de la tierce personne qui a déposé des espèces",
    ),
    status: column(
      "text",
      "posted, authorised, reversed or declined; only posted and reversed move the balance",
      "posted, authorised, reversed ou declined; seuls posted et reversed changent le solde",
      { words: STATUSES, meanings: STATUS_MEANINGS },
    ),
    counterparty_kind: column("text", "account, merchant, external or none", "account, merchant, external ou none", {
      words: COUNTERPARTY_KINDS,
      meanings: COUNTERPARTY_KIND_MEANINGS,
    }),
    counterparty: optional(
      "text",
      "the other side: an account's or a merchant's number, or a token",
      "l’autre partie : le numéro d’un compte ou d’un commerce, ou un jeton",
    ),
    counterparty_name: optional(
      "text",
      "the other side's name as the bank shows it",
      "le nom de l’autre partie tel que la banque l’affiche",
    ),
    mcc: optional("int32", "merchant category code (ISO 18245)", "le code de catégorie de commerce (ISO 18245)", {
      meanings: MCC_MEANINGS,
    }),
    city: optional("text", "where it took place", "la ville de l’opération"),
    province: optional("text", "province where it took place", "la province de l’opération"),
    country: optional("text", "country of the other side (ISO 3166-1 alpha-2)", "le pays de l’autre partie (ISO 3166-1 alpha-2)"),
    terminal_token: optional(
      "text",
      "stands for the terminal or the cash machine",
      "tient lieu du terminal ou du guichet automatique",
    ),
    device_token: optional(
      "text",
      "stands for the phone or computer that was used",
      "tient lieu du téléphone ou de l’ordinateur utilisé",
    ),
    processor: optional(
      "text",
      "the payment service between the two sides, where there is one",
      "le service de paiement intermédiaire, s’il y en a un",
    ),
    memo: optional("text", "the message that goes with an e-transfer", "le message joint à un virement Interac"),
  }),
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
  columns: columns({
    event: column(
      "int64",
      "the event's id, below 2^52, in one namespace with transactions",
      "l’identifiant de l’événement, inférieur à 2^52, dans le même espace que les opérations",
    ),
    account: column("int32", "the account on which it happened", "le compte touché"),
    time: column("timestamp", "when it happened, UTC", "le moment, en temps universel", { unit: MILLISECONDS }),
    type: column(
      "text",
      "login, contact-changed, address-changed, signatory-added or branch-note",
      "login, contact-changed, address-changed, signatory-added ou branch-note",
      { words: EVENT_TYPES, meanings: EVENT_TYPE_MEANINGS },
    ),
    city: optional("text", "where it happened", "la ville"),
    device_token: optional(
      "text",
      "stands for the phone or computer that was used",
      "tient lieu du téléphone ou de l’ordinateur utilisé",
    ),
    value_token: optional(
      "text",
      "stands for the new phone, e-mail, address or signatory",
      "tient lieu du nouveau téléphone, courriel, adresse ou signataire",
    ),
    note: optional("text", "what the branch wrote down", "ce que la succursale a noté"),
  }),
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
  columns: columns({
    merchant: column(
      "int32",
      "the row's number, which is the merchant's id",
      "le numéro de la rangée, qui identifie le commerce",
    ),
    name: column("text", "the invented name", "le nom inventé"),
    mcc: column("int32", "merchant category code (ISO 18245)", "le code de catégorie de commerce (ISO 18245)", {
      meanings: MCC_MEANINGS,
    }),
    city: optional("text", "where it stands; none for an online merchant", "la ville; aucune pour un commerce en ligne"),
    province: optional("text", "province", "la province"),
    country: column("text", "country (ISO 3166-1 alpha-2)", "le pays (ISO 3166-1 alpha-2)"),
    open_minute: optional(
      "int32",
      "opening time, minutes after local midnight",
      "l’heure d’ouverture, en minutes après minuit, heure locale",
    ),
    close_minute: optional(
      "int32",
      "closing time, minutes after local midnight; over 1440 when past midnight",
      "l’heure de fermeture, en minutes après minuit; plus de 1440 après minuit",
    ),
    owner_token: optional("text", "stands for the owner, where known", "tient lieu du propriétaire, lorsqu’il est connu"),
  }),
};

export const BANK_INPUTS: readonly Table[] = [ACCOUNTS, TRANSACTIONS, EVENTS, MERCHANTS];
