/**
 * The process of a dry run, started by the server: one order, words of progress, one report. It lives no longer than the
 * server does, and leaves nothing; what it could not wipe the server does, when it ends or at its next start.
 */
import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import process from "node:process";
import { Type } from "@sinclair/typebox";
import type { DryRunProgress } from "@vigie/spec/event";
import { checked } from "@vigie/spec/node";
import { openCopy, type Copy } from "./copy.ts";
import { reportOf } from "./compose-report.ts";
import { DryRunFailure, DryRunOrder, type DryRunWord } from "./orders.ts";
import { play, Watch } from "./play.ts";
import { setStage, type Stage } from "./stage.ts";

const TELL_MS = 500;
const JUDGED_WITHIN_MS = 15 * 60_000;
const CLOSED_WITHIN_MS = 5_000;

let copy: Copy | null = null;
let folder: string | null = null;

/** Heard before it is left: nothing may be lost on the way out. */
function tell(word: DryRunWord): Promise<void> {
  return new Promise((done) => {
    if (!process.connected) done();
    else process.send?.(word, () => done());
  });
}

function tellProgress(progress: DryRunProgress): void {
  void tell({ kind: "progress", progress });
}

async function drained({ store }: Copy): Promise<void> {
  const end = performance.now() + JUDGED_WITHIN_MS;
  for (;;) {
    const { waiting, working } = await store.queueState();
    if ((waiting === 0 && working === 0) || performance.now() > end) return;
    await pause(TELL_MS);
  }
}

/** Plays it, waits for the last verdict, reveals. */
async function perform(order: DryRunOrder, stage: Stage, startedAt: number): Promise<void> {
  const { plan } = stage;
  let [sent, judged, isOver] = [0, 0, false];
  const runMiB = Math.max(...stage.challenges.map(({ spec }) => spec.limits.memoryMiB));
  const opened = await openCopy({
    ...{ order, runMiB, clock: { from: plan.from, speed: plan.speed } },
    onNote: (note) => {
      if (note.kind === "judged" && (note.split === "public" || note.verdict !== "accepted")) judged += 1;
    },
  });
  copy = opened;
  const watch = new Watch(opened.url);
  const teller = setInterval(() => {
    const now = opened.store.clock.now();
    const share = isOver ? judged / Math.max(1, sent) : (now - plan.from) / (plan.until - plan.from);
    const step = isOver ? "judging" : "playing";
    const at = new Date(now).toISOString();
    tellProgress({ step, share: Math.min(1, Math.max(0, share)), speed: plan.speed, at, phase: watch.phase, sent, judged });
  }, TELL_MS);
  const all = await play(opened, stage, ({ answer }) => {
    if (answer === "taken") sent += 1;
  });
  isOver = true;
  await drained(opened);
  await stage.organizer.post(opened.url, "event/acts", { deed: { kind: "reveal" } }, Type.Unknown());
  await watch.stop();
  await watch.look();
  clearInterval(teller);
  const report = await reportOf(opened, { event: order.event, startedAt, stage, sent: all, phases: watch.seen });
  await tell({ kind: "report", report });
}

async function leave(): Promise<never> {
  await Promise.race([copy?.close().catch(() => undefined), pause(CLOSED_WITHIN_MS)]);
  if (folder !== null) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.exit(0);
}

async function run(order: DryRunOrder): Promise<void> {
  const startedAt = Date.now();
  folder = order.folder;
  const start = { step: "preparing", speed: order.speed, phase: "set-up", sent: 0, judged: 0 } as const;
  const stage = await setStage(order, (share) =>
    tellProgress({ ...start, share: Math.min(1, share), at: new Date(startedAt).toISOString() }),
  );
  await perform(order, stage, startedAt);
}

process.once("message", (message) => {
  Promise.resolve()
    .then(() => run(checked(DryRunOrder, message, "order")))
    .catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      return tell({ kind: "trouble", trouble: error instanceof DryRunFailure ? error.trouble : "failed", why });
    })
    .finally(() => void leave());
});
process.on("disconnect", () => void leave());
// Ctrl-C goes to the whole terminal; the server decides when this ends.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
