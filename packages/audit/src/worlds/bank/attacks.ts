/**
 * Attacks that a bank's tables call for: who is in two cities sooner than a plane, and with whom money stays. Neither takes part
 * in what rings and look-alikes are known for, so that neither may tell rings at all.
 */
import type { BilingualText } from "@vigie/spec";
import type { AuditTable } from "../../leaks/audit-set.ts";
import { averagePrecision } from "../../leaks/chance/strength.ts";
import type { Test } from "../../leaks/chance/permutation-test.ts";
import { codesOf } from "../../leaks/columns.ts";
import type { FamilyId } from "../../leaks/families.ts";
import type { Means } from "../../leaks/means.ts";
import type { RowFrame } from "../../leaks/rows/row-frame.ts";
import { cityOf } from "./realism/guards/cities.ts";
import { FASTEST, speedBetween } from "./realism/guards/travel.ts";
import { needsPerson } from "./realism/guards/whereabouts.ts";

const HOARD_CENTS = 1_000_000;
/** So little goes out of what comes in. */
const KEPT = 0.75;

/** Calls back with the rows of each subject. */
function eachSubject({ starts }: RowFrame, see: (subject: number, from: number, to: number) => void): void {
  for (let subject = 0; subject + 1 < starts.length; subject++) {
    if (starts[subject] < starts[subject + 1]) see(subject, starts[subject], starts[subject + 1]);
  }
}

/** The word of a column in a row; empty where there is none, or no such column. */
function wordsIn(table: AuditTable, name: string): (row: number) => string {
  if (!table.columns.includes(name)) return () => "";
  const { codes, words } = codesOf(table.column(name), table.rows);
  return (row) => (codes[row] < 0 ? "" : words[codes[row]]);
}

/** By subject: its greatest speed between two rows that need a person. */
function speeds(frame: RowFrame, subjects: number): Float64Array {
  const { table } = frame;
  const [channel, direction, status, depositor] = ["channel", "direction", "status", "depositor_token"].map((name) =>
    wordsIn(table, name),
  );
  const city = codesOf(table.column("city"), table.rows);
  const places = city.words.map(cityOf);
  const times = table.integers("time");
  const found = new Float64Array(subjects);
  eachSubject(frame, (subject, from, to) => {
    let before = -1;
    for (let row = from; row < to; row++) {
      const place = city.codes[row] < 0 ? -1 : places[city.codes[row]];
      const sort = { channel: channel(row), credit: direction(row) === "credit", reversed: status(row) === "reversed" };
      if (!needsPerson({ ...sort, city: place, deposited: depositor(row) !== "" })) continue;
      if (before >= 0) {
        const was = places[city.codes[before]];
        found[subject] = Math.max(found[subject], speedBetween(was, place, times[row] - times[before]));
      }
      before = row;
    }
  });
  return found;
}

/** By subject: what its balance gained from its first row to its last, and what went out for what came in meanwhile. */
function flows(frame: RowFrame, subjects: number): { readonly gain: Float64Array; readonly outPerIn: Float64Array } {
  const balance = frame.table.integers("balance_after_cents");
  const gain = new Float64Array(subjects);
  const outPerIn = new Float64Array(subjects).fill(1);
  eachSubject(frame, (subject, from, to) => {
    let [received, out] = [0, 0];
    for (let row = from + 1; row < to; row++) {
      const moved = balance[row] - balance[row - 1];
      if (moved > 0) received += moved;
      else out -= moved;
    }
    gain[subject] = received - out;
    if (received > 0) outPerIn[subject] = out / received;
  });
  return { gain, outPerIn };
}

function tryFlag(
  { set }: Means,
  test: Test,
  { family, column, aspect }: { readonly family: FamilyId; readonly column: string; readonly aspect: BilingualText },
  flags: Float64Array,
): void {
  const strength = (): number => averagePrecision(flags, set.labels.positives);
  test.try({ family, column, aspect: () => aspect, strength }, flags, "share");
}

/** Who is in two cities sooner than a plane. */
export function attackTravel(means: Means): void {
  for (const { frame } of means.owned) {
    const { columns, name } = frame.table;
    if (!columns.includes("city") || !columns.includes("channel")) continue;
    const aspect = { en: "faster than a plane between two rows", fr: "plus vite qu’un avion entre deux opérations" };
    const flags = speeds(frame, means.set.subjects).map((speed) => (speed > FASTEST ? 1 : 0));
    tryFlag(means, means.byRows, { family: "travel", column: `${name}.city`, aspect }, flags);
  }
}

/** With whom money stays. */
export function attackBalance(means: Means): void {
  for (const { frame } of means.owned) {
    if (!frame.table.columns.includes("balance_after_cents")) continue;
    const { gain, outPerIn } = flows(frame, means.set.subjects);
    const named = (en: string, fr: string) =>
      ({ family: "balance", column: `${frame.table.name}.balance_after_cents`, aspect: { en, fr } }) as const;
    const hoards = gain.map((cents) => (cents > HOARD_CENTS ? 1 : 0));
    const keeps = outPerIn.map((ratio) => (ratio < KEPT ? 1 : 0));
    tryFlag(means, means.byKind, named("gains over $10,000", "gagne plus de 10 000 $"), hoards);
    tryFlag(means, means.byKind, named("less than 0.75 out per in", "moins de 0,75 sortie par rentrée"), keeps);
  }
}
