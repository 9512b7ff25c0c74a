/** Two splits, and what was found between them. */
import type { BilingualText } from "@vigie/spec";
import type { AuditSet } from "../leaks/audit-set.ts";
import type { FindingLists } from "../leaks/chance/findings-list.ts";

export interface NamedSet {
  /** Such as “practice”. */
  readonly name: BilingualText;
  readonly set: AuditSet;
}

export interface ComparedSets {
  readonly a: NamedSet;
  readonly b: NamedSet;
  readonly found: FindingLists;
}

/** Each table that both have, of those that `of` picks. */
export function tablesOfBoth<T extends { readonly name: string }>(
  a: AuditSet,
  b: AuditSet,
  of: (set: AuditSet) => readonly T[],
): (readonly [T, T])[] {
  return of(a).flatMap((first) => of(b).flatMap((second) => (first.name === second.name ? [[first, second] as const] : [])));
}
