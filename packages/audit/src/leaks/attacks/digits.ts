/** Last digits of amounts, within like rows. */
import type { BilingualText } from "@vigie/spec";
import type { Means, Rows } from "../means.ts";

interface Part {
  readonly count: number;
  readonly of: (cents: number) => number;
  readonly en: string;
  readonly fr: string;
}

const PARTS: readonly Part[] = [
  { count: 100, of: (cents) => cents % 100, en: "cents", fr: "cents" },
  { count: 10, of: (cents) => cents % 10, en: "last digit", fr: "dernier chiffre" },
  { count: 10, of: (cents) => Math.floor(cents / 100) % 10, en: "dollars, last digit", fr: "dollars, dernier chiffre" },
  { count: 7, of: (cents) => cents % 7, en: "cents mod 7", fr: "cents mod 7" },
];

function tryAmounts({ frame, attack }: Rows, name: string): void {
  const cents = frame.table.integers(name);
  for (const part of PARTS) {
    const of = Int16Array.from(cents, (value) => part.of(Math.abs(value)));
    const aspect = (value: number): BilingualText => ({ en: `${part.en} = ${value}`, fr: `${part.fr} = ${value}` });
    attack.categories("digits", `${frame.table.name}.${name}`, { of, count: part.count, aspect });
  }
}

export function attackDigits({ owned }: Means): void {
  for (const rows of owned) {
    const { table } = rows.frame;
    for (const name of table.columns) if (table.facts(name).digits) tryAmounts(rows, name);
  }
}
