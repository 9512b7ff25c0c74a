/**
 * What may tell whom it should not, and why: the world's columns declare it. Everything else must stay within chance, so that
 * a column which nobody thought of is attacked too. Even a signal has a cap: where one raw column alone finds positives too
 * well, the data has a leak whatever the reason.
 */
import type { BilingualText, ColumnAudit, Language } from "@vigie/spec";
import type { AuditSet } from "./audit-set.ts";
import type { FamilyId } from "./families.ts";

/** No raw column, and no value, may find positives by itself with a higher (average) precision, whatever the reason. */
export const STRONGEST_SIGNAL = 0.5;

/** Gives the reason for which a column may stand out in a family, as far as it does; null where it may not. */
export type Reasons = (column: string, family: FamilyId, value: number) => BilingualText | null;

/** The families in which a signal may stand out by its values; further ones are declared. */
const BY_VALUES: readonly FamilyId[] = ["sweep", "shares", "words"];

/** What is declared of `table.column`, of a part of it, `table.column (part)`, and of a table's rows, `table`. */
function factsOf({ tables }: AuditSet, label: string): Pick<ColumnAudit, "signal" | "carries" | "differs"> {
  const [, name, column, part] = /^(\w+)(?:\.(\w+))?(?: \((.+)\))?$/.exec(label) ?? [];
  const table = tables.find((one) => one.name === name);
  if (table === undefined) return {};
  if (column === undefined) return table.declared.audit ?? {};
  const facts = table.facts(column);
  return part === undefined ? facts : (facts.parts?.into[part] ?? {});
}

/** Of two columns together, joined by ×: where each may stand out by itself, so may what they tell together. */
function together(label: string, reasonFor: (one: string) => BilingualText | null): BilingualText | null {
  const labels = label.split(" × ");
  const reasons = labels.map(reasonFor).filter((reason) => reason !== null);
  if (reasons.length < labels.length) return null;
  const of = (language: Language): string => [...new Set(reasons.map((reason) => reason[language]))].join("; ");
  return { en: of("en"), fr: of("fr") };
}

/** Why a column may tell positives of its set. */
export function reasonsIn(set: AuditSet): Reasons {
  const reasonFor = (label: string, family: FamilyId): BilingualText | null => {
    const { signal } = factsOf(set, label);
    if (signal === undefined) return null;
    const also: readonly FamilyId[] = signal.also ?? [];
    return BY_VALUES.includes(family) || also.includes(family) ? signal.why : null;
  };
  return (column, family) =>
    family === "pairs" ? together(column, (one) => reasonFor(one, "sweep")) : reasonFor(column, family);
}

/** Why a column may carry from one split to another, or tell them apart. */
export function reasonsAcross(set: AuditSet): Reasons {
  return (column, family, value) =>
    together(column, (one) => {
      const { carries, differs } = factsOf(set, one);
      if (family === "carried") return carries ?? null;
      if (family !== "apart" && family !== "apartPairs") return null;
      return differs !== undefined && value <= (differs.most ?? 1) ? differs.why : null;
    });
}
