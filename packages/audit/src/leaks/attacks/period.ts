/** Days: which are full of planted rows or without any, and when accounts are first and last active. */
import type { BilingualText } from "@vigie/spec";
import { integersOf } from "../columns.ts";
import { ranksOf } from "../chance/try-number.ts";
import type { Means, Rows } from "../means.ts";

const DAY_MS = 86_400_000;
const EDGE_DAYS = 3;

function tryDays({ frame, attack }: Rows): void {
  const times = integersOf(frame.table.column("time")).subarray(0, frame.rows);
  let first = Infinity;
  let last = -Infinity;
  for (const time of times) {
    first = Math.min(first, Math.floor(time / DAY_MS));
    last = Math.max(last, Math.floor(time / DAY_MS));
  }
  const column = `${frame.table.name}.time`;
  const weeks = Math.ceil((last - first + 1) / 7);
  const dayOf = Int32Array.from(times, (time) => Math.floor(time / DAY_MS) - first);
  const week = (value: number): BilingualText => ({ en: `week ${value + 1}`, fr: `semaine ${value + 1}` });
  attack.categories("period", column, { of: dayOf.map((day) => Math.floor(day / 7)), count: weeks, aspect: week });
  const edge = (day: number): number => (day < EDGE_DAYS ? 0 : day > last - first - EDGE_DAYS ? 1 : 2);
  const edges: readonly BilingualText[] = [
    { en: "first three days", fr: "trois premiers jours" },
    { en: "last three days", fr: "trois derniers jours" },
    { en: "days in between", fr: "jours intermédiaires" },
  ];
  attack.categories("period", column, { of: dayOf.map(edge), count: 3, aspect: (value) => edges[value] });
}

function tryEnds({ alike, transactions }: Means): void {
  const { frame } = transactions;
  const times = integersOf(frame.table.column("time"));
  const ends: readonly (readonly [string, string, (account: number) => number])[] = [
    ["first row", "première rangée", (account) => frame.starts[account]],
    ["last row", "dernière rangée", (account) => frame.starts[account + 1] - 1],
  ];
  for (const [en, fr, rowOf] of ends) {
    const days = Float64Array.from({ length: alike.arena.accountCount }, (_, account) =>
      frame.starts[account] === frame.starts[account + 1] ? 0 : Math.floor(times[rowOf(account)] / DAY_MS),
    );
    alike.try({ family: "period", column: "transactions.time", aspect: () => ({ en, fr }) }, ranksOf(days), "auc");
  }
}

export function attackPeriod(means: Means): void {
  tryDays(means.transactions);
  tryEnds(means);
}
