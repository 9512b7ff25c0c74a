/**
 * What runs in the sandbox: `node run.mjs <detector module>`, with the data at /data (`VIGIE_DATA` overrides it).
 *
 * Predictions leave on standard output and end with `{"end":n}`. Exit codes: 0 done, 3 no detector in the module,
 * 2 called without one, 1 anything else. A run that stops before its end line never exits with 0, not even when its
 * detector's promise stays open or the detector calls `process.exit(0)`.
 */
import process from "node:process";
import { openAnyDataset } from "./node/open-any-dataset.ts";
import { loadDetector } from "./run/load-detector.ts";
import { takeOutput } from "./run/output.ts";
import { SdkError } from "./sdk-error.ts";

const exit = process.exit.bind(process);
const output = takeOutput();
const log = process.stderr.write.bind(process.stderr);
const stages = { finished: false, explained: false };

process.on("exit", () => {
  if (stages.finished) return;
  if (!stages.explained) {
    log("vigie: the detector stopped before its end: a promise that never settles, or a call of process.exit\n");
    log("vigie\u00a0: le détecteur s’est arrêté avant la fin\u00a0: promesse sans issue ou appel de process.exit\n");
  }
  process.exitCode = process.exitCode === undefined || process.exitCode === 0 ? 1 : process.exitCode;
});
process.on("uncaughtExceptionMonitor", () => {
  stages.explained = true;
});

function lines(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof SdkError && error.code === "no-detector") return error.message;
  const cause = error.cause === undefined ? "" : `\n${lines(error.cause)}`;
  return error.name === "DetectorFailure" ? `${error.message}${cause}` : `${error.stack ?? error.message}${cause}`;
}

async function run(): Promise<void> {
  const file = process.argv[2];
  if (file === undefined) {
    log(
      "vigie: expected the detector's module: node run.mjs <file>\nvigie\u00a0: module du détecteur attendu\u00a0: node run.mjs <fichier>\n",
    );
    stages.explained = true;
    exit(2);
  }
  const dataset = openAnyDataset(process.env["VIGIE_DATA"] ?? "/data");
  const walk = await loadDetector(file);
  await walk(dataset, output.write);
  output.flush();
  stages.finished = true;
  exit(0);
}

run().catch((error: unknown) => {
  stages.explained = true;
  log(`${lines(error)}\n`);
  exit(error instanceof SdkError && error.code === "no-detector" ? 3 : 1);
});
