import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { JudgeProcess } from "./judge-process.ts";
import { judgingCeilingMs } from "./judging-ceiling.ts";

const home = mkdtempSync(join(tmpdir(), "vigie-judge-process-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const REQUEST = { kind: "identify", secretFile: "", keyFile: "", make: false } as const;

/** A child that does this when it is asked. */
function child(name: string, work: string): JudgeProcess {
  const file = join(home, `${name}.mjs`);
  writeFileSync(file, `process.on("message", () => { ${work} });`);
  return new JudgeProcess(file);
}

test("a submission that is judged beyond the ceiling is given up, and its worker is free for the next", async () => {
  const process = child("busy", 'process.send({ kind: "progress", share: 0 }); setTimeout(() => { for (;;); }, 50);');
  const began = performance.now();
  await expect(process.ask(REQUEST, ["identity"], { ceilingMs: 300 })).rejects.toMatchObject({ code: "judge-child-died" });
  expect(performance.now() - began).toBeLessThan(10_000);
  await process.stop();
});

test("the ceiling counts from where the submission's own work begins", async () => {
  const answer = '{ kind: "identity", secretCommitment: "", receiptKey: "" }';
  const process = child("slow", `setTimeout(() => process.send(${answer}), 400);`);
  expect(await process.ask(REQUEST, ["identity"], { ceilingMs: 50 })).toMatchObject({ kind: "identity" });
  await process.stop();
});

test("the ceiling leaves room for every limit within it", () => {
  const limits = { cpuMs: 1, wallMs: 30_000, memoryMiB: 1, tmpMiB: 1, outputMiB: 1, logKiB: 1, sourceMiB: 1 };
  expect(judgingCeilingMs({ limits })).toBeGreaterThan(30_000 + 30_000);
});
