/** `npm run bench [name …]`: runs the benchmarks that are named, or all, and prints their ratios against their aims. */
import { printResult } from "./print-results.ts";
import type { Result } from "./measure.ts";

/** A benchmark is loaded when it is its turn, so that none pays for another's imports. To add one, add a line. */
const BENCHES: Readonly<Record<string, () => Promise<{ bench: () => Promise<Result> }>>> = {
  generator: () => import("./generator.ts"),
  reader: () => import("./reader.ts"),
  page: () => import("./page.ts"),
  sandbox: () => import("./sandbox.ts"),
  judge: () => import("./judge.ts"),
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(BENCHES);
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`bench: expected names out of ${Object.keys(BENCHES).join(", ")}; found ${unknown.join(", ")}`);
  process.exit(2);
}
for (const name of names) {
  const { bench } = await BENCHES[name]();
  printResult(await bench());
}
