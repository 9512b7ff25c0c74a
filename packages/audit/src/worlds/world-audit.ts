/** What the audit must know of a world beyond what its tables declare. */
import type { BilingualText, Language } from "@vigie/spec";
import type { AuditLabels, LabelTables } from "../leaks/audit-labels.ts";
import type { SharedWithin } from "../leaks/audit-set.ts";
import type { AuditWords } from "../leaks/audit-words.ts";
import type { Means } from "../leaks/means.ts";

/** A measure with bounds, as a person reads it. */
export interface BoundedMeasure {
  readonly title: BilingualText;
  readonly observed: BilingualText;
  readonly bounds: BilingualText;
  /** Whether it lies within; null where there are no bounds, or too few cases to say. */
  readonly within: boolean | null;
  /** How well what is behind it tells those who are sought (the area under the ROC curve); null where nobody knows. */
  readonly auc: number | null;
}

/** A test set that was held against what is known of such data elsewhere. */
export interface Realism {
  /** How many measures have a reference, and how many of them are close to it. */
  readonly judged: number;
  readonly close: number;
  /** What the world promises, and whatever else lies outside of its bounds. */
  readonly promises: readonly BoundedMeasure[];
  /** All measures on one page. */
  html(language: Language): string;
}

export interface WorldAudit {
  labels(tables: LabelTables): AuditLabels;
  /** What its findings call things; absent ones are called as of any world. */
  readonly words?: Partial<AuditWords>;
  /** Rows whose subjects share more than the rest, such as those who have one employer. */
  readonly sharedWithin?: readonly SharedWithin[];
  /** Attacks that this world's tables call for and no other's. */
  readonly attacks?: readonly ((means: Means) => void)[];
  /** Measures the set in a folder; absent where nothing is known to hold it against. */
  readonly realism?: (folder: string) => Realism;
}
