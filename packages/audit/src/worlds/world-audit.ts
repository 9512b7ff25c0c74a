/** What the audit must know of a world beyond what its tables declare. */
import type { Language } from "@vigie/spec";
import type { AuditLabels, LabelTables } from "../leaks/audit-labels.ts";
import type { AuditWords } from "../leaks/audit-words.ts";
import type { Means } from "../leaks/means.ts";

/** A test set that was held against what is known of such data elsewhere. */
export interface Realism {
  /** How many measures have a reference, and how many of them are close to it. */
  readonly judged: number;
  readonly close: number;
  /** All measures on one page. */
  html(language: Language): string;
}

export interface WorldAudit {
  labels(tables: LabelTables): AuditLabels;
  /** What its findings call things; absent ones are called as of any world. */
  readonly words?: Partial<AuditWords>;
  /** Attacks that this world's tables call for and no other's. */
  readonly attacks?: readonly ((means: Means) => void)[];
  /** Measures the set in a folder; absent where nothing is known to hold it against. */
  readonly realism?: (folder: string) => Realism;
}
