/** When accounts were opened: the day, and parts of it that nobody chooses. */
import { integersOf } from "../columns.ts";
import { tryCodes } from "../chance/try-codes.ts";
import { tryNumber } from "../chance/try-number.ts";
import type { Means } from "../means.ts";

const PARTS = [
  { divisor: 7, en: "weekday", fr: "jour de la semaine" },
  { divisor: 10, en: "day number mod 10", fr: "numéro du jour mod 10" },
  { divisor: 30, en: "day number mod 30", fr: "numéro du jour mod 30" },
] as const;

export function attackOpening({ set, accounts }: Means): void {
  const days = Float64Array.from(integersOf(set.accounts.column("opened_on")).subarray(0, set.accountCount));
  const column = "accounts.opened_on";
  tryNumber(accounts, { family: "opening", column, aspect: { en: "day of opening", fr: "jour d’ouverture" } }, days);
  for (const { divisor, en, fr } of PARTS) {
    const aspect = (rest: number) => ({ en: `${en} ${rest}`, fr: `${fr} ${rest}` });
    tryCodes(
      accounts,
      { family: "opening", column, aspect },
      days.map((day) => ((day % divisor) + divisor) % divisor),
    );
  }
}
