/**
 * `npm run bench [name …] [-- --flag …]`: runs the benchmarks that are named, or all, and prints their figures against
 * their aims. `--full` adds the large sizes of `generator` and `reader`; the other flags are for `difficulty`
 * and `score`.
 */
import { printResult } from "./print-results.ts";
import type { Result } from "./measure.ts";

type Bench = (flags: readonly string[]) => Promise<void>;

/** A benchmark of time. It is loaded when it is its turn, so that none pays for another's imports. */
function timed(load: () => Promise<{ bench: (full: boolean) => Promise<Result> }>): Bench {
  return async (flags) => {
    const { bench } = await load();
    printResult(await bench(flags.includes("--full")));
  };
}

/** To add one, add a line. */
const BENCHES: Readonly<Record<string, Bench>> = {
  generator: timed(() => import("./generator.ts")),
  reader: timed(() => import("./reader.ts")),
  board: timed(() => import("./board.ts")),
  sandbox: timed(() => import("./sandbox.ts")),
  judge: timed(() => import("./judge.ts")),
  verdict: timed(() => import("./verdict.ts")),
  rush: async (flags) => {
    const { rush } = await import("./rush.ts");
    await rush(flags);
  },
  difficulty: async (flags) => {
    const { difficulty } = await import("./difficulty.ts");
    await difficulty(flags);
  },
  score: async (flags) => {
    const { score } = await import("./score.ts");
    await score(flags);
  },
};

const words = process.argv.slice(2);
const flags = words.filter((word) => word.startsWith("--"));
const named = words.filter((word) => !word.startsWith("--"));
const names = named.length > 0 ? named : Object.keys(BENCHES);
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`bench: expected names out of ${Object.keys(BENCHES).join(", ")}; found ${unknown.join(", ")}`);
  process.exit(2);
}
for (const name of names) await BENCHES[name](flags);
