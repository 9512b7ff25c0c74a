/**
 * How fast a test set is made. The yardstick fills the transactions' columns, as many rows and as wide, with one draw of a
 * small generator a 32-bit word, in memory: what no generator of random columns can do without.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { TRANSACTIONS } from "@vigie/spec";
import { writeTestset } from "@vigie/testset";
import { DATASET, demoWorld } from "./demo-world.ts";
import { interleaved, type Result } from "./measure.ts";
import { withScratch } from "./scratch.ts";

const ACCOUNTS = 3000;

/** sfc32 (Chris Doty-Humphrey's small fast counter), written into the words directly. */
function fill(words: Int32Array): void {
  let [a, b, c, counter] = [0x9e3779b9 | 0, 0x243f6a88, 0xb7e15162 | 0, 1];
  for (let i = 0; i < words.length; i++) {
    const drawn = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + drawn;
    words[i] = drawn;
  }
}

function fillColumns(rows: number): void {
  for (const { type } of TRANSACTIONS.columns) fill(new Int32Array(type === "int64" || type === "timestamp" ? 2 * rows : rows));
}

function generate(): number {
  const world = demoWorld(ACCOUNTS);
  world.commons();
  let rows = 0;
  for (let index = 0; index < world.blockCount; index++) rows += world.block(index).inputs.transactions.rows;
  return rows;
}

export async function bench(): Promise<Result> {
  const rows = generate();
  return await withScratch(async (scratch) => {
    const folder = join(scratch, "set");
    const timings = await interleaved([
      { name: "fill", run: () => fillColumns(rows) },
      { name: "generate", run: generate },
      {
        name: "generate and write",
        before: () => rmSync(folder, { recursive: true, force: true }),
        run: () => writeTestset(demoWorld(ACCOUNTS), folder, { meta: DATASET }),
      },
    ]);
    return {
      name: "generator",
      about: `${rows} transactions of ${ACCOUNTS} accounts, one thread; labels, checksums and fsync in the writing`,
      figures: [
        timings.ratio("generate and write", "fill", 7),
        timings.ratio("generate", "fill", null),
        timings.millionsPerSecond("generate and write", rows, 1),
        timings.millionsPerSecond("generate", rows, null),
        timings.millionsPerSecond("fill", rows, null),
      ],
    };
  });
}
