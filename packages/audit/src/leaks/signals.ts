/**
 * What may tell ring accounts apart, and why: an analyst would use it. Everything else must stay within chance, so that a
 * column which nobody thought of is attacked too. Even a signal has a cap: where one raw column alone finds rings too
 * well, the data has a leak whatever the reason.
 */
import type { BilingualText } from "@vigie/spec";
import type { FamilyId } from "./families.ts";

export interface Signal {
  readonly column: string;
  /** Families in which the column may stand out. */
  readonly families: readonly FamilyId[];
  readonly reason: BilingualText;
}

const MONEY: readonly FamilyId[] = ["sweep", "pairs"];

function signal(column: string, families: readonly FamilyId[], en: string, fr: string): Signal {
  return { column, families, reason: { en, fr } };
}

export const SIGNALS: readonly Signal[] = [
  signal(
    "transactions.depositor_token",
    [...MONEY, "missing"],
    "cash that somebody else deposits is a known sign",
    "les espèces déposées par une tierce personne sont un indice reconnu",
  ),
];

/** The reason for which a column may stand out in a family; null where it may not. */
export function reasonFor(column: string, family: FamilyId): BilingualText | null {
  return SIGNALS.find((one) => one.column === column && one.families.includes(family))?.reason ?? null;
}
