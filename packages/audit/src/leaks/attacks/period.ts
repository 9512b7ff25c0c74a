/** Days: which are full of planted rows or without any, and when subjects are first and last active. */
import type { BilingualText } from "@vigie/spec";
import type { PermutationTest } from "../chance/permutation-test.ts";
import { ranksOf } from "../chance/try-number.ts";
import type { Means, Rows } from "../means.ts";
import type { RowAttack } from "../rows/row-attack.ts";

const DAY_MS = 86_400_000;
/** Days at either end, and of each part between them. */
const PART_DAYS = 3;

/** Parts of three days: the first, the last, and those between, so that all have their share in what the clumping of clusters is. */
function tryParts(attack: RowAttack, column: string, dayOf: Int32Array, days: number): void {
  const between = Math.ceil(Math.max(0, days - 2 * PART_DAYS) / PART_DAYS);
  const partOf = (day: number): number =>
    day < PART_DAYS ? 0 : day >= days - PART_DAYS ? between + 1 : Math.floor(day / PART_DAYS);
  const aspect = (part: number): BilingualText => {
    if (part === 0) return { en: "first three days", fr: "trois premiers jours" };
    if (part > between) return { en: "last three days", fr: "trois derniers jours" };
    const from = part * PART_DAYS + 1;
    const to = Math.min(days - PART_DAYS, from + PART_DAYS - 1);
    return { en: `days ${from} to ${to}`, fr: `jours ${from} à ${to}` };
  };
  const of = dayOf.map(partOf);
  const clumps = attack.categories("period", column, { of, count: between + 2, aspect });
  const ends: readonly BilingualText[] = [
    { en: "first and last three days", fr: "trois premiers et trois derniers jours" },
    { en: "days in between", fr: "jours intermédiaires" },
  ];
  const inside = of.map((part) => (part === 0 || part > between ? 0 : 1));
  attack.categories("period", column, { of: inside, count: 2, aspect: (value) => ends[value] }, clumps);
}

/** Members of a cluster act in the same days: one of them speaks for it among subjects. */
function tryDays(attack: RowAttack, column: string, times: Int32Array | Float64Array): void {
  const dayOf = Int32Array.from(times, (time) => Math.floor(time / DAY_MS));
  const first = dayOf.reduce((least, day) => Math.min(least, day), Infinity);
  const last = dayOf.reduce((most, day) => Math.max(most, day), -Infinity);
  dayOf.forEach((day, row) => (dayOf[row] = day - first));
  const days = last - first + 1;
  const week = (value: number): BilingualText => ({ en: `week ${value + 1}`, fr: `semaine ${value + 1}` });
  const of = dayOf.map((day) => Math.floor(day / 7));
  attack.categories("period", column, { of, count: Math.ceil(days / 7), aspect: week });
  tryParts(attack, column, dayOf, days);
}

function tryEnds(test: PermutationTest, { frame: { starts } }: Rows, column: string, times: ArrayLike<number>): void {
  const ends: readonly (readonly [string, string, (subject: number) => number])[] = [
    ["first row", "première rangée", (subject) => starts[subject]],
    ["last row", "dernière rangée", (subject) => starts[subject + 1] - 1],
  ];
  for (const [en, fr, rowOf] of ends) {
    const days = Float64Array.from({ length: starts.length - 1 }, (_, subject) =>
      starts[subject] === starts[subject + 1] ? 0 : Math.floor(times[rowOf(subject)] / DAY_MS),
    );
    test.try({ family: "period", column, aspect: () => ({ en, fr }) }, ranksOf(days), "auc");
  }
}

/** Tries the table by whose rows subjects are compared. */
export function attackPeriod({ owned: [rows], oneOfEach, byRows }: Means): void {
  const { table } = rows?.frame ?? {};
  const time = table?.declared.time;
  if (table === undefined || time === undefined || table.rows === 0) return;
  const times = table.integers(time);
  const column = `${table.name}.${time}`;
  tryDays(rows.attack.by(oneOfEach), column, times);
  tryEnds(byRows, rows, column, times);
}
