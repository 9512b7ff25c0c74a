/** Last digits of amounts and balances, within like rows. */
import type { BilingualText } from "@vigie/spec";
import { integersOf } from "../columns.ts";
import type { Means } from "../means.ts";

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

const COLUMNS = ["amount_cents", "balance_after_cents"];

export function attackDigits({ transactions }: Means): void {
  const { frame, attack } = transactions;
  for (const name of COLUMNS) {
    const cents = integersOf(frame.table.column(name)).subarray(0, frame.rows);
    for (const part of PARTS) {
      const of = Int16Array.from(cents, (value) => part.of(Math.abs(value)));
      const aspect = (value: number): BilingualText => ({ en: `${part.en} = ${value}`, fr: `${part.fr} = ${value}` });
      attack.categories("digits", `transactions.${name}`, { of, count: part.count, aspect });
    }
  }
}
