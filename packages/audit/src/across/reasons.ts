/** What may differ between splits, or carry from one to the other, and why. Everything else is a leak. */
import type { BilingualText } from "@vigie/spec";
import type { FamilyId } from "../leaks/families.ts";

interface Allowed {
  readonly families: readonly FamilyId[];
  readonly columns: readonly string[];
  /** How far the reason goes: what is found beyond it is a leak all the same. */
  readonly most?: number;
  readonly reason: BilingualText;
}

const ALLOWED: readonly Allowed[] = [
  {
    families: ["carried"],
    columns: [
      "transactions.channel",
      "transactions.code",
      "transactions.direction",
      "transactions.status",
      "transactions.counterparty_kind",
      "transactions.mcc",
      "transactions.counterparty_name (merchant)",
      "transactions.country",
      "transactions.processor",
      "transactions.amount_cents",
      "transactions.memo",
      "events.type",
      "events.note",
    ],
    reason: {
      en: "how money moves, where it is spent and what is written: what practice teaches, an analyst uses too",
      fr: "la façon dont l’argent circule, se dépense et se commente : ce que l’entraînement enseigne, un analyste s’en sert aussi",
    },
  },
  {
    families: ["carried"],
    columns: ["transactions.city", "transactions.province", "transactions.utc_offset_minutes", "events.city"],
    reason: {
      en: "moves between cities: who is seen in many of them meets those of other rings, too",
      fr: "les déplacements : qui passe par plusieurs villes croise aussi celles d’autres réseaux",
    },
  },
  {
    families: ["apart", "apartPairs"],
    columns: [
      "transactions.processor",
      "transactions.country",
      "transactions.counterparty_name (merchant)",
      "transactions.terminal_token",
      "transactions.mcc",
    ],
    reason: {
      en: "each world has merchants of its own, and a few online ones serve everybody",
      fr: "chaque monde a ses commerces, et quelques-uns, en ligne, servent tout le monde",
    },
  },
  {
    families: ["apart", "apartPairs"],
    columns: [
      "transactions",
      "events",
      ...[
        "channel",
        "code",
        "direction",
        "counterparty_kind",
        "status",
        "amount_cents",
        "transfer",
        "city",
        "province",
        "memo",
      ].map((name) => `transactions.${name}`),
      ...["account", "merchant", "external"].map((kind) => `transactions.counterparty_name (${kind})`),
      "transactions.counterparty (external)",
    ],
    most: 0.2,
    reason: {
      en: "how much people pay, and hence the mix of their payments, is a parameter that the final split shifts",
      fr: "le nombre de paiements, donc leur composition, est un paramètre que la partition finale décale",
    },
  },
];

/**
 * The reason for which a column may stand out so far in a family; null where it may not. Of a pair, joined by ×, each must
 * have one.
 */
export function reasonAcross(column: string, family: FamilyId, value: number): BilingualText | null {
  const holds = ({ families, columns, most = 1 }: Allowed, one: string): boolean =>
    families.includes(family) && columns.includes(one) && value <= most;
  const reasons = column.split(" × ").map((one) => ALLOWED.find((allowed) => holds(allowed, one))?.reason ?? null);
  if (reasons.some((reason) => reason === null)) return null;
  const of = (lang: "en" | "fr"): string => [...new Set(reasons.flatMap((reason) => reason?.[lang] ?? []))].join("; ");
  return { en: of("en"), fr: of("fr") };
}
