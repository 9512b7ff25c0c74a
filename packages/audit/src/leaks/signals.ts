/**
 * What may tell ring accounts apart, and why: an analyst would use it. Everything else must stay within chance, so that a
 * column which nobody thought of is attacked too. Even a signal has a cap: where one raw column alone finds rings too
 * well, the data has a leak whatever the reason.
 */
import type { BilingualText } from "@vigie/spec";
import type { FamilyId } from "./families.ts";

/** No raw column, and no value, may find rings by itself with a higher (average) precision, whatever the reason. */
export const STRONGEST_SIGNAL = 0.5;

interface Signal {
  readonly columns: readonly string[];
  /** Families in which the columns may stand out. */
  readonly families: readonly FamilyId[];
  readonly reason: BilingualText;
}

const BEHAVIOUR: readonly FamilyId[] = ["sweep", "shares", "words"];

const SIGNALS: readonly Signal[] = [
  {
    columns: ["mcc", "terminal_token", "city", "province", "country", "counterparty", "counterparty_name", "counterparty_kind"],
    families: BEHAVIOUR,
    reason: {
      en: "where and with whom money is spent: ring money moves by transfer and cash, and less by card",
      fr: "où l’argent se dépense, et auprès de qui : celui d’un réseau circule par virements et en espèces, moins par carte",
    },
  },
  {
    columns: ["channel", "code", "direction", "status", "transfer", "device_token", "processor"],
    families: BEHAVIOUR,
    reason: {
      en: "how money moves: collections, passing on, cash and prepaid cards are known signs",
      fr: "la façon dont l’argent circule : collecte, retransmission, espèces et cartes prépayées sont des indices reconnus",
    },
  },
  {
    columns: ["amount_cents", "balance_after_cents"],
    families: BEHAVIOUR,
    reason: {
      en: "how much passes through, against what the holder earns",
      fr: "les sommes qui passent par le compte, comparées au revenu",
    },
  },
  {
    columns: ["time", "utc_offset_minutes"],
    families: BEHAVIOUR,
    reason: {
      en: "when and in which zone: nights, and moves between cities",
      fr: "le moment et le fuseau : la nuit, et les déplacements d’une ville à l’autre",
    },
  },
  {
    columns: ["depositor_token"],
    families: [...BEHAVIOUR, "missing"],
    reason: {
      en: "cash that somebody else deposits is a known sign",
      fr: "les espèces déposées par une tierce personne sont un indice reconnu",
    },
  },
  {
    columns: ["memo"],
    families: [...BEHAVIOUR, "lengths", "missing"],
    reason: {
      en: "what people write with a transfer: coded messages are a known sign",
      fr: "ce qui accompagne un virement : les messages codés sont un indice reconnu",
    },
  },
];

const EVENT_REASON: BilingualText = {
  en: "logins from elsewhere, changed contacts and branch notes are known signs",
  fr: "les connexions d’ailleurs, les coordonnées modifiées et les notes de succursale sont des indices reconnus",
};
const EVENT_COLUMNS = ["type", "city", "device_token", "value_token", "note", "event", "account", "time"];

/** Of two columns together: where each may stand out by itself, so may what they tell together. */
function reasonForPair(columns: readonly string[]): BilingualText | null {
  const reasons = columns.map((column) => reasonFor(column, "sweep")).filter((reason) => reason !== null);
  if (reasons.length < columns.length) return null;
  const of = (language: "en" | "fr"): string => [...new Set(reasons.map((reason) => reason[language]))].join("; ");
  return { en: of("en"), fr: of("fr") };
}

/** The reason for which a column may stand out in a family; null where it may not. A pair's columns are joined by ×. */
export function reasonFor(column: string, family: FamilyId): BilingualText | null {
  if (family === "pairs") return reasonForPair(column.split(" × "));
  const [table, name] = column.split(".");
  if (table === "events") return BEHAVIOUR.includes(family) && EVENT_COLUMNS.includes(name) ? EVENT_REASON : null;
  if (table !== "transactions") return null;
  return SIGNALS.find(({ columns, families }) => columns.includes(name) && families.includes(family))?.reason ?? null;
}
