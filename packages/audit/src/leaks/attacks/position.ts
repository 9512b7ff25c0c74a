/** Where a subject stands in the file: its number, its place in a block, the parity of it. */
import { tryCodes } from "../chance/try-codes.ts";
import { tryNumber } from "../chance/try-number.ts";
import { onListing, type Means } from "../means.ts";

const BLOCKS = [2, 3, 4, 5, 7, 8, 10, 16, 25, 32, 50, 64, 100];

export function attackPosition({ set, byKind }: Means): void {
  for (const listing of set.listings) {
    const numbers = Float64Array.from(listing.subjects);
    const column = `${listing.name}.${listing.key}`;
    const test = onListing(byKind, set, listing);
    tryNumber(test, { family: "position", column, aspect: { en: "row", fr: "rangée" } }, numbers);
    for (const size of BLOCKS) {
      const aspect = (place: number) => ({ en: `row mod ${size} = ${place}`, fr: `rangée mod ${size} = ${place}` });
      tryCodes(
        test,
        { family: "position", column, aspect },
        numbers.map((row) => row % size),
      );
    }
  }
}
