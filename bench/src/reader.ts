/**
 * What convenience costs a detector: one filter and a sum, and eight predicates, over every account's transactions through
 * the SDK's rows, against loops over typed arrays. Columns are in memory already, but in the whole-run figure, which opens
 * the files anew, reads two columns and walks them once, as a run does.
 */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Type } from "@sinclair/typebox";
import { openDataset, type OpenDataset } from "@vigie/sdk/node";
import { checked } from "@vigie/spec/node";
import { writeTestset } from "@vigie/testset";
import { build } from "esbuild";
import { demoWorld, WRITING } from "./demo-world.ts";
import { interleaved, type Figure, type Result } from "./measure.ts";
import { cashByLoop, cashByRows, eightByLoop, eightByRows } from "./reader-loops.ts";
import { withScratch } from "./scratch.ts";

const ACCOUNTS = 3000;
/** Accounts that have about ten million transactions. */
const MANY = 64_000;

function opened(folder: string, walk: (dataset: OpenDataset) => number): number {
  const dataset = openDataset(folder);
  try {
    return walk(dataset);
  } finally {
    dataset.close();
  }
}

function insistSame(what: string, one: number, other: number): void {
  if (one !== other) throw new Error(`${what}: the SDK's rows give ${one}, the loop ${other}`);
}

const Grown = Type.Object({ rows: Type.Number(), cash: Type.Number(), residentMB: Type.Number() });

/** How large a process grows that opens ten million rows and filters one column; it runs bundled, as a detector does. */
async function resident(scratch: string): Promise<Figure> {
  const set = join(scratch, "many");
  const script = join(scratch, "reader-memory.mjs");
  await writeTestset(demoWorld(MANY), set, WRITING);
  const entry = join(import.meta.dirname, "reader-memory.ts");
  await build({ entryPoints: [entry], outfile: script, bundle: true, platform: "node", format: "esm" });
  const printed: unknown = JSON.parse(execFileSync(process.execPath, [script, join(set, "inputs")], { encoding: "utf8" }));
  rmSync(set, { recursive: true });
  const { rows, residentMB } = checked(Grown, printed, "reader-memory");
  const what = `resident after one filter over ${(rows / 1e6).toFixed(1)} M rows`;
  return { what, value: residentMB, unit: "MB", spread: null, aim: "≤ 250", met: residentMB <= 250 };
}

/** @param full with ten million rows as well: about a minute more. */
export async function bench(full: boolean): Promise<Result> {
  return await withScratch(async (scratch) => {
    await writeTestset(demoWorld(ACCOUNTS), join(scratch, "set"), WRITING);
    const inputs = join(scratch, "set", "inputs");
    const dataset = openDataset(inputs);
    const rows = dataset.tables.transactions.rows;
    insistSame("filter and sum", cashByRows(dataset), cashByLoop(dataset));
    insistSame("eight predicates", eightByRows(dataset), eightByLoop(dataset));
    const timings = await interleaved(
      [
        { name: "filter and sum, loop", run: () => cashByLoop(dataset) },
        { name: "filter and sum, rows", run: () => cashByRows(dataset) },
        { name: "eight predicates, loop", run: () => eightByLoop(dataset) },
        { name: "eight predicates, rows", run: () => eightByRows(dataset) },
        { name: "whole run, loop", run: () => opened(inputs, cashByLoop) },
        { name: "whole run, rows", run: () => opened(inputs, cashByRows) },
      ],
      15,
    );
    dataset.close();
    return {
      name: "reader",
      about: `filters over ${rows} transactions of ${ACCOUNTS} accounts`,
      figures: [
        timings.ratio("filter and sum, rows", "filter and sum, loop", 7),
        timings.millionsPerSecond("filter and sum, rows", rows, 30),
        timings.ratio("eight predicates, rows", "eight predicates, loop", 4),
        timings.millionsPerSecond("eight predicates, rows", rows, 5),
        timings.ratio("whole run, rows", "whole run, loop", null),
        timings.millionsPerSecond("whole run, rows", rows, null),
        ...(full ? [await resident(scratch)] : []),
      ],
    };
  });
}
