// A judge that is about to be killed: it stages inputs and starts a run that never ends.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSandbox, stageInputs } from "../../src/index.ts";

const marker = process.argv[2] ?? "marker";
const inputs = mkdtempSync(join(tmpdir(), "vigie-inputs-"));
writeFileSync(join(inputs, marker), "x");
const staged = await stageInputs(inputs);
rmSync(inputs, { recursive: true });
const opened = await openSandbox(process.argv[3] === "container" ? "container" : "bubblewrap");
if (opened.kind === "ready") {
  await opened.sandbox.run({
    program: { runtime: "node" },
    args: ["-e", `process.stdout.write("up"); setInterval(() => {}, 1000)`, marker],
    submission: staged,
    inputs: staged,
    sdk: null,
    limits: { cpuMs: 60_000, wallMs: 60_000, memoryMiB: 256, tmpMiB: 8, outputMiB: 1, logKiB: 16 },
    onOutput: () => console.log("up"),
  });
}
