/** Where an account stands in the file: its row, its place in a block, the parity of its number. */
import { tryCodes } from "../chance/try-codes.ts";
import { tryNumber } from "../chance/try-number.ts";
import type { Means } from "../means.ts";

const BLOCKS = [2, 3, 4, 5, 7, 8, 10, 16, 25, 32, 50, 64, 100];

export function attackPosition({ set, accounts }: Means): void {
  const numbers = Float64Array.from({ length: set.accountCount }, (_, account) => account);
  const column = "accounts.account";
  tryNumber(accounts, { family: "position", column, aspect: { en: "row", fr: "rangée" } }, numbers);
  for (const size of BLOCKS) {
    const aspect = (place: number) => ({ en: `row mod ${size} = ${place}`, fr: `rangée mod ${size} = ${place}` });
    tryCodes(
      accounts,
      { family: "position", column, aspect },
      numbers.map((row) => row % size),
    );
  }
}
