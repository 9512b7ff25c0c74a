/** The order of blocks over all threads, which is the order of accounts. */
import { SpecError } from "@vigie/spec";
import type { Gathered } from "./gatherer.ts";

/** By place in the file: which thread has the block, and the how-manieth of its blocks it is. Can be posted between threads. */
export interface BlockOrder {
  readonly thread: Uint8Array;
  readonly nth: Int32Array;
}

/** The one piece of a table that comes with the commons. */
export const FIRST_PIECE: BlockOrder = { thread: new Uint8Array(1), nth: new Int32Array(1) };

/** @throws SpecError `bad-world` where the blocks do not follow on one another. */
export function blockOrder(threads: readonly Gathered[]): BlockOrder {
  const all = threads.flatMap(({ blocks }, thread) => Array.from(blocks, (index, nth) => ({ index, thread, nth })));
  all.sort((a, b) => a.index - b.index);
  let accounts = 0;
  for (const { thread, nth } of all) {
    const first = threads[thread].firstAccount[nth];
    if (first !== accounts) {
      const expected = `the block that begins at account ${accounts}`;
      throw new SpecError("bad-world", [{ file: "accounts", pointer: "", expected, found: `one that begins at ${first}` }]);
    }
    accounts += threads[thread].accountCount[nth];
  }
  return { thread: Uint8Array.from(all, (one) => one.thread), nth: Int32Array.from(all, (one) => one.nth) };
}
