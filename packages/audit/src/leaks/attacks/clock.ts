/** Parts of the hour: nobody chooses the second at which a row is posted, hence none of them may tell anything. */
import type { BilingualText } from "@vigie/spec";
import type { Means, Rows } from "../means.ts";

interface Part {
  readonly count: number;
  readonly of: (timeMs: number) => number;
  readonly en: string;
  readonly fr: string;
}

const PARTS: readonly Part[] = [
  { count: 60, of: (time) => Math.floor(time / 1000) % 60, en: "second", fr: "seconde" },
  { count: 60, of: (time) => Math.floor(time / 60_000) % 60, en: "minute", fr: "minute" },
  { count: 100, of: (time) => Math.floor((time % 1000) / 10), en: "hundredth of a second", fr: "centième de seconde" },
  { count: 10, of: (time) => time % 10, en: "last digit of milliseconds", fr: "dernier chiffre des millisecondes" },
  { count: 2, of: (time) => (time % 3_600_000 === 0 ? 1 : 0), en: "on the full hour", fr: "à l’heure juste" },
  { count: 2, of: (time) => (time % 60_000 === 0 ? 1 : 0), en: "on the full minute", fr: "à la minute juste" },
  { count: 7, of: (time) => Math.floor(time / 1000) % 7, en: "seconds mod 7", fr: "secondes mod 7" },
];

function tryTimes({ frame, attack }: Rows, name: string): void {
  const times = frame.table.integers(name);
  for (const part of PARTS) {
    const of = Int16Array.from(times, part.of);
    const first = of[0];
    if (of.every((value) => value === first)) continue;
    const aspect = (value: number): BilingualText => ({ en: `${part.en} = ${value}`, fr: `${part.fr} = ${value}` });
    attack.categories("clock", `${frame.table.name}.${name}`, { of, count: part.count, aspect });
  }
}

export function attackClock({ owned }: Means): void {
  for (const rows of owned) {
    const { time } = rows.frame.table.declared;
    if (time !== undefined) tryTimes(rows, time);
  }
}
