/** What judging costs: over the program itself, in memory, through a worker, and two at once. */
import { loadavg } from "node:os";
import { judgeMemory } from "./judge-memory.ts";
import { judgeOverhead } from "./judge-overhead.ts";
import { judgeThroughput } from "./judge-throughput.ts";
import type { Result } from "./measure.ts";

/** Throws where there is no sandbox or nothing is bundled. */
export async function bench(): Promise<Result> {
  const [load] = loadavg();
  const figures = [...judgeMemory(), ...(await judgeThroughput()), ...(await judgeOverhead())];
  return {
    name: "judge",
    about: `building, running and scoring submissions (load of the machine before: ${load.toFixed(1)})`,
    figures,
  };
}
