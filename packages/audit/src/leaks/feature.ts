/** What was tried, and what it showed. */
import type { BilingualText } from "@vigie/spec";
import type { FamilyId } from "./families.ts";

/** A property of subjects or rows that a cheat could compute. */
export interface Feature {
  readonly family: FamilyId;
  /** Such as `transactions.amount_cents`. */
  readonly column: string;
  /** What of it, in both languages; made only when it is shown. */
  readonly aspect: () => BilingualText;
  /** How well it ranks positives by itself: average precision, or the precision of a value. */
  readonly strength?: () => number;
}

/** In which unit a statistic stands: a mean of 0/1, a mean rank (an AUC), standard deviations, or pairs. */
export type Unit = "share" | "auc" | "deviations" | "mean" | "pairs";

/** The strongest thing that a family found on one column. */
export interface Finding {
  readonly family: FamilyId;
  readonly column: string;
  readonly aspect: BilingualText;
  /** Of whom: any positives, those of a trait, `planted` rows, or the two `splits` that are held against each other. */
  readonly target: { readonly kind: string; readonly name: string };
  readonly unit: Unit;
  readonly value: number;
  /** What chance gives at the declared confidence. */
  readonly low: number;
  readonly high: number;
  /** Normal score of the finding, and the score that chance passes with the probability declared for the family. */
  readonly score: number;
  readonly bound: number;
  /** Average precision of the column alone, or the share of positives among a value's users; null where neither has a meaning. */
  readonly strength: number | null;
}
