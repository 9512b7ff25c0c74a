/**
 * How many other subjects of a split share what a subject has: its merchants, machines, employers, tokens. Such numbers join
 * rows of all subjects, so that no column shows them; they grow with a split whose world does not grow along. Of several that a
 * subject deals with, the middle one counts: a few serve the whole country, and serve more in any larger split.
 */
import type { BilingualText } from "@vigie/spec";
import type { AuditSet, AuditTable } from "../leaks/audit-set.ts";
import { codesOf } from "../leaks/columns.ts";
import { tablesOfBoth } from "./named-sets.ts";
import { pairedViews, type View } from "./views.ts";

/** One number of each chosen subject, in both splits; NaN for none. */
export interface SharedNumber {
  readonly column: string;
  readonly aspect: BilingualText;
  readonly a: Float64Array;
  readonly b: Float64Array;
}

const SHARED: BilingualText = { en: "subjects that share it", fr: "sujets qui l’ont aussi" };

/** Whose each row is, and which rows count. */
interface Rows {
  readonly subjectOf: ArrayLike<number>;
  readonly counts: (row: number) => boolean;
}

/** The middle, over each chosen subject's words, of how many other subjects have the word. Rows stand in order of subjects. */
function middles(view: View, { subjectOf, counts }: Rows, chosen: Int32Array): Float64Array {
  const [holders, last] = [new Int32Array(view.words.length), new Int32Array(view.words.length).fill(-1)];
  const place = new Map(Array.from(chosen, (subject, i) => [subject, i]));
  const own = Array.from(chosen, (): number[] => []);
  view.codes?.forEach((code, row) => {
    const subject = subjectOf[row];
    if (code < 0 || !counts(row) || last[code] === subject) return;
    last[code] = subject;
    holders[code]++;
    own[place.get(subject) ?? -1]?.push(code);
  });
  return Float64Array.from(own, (codes) => {
    const others = [...new Set(codes)].map((code) => holders[code] - 1).sort((x, y) => x - y);
    return others.length === 0 ? NaN : others[others.length >> 1];
  });
}

function everyRow(table: AuditTable, key: string): Rows {
  return { subjectOf: table.integers(key), counts: () => true };
}

/** Only rows that have a word in another column. */
function rowsWith(table: AuditTable, key: string, column: string, word: string): Rows {
  const { codes, words } = codesOf(table.column(column), table.rows);
  const wanted = words.indexOf(word);
  return { subjectOf: table.integers(key), counts: (row) => codes[row] === wanted };
}

/** Whether a column names somebody or something by a token or a number of its own. */
function isName({ codes, facts }: View): boolean {
  return codes !== null && (facts.opaque === true || facts.rowNumber === true);
}

function keyOf({ declared }: AuditTable): string {
  return declared.lists ?? declared.owner ?? "";
}

/** All of them: of listings and of owned tables, and of rows apart that the world names. */
export function* sharedNumbers(
  sets: readonly [AuditSet, AuditSet],
  chosen: readonly [Int32Array, Int32Array],
): Generator<SharedNumber> {
  const tables = [...tablesOfBoth(...sets, ({ listings }) => listings), ...tablesOfBoth(...sets, ({ owned }) => owned)];
  for (const [first, second] of tables) {
    const key = keyOf(first);
    const apart = (sets[0].sharedWithin ?? []).filter(({ table }) => table === first.name);
    for (const [a, b] of pairedViews(first, second)) {
      if (!isName(a)) continue;
      const numbers = (aspect: BilingualText, rows: (table: AuditTable) => Rows): SharedNumber => ({
        column: a.column,
        aspect,
        a: middles(a, rows(first), chosen[0]),
        b: middles(b, rows(second), chosen[1]),
      });
      yield numbers(SHARED, (table) => everyRow(table, key));
      for (const { column, word, aspect } of apart) yield numbers(aspect, (table) => rowsWith(table, key, column, word));
    }
  }
}
