/**
 * What a practice mistake is about: the subject's own rows of every input table, and which of them were planted. The
 * judge's child alone can say the second; pages read what it made.
 */
import { worldOf, type Exhibit } from "@vigie/spec";
import { subjectRows, tableRows } from "@vigie/testset";
import type { OpenSplit } from "./open-split.ts";

/** Exhibits of subjects of practice. @throws SpecError where a table cannot be read. */
export function exhibitsOf({ challenge, folder, scoring }: OpenSplit, subjects: readonly number[]): Exhibit[] {
  const there = tableRows(folder);
  const inputs = worldOf(challenge).tables.filter(({ name, half }) => half === "inputs" && Object.hasOwn(there, name));
  const rows = subjectRows(folder, inputs, subjects);
  return [...rows].map(([subject, tables]) => ({ subject, tables, planted: [...scoring.planted(subject)] }));
}
