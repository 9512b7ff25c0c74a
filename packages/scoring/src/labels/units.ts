/** What the bootstrap draws together, and within what: the table `units`, one row a subject. */
import type { Truth } from "@vigie/spec";
import { labelTable, subjectsOf } from "./label-tables.ts";

/** Units are numbered in the order of their first subjects; in the file, any number will do that tells them apart. */
export interface Units {
  readonly ofSubject: Int32Array;
  readonly stratumOfUnit: Int32Array;
}

/** @throws SpecError `bad-labels` unless every subject has one unit, and every unit one stratum. */
export function readUnits(truth: Truth): Units {
  const table = labelTable(truth, "units");
  if (table.rows !== truth.subjects) table.refuse(truth.subject, null, `${truth.subjects} rows, one a subject`, table.rows);
  const subjects = subjectsOf(table, truth);
  const units = table.numbers("unit");
  const strata = table.text("stratum");
  const numberOf = new Map<number, number>();
  const stratumOfUnit: number[] = [];
  const ofSubject = new Int32Array(table.rows);
  table.demand(truth.subject, subjects, "every subject once, ascending", (row) => subjects[row] === row);
  for (let row = 0; row < table.rows; row++) {
    const unit = numberOf.get(units[row]) ?? numberOf.size;
    numberOf.set(units[row], unit);
    const stratum = strata.codes[row];
    const known = (stratumOfUnit[unit] ??= stratum);
    if (known !== stratum) {
      const expected = `${JSON.stringify(strata.words[known])}, as elsewhere in unit ${units[row]}`;
      table.refuse("stratum", row, expected, JSON.stringify(strata.words[stratum]));
    }
    ofSubject[row] = unit;
  }
  return { ofSubject, stratumOfUnit: Int32Array.from(stratumOfUnit) };
}
