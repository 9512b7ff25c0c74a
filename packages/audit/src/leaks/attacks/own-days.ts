/** Days of subjects' own, such as that of an account's opening: the day, and parts of it that nobody chooses. */
import { tryCodes } from "../chance/try-codes.ts";
import { tryNumber } from "../chance/try-number.ts";
import { onListing, type Means } from "../means.ts";

const PARTS = [
  { divisor: 7, en: "weekday", fr: "jour de la semaine" },
  { divisor: 10, en: "day number mod 10", fr: "numéro du jour mod 10" },
  { divisor: 30, en: "day number mod 30", fr: "numéro du jour mod 30" },
] as const;

export function attackOwnDays({ set, byKind }: Means): void {
  for (const listing of set.listings) {
    const test = onListing(byKind, set, listing);
    for (const name of listing.columns) {
      const { day: called } = listing.facts(name);
      if (called === undefined) continue;
      const days = Float64Array.from(listing.integers(name));
      const column = `${listing.name}.${name}`;
      tryNumber(test, { family: "opening", column, aspect: called }, days);
      for (const { divisor, en, fr } of PARTS) {
        const aspect = (rest: number) => ({ en: `${en} ${rest}`, fr: `${fr} ${rest}` });
        tryCodes(
          test,
          { family: "opening", column, aspect },
          days.map((day) => ((day % divisor) + divisor) % divisor),
        );
      }
    }
  }
}
