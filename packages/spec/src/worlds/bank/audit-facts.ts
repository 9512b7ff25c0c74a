/** What the audit needs to know of the bank's columns: which are opaque, may repeat, may tell, and why. */
import type { BilingualText } from "../../text.ts";
import type { ColumnAudit } from "../column-audit.ts";
import type { Table } from "../world-spec.ts";

const SPENDING: BilingualText = {
  en: "where and with whom money is spent: ring money moves by transfer and cash, and less by card",
  fr: "où l’argent se dépense, et auprès de qui : celui d’un réseau circule par virements et en espèces, moins par carte",
};
const MOVING: BilingualText = {
  en: "how money moves: collections, passing on, cash and prepaid cards are known signs",
  fr: "la façon dont l’argent circule : collecte, retransmission, espèces et cartes prépayées sont des indices reconnus",
};
const SUMS: BilingualText = {
  en: "how much passes through, against what the holder earns",
  fr: "les sommes qui passent par le compte, comparées au revenu",
};
const NIGHTS: BilingualText = {
  en: "when and in which zone: nights, and moves between cities",
  fr: "le moment et le fuseau : la nuit, et les déplacements d’une ville à l’autre",
};
const DEPOSITED: BilingualText = {
  en: "cash that somebody else deposits is a known sign",
  fr: "les espèces déposées par une tierce personne sont un indice reconnu",
};
const WRITTEN: BilingualText = {
  en: "what people write with a transfer: coded messages are a known sign",
  fr: "ce qui accompagne un virement : les messages codés sont un indice reconnu",
};
const HAPPENED: BilingualText = {
  en: "logins from elsewhere, changed contacts and branch notes are known signs",
  fr: "les connexions d’ailleurs, les coordonnées modifiées et les notes de succursale sont des indices reconnus",
};
const TAUGHT: BilingualText = {
  en: "how money moves, where it is spent and what is written: what practice teaches, an analyst uses too",
  fr: "la façon dont l’argent circule, se dépense et se commente : ce que l’entraînement enseigne, un analyste s’en sert aussi",
};
const TRAVELLED: BilingualText = {
  en: "moves between cities: who is seen in many of them meets those of other rings, too",
  fr: "les déplacements : qui passe par plusieurs villes croise aussi celles d’autres réseaux",
};
const MERCHANTS_DIFFER: ColumnAudit["differs"] = {
  why: {
    en: "each world has merchants of its own, and a few online ones serve everybody",
    fr: "chaque monde a ses commerces, et quelques-uns, en ligne, servent tout le monde",
  },
};
const PAYMENTS_DIFFER: ColumnAudit["differs"] = {
  most: 0.2,
  why: {
    en: "how much people pay, and hence the mix of their payments, is a parameter that the final split shifts",
    fr: "le nombre de paiements, donc leur composition, est un paramètre que la partition finale décale",
  },
};

/** A table, some of its columns (itself where there are none), and what holds of each; several rows of a column add up. */
export const AUDIT_FACTS: readonly (readonly [table: string, columns: string, audit: ColumnAudit])[] = [
  ["accounts", "owner_token phone_token email_token address_token", { opaque: true }],
  ["accounts", "kind", { stratum: true }],
  ["accounts", "opened_on", { day: { en: "day of opening", fr: "jour d’ouverture" } }],
  ["accounts", "home_city home_province", { shared: true }],
  ["accounts", "handle occupation business_type", { wordy: true }],
  ["transactions", "", { differs: PAYMENTS_DIFFER }],
  ["transactions", "transfer", { opaque: true, shared: true }],
  ["transactions", "depositor_token terminal_token device_token", { opaque: true }],
  ["transactions", "channel code direction status counterparty_kind mcc", { likeRows: true }],
  ["transactions", "amount_cents balance_after_cents", { digits: true, signal: { why: SUMS } }],
  ["transactions", "amount_cents", { values: true }],
  ["transactions", "memo counterparty_name", { wordy: true }],
  [
    "transactions",
    "mcc terminal_token city province country counterparty counterparty_name counterparty_kind",
    { signal: { why: SPENDING } },
  ],
  ["transactions", "channel code direction status transfer device_token processor", { signal: { why: MOVING } }],
  ["transactions", "time utc_offset_minutes", { signal: { why: NIGHTS } }],
  ["transactions", "depositor_token", { signal: { why: DEPOSITED, also: ["missing"] } }],
  ["transactions", "memo", { signal: { why: WRITTEN, also: ["lengths", "missing"] } }],
  [
    "transactions",
    "channel code direction status counterparty_kind mcc country processor amount_cents memo",
    { carries: TAUGHT },
  ],
  ["transactions", "city province utc_offset_minutes", { carries: TRAVELLED }],
  ["transactions", "processor country terminal_token mcc", { differs: MERCHANTS_DIFFER }],
  [
    "transactions",
    "channel code direction counterparty_kind status amount_cents transfer city province memo",
    { differs: PAYMENTS_DIFFER },
  ],
  [
    "transactions",
    "counterparty",
    {
      parts: {
        by: "counterparty_kind",
        into: {
          account: { rowNumber: true },
          merchant: { rowNumber: true },
          external: { opaque: true, differs: PAYMENTS_DIFFER },
        },
      },
    },
  ],
  [
    "transactions",
    "counterparty_name",
    {
      parts: {
        by: "counterparty_kind",
        into: {
          account: { differs: PAYMENTS_DIFFER },
          merchant: { carries: TAUGHT, differs: MERCHANTS_DIFFER },
          external: { differs: PAYMENTS_DIFFER },
        },
      },
    },
  ],
  ["events", "", { differs: PAYMENTS_DIFFER }],
  ["events", "device_token value_token", { opaque: true }],
  ["events", "type", { likeRows: true }],
  ["events", "note", { wordy: true }],
  ["events", "type city device_token value_token note event account time", { signal: { why: HAPPENED } }],
  ["events", "type note", { carries: TAUGHT }],
  ["events", "city", { carries: TRAVELLED }],
  ["merchants", "owner_token", { opaque: true }],
  ["merchants", "name", { wordy: true }],
];

function factsOf(table: string, column: string): { readonly audit?: ColumnAudit } {
  const own = AUDIT_FACTS.filter(([of, columns]) => of === table && columns.split(" ").includes(column));
  return own.length === 0 ? {} : { audit: own.reduce<ColumnAudit>((all, [, , audit]) => ({ ...all, ...audit }), {}) };
}

/** The tables, each column with what the audit needs to know of it. */
export function withAudit(tables: readonly Table[]): readonly Table[] {
  return tables.map((table) => ({
    ...table,
    ...factsOf(table.name, ""),
    columns: table.columns.map((column) => ({ ...column, ...factsOf(table.name, column.name) })),
  }));
}
