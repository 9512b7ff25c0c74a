/** Two splits, and what was found between them. */
import type { BilingualText } from "@vigie/spec";
import type { AuditSet } from "../leaks/audit-set.ts";
import type { Ledger } from "../leaks/chance/ledger.ts";

export interface NamedSet {
  /** Such as “practice”. */
  readonly name: BilingualText;
  readonly set: AuditSet;
}

export interface Pair {
  readonly a: NamedSet;
  readonly b: NamedSet;
  readonly ledgers: Map<string, Ledger>;
}
