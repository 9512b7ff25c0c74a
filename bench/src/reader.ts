/**
 * What convenience costs a detector: one filter over every account's transactions through the SDK's rows, against a loop
 * over typed arrays. "Rows" and "loop" walk columns that are in memory already; the whole-run figures open the files anew,
 * read the two columns and walk them once, as a run does.
 */
import { join } from "node:path";
import { openDataset, type OpenDataset } from "@vigie/sdk/node";
import { writeTestset } from "@vigie/testset";
import { DATASET, demoWorld } from "./demo-world.ts";
import { interleaved, type Result } from "./measure.ts";
import { withScratch } from "./scratch.ts";

const ACCOUNTS = 3000;

/** Accounts with at least eight cash deposits at machines, and those deposits. */
type Count = readonly [accounts: number, deposits: number];

function byRows(dataset: OpenDataset, accounts: number): Count {
  let [found, deposits] = [0, 0];
  for (let number = 0; number < accounts; number++) {
    const account = dataset.freshAccount(number);
    const cash = account.transactions.filter((t) => t.channel === "abm-cash" && t.direction === "credit");
    deposits += cash.length;
    if (cash.length >= 8) found++;
  }
  return [found, deposits];
}

function byLoop(dataset: OpenDataset, accounts: number): Count {
  const { transactions } = dataset.tables;
  const { starts } = transactions;
  const [channels, directions] = [transactions.codes("channel"), transactions.codes("direction")];
  const channel = transactions.words("channel").indexOf("abm-cash");
  const direction = transactions.words("direction").indexOf("credit");
  let [found, deposits] = [0, 0];
  for (let account = 0; account < accounts; account++) {
    let cash = 0;
    for (let row = starts[account]; row < starts[account + 1]; row++) {
      if (channels[row] === channel && directions[row] === direction) cash++;
    }
    deposits += cash;
    if (cash >= 8) found++;
  }
  return [found, deposits];
}

function opened(folder: string, walk: (dataset: OpenDataset, accounts: number) => Count): Count {
  const dataset = openDataset(folder);
  try {
    return walk(dataset, dataset.tables.accounts.rows);
  } finally {
    dataset.close();
  }
}

function insistSame(one: Count, other: Count): void {
  if (one.join() !== other.join()) throw new Error(`the SDK counts ${one.join(", ")}, the loop ${other.join(", ")}`);
}

export async function bench(): Promise<Result> {
  return await withScratch(async (scratch) => {
    await writeTestset(demoWorld(ACCOUNTS), join(scratch, "set"), { meta: DATASET });
    const inputs = join(scratch, "set", "inputs");
    const dataset = openDataset(inputs);
    const accounts = dataset.tables.accounts.rows;
    const rows = dataset.tables.transactions.rows;
    insistSame(byRows(dataset, accounts), byLoop(dataset, accounts));
    const timings = await interleaved(
      [
        { name: "loop", run: () => byLoop(dataset, accounts) },
        { name: "rows", run: () => byRows(dataset, accounts) },
        { name: "loop, whole run", run: () => opened(inputs, byLoop) },
        { name: "rows, whole run", run: () => opened(inputs, byRows) },
      ],
      15,
    );
    dataset.close();
    return {
      name: "reader",
      about: `one filter on channel and direction over ${rows} transactions of ${ACCOUNTS} accounts`,
      figures: [
        timings.ratio("rows", "loop", 7),
        timings.millionsPerSecond("rows", rows, 30),
        timings.millionsPerSecond("loop", rows, null),
        timings.ratio("rows, whole run", "loop, whole run", null),
        timings.millionsPerSecond("rows, whole run", rows, null),
      ],
    };
  });
}
