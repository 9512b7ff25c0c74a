/** `vigie event dry-run`: has the server play the calendar through, and prints the board as it would be. */
import { setTimeout as pause } from "node:timers/promises";
import { formatDateTime, formatScore, inert, verdictName } from "@vigie/report";
import { Type } from "@sinclair/typebox";
import { DryRunState, MOST_SPEED, type DryRunReport, type DryRunProgress } from "@vigie/spec/event";
import { CommandFailure } from "../failure.ts";
import { startBar } from "../progress.ts";
import type { MessageKey } from "../say.ts";
import { askDesk, type Desk } from "./desk.ts";
import { PHASE_NAMES } from "./where-it-stands.ts";

const LOOK_MS = 1000;
const STEPS = {
  preparing: "dryRun.preparing",
  playing: "dryRun.playing",
  judging: "dryRun.judging",
} as const satisfies Readonly<Record<DryRunProgress["step"], MessageKey>>;

function speedOf(typed: string, { say }: Desk): number {
  const speed = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  if (speed >= 1 && speed <= MOST_SPEED) return speed;
  throw new CommandFailure(say("dryRun.badSpeed", { found: inert(typed), most: MOST_SPEED }), 2);
}

/** Waits with a bar for each step. */
async function ended(desk: Desk): Promise<DryRunReport> {
  let step: DryRunProgress["step"] | null = null;
  let bar: ReturnType<typeof startBar> | null = null;
  for (;;) {
    const { running, trouble, report } = await askDesk(desk, { method: "GET", path: "event/dry-run" }, DryRunState);
    if (running === null) {
      bar?.done();
      if (trouble !== null || report === null) throw new CommandFailure(desk.say("dryRun.noReport"), 1);
      return report;
    }
    if (running.step !== step) {
      bar?.done();
      bar = startBar(desk.say(STEPS[running.step]));
      step = running.step;
    }
    bar?.update(running.share);
    await pause(LOOK_MS);
  }
}

function tell(report: DryRunReport, zone: string, { say, language, print }: Desk): void {
  const { answers, verdicts, phases, boards, surprises, unjudged } = report;
  const { taken, quota, "not-open": early, locked: late, other } = answers;
  print(say("dryRun.played", { speed: report.speed, taken, early, quota, late, other }));
  for (const { phase, at } of phases)
    print(say("dryRun.phase", { at: formatDateTime(language, at, zone), phase: say(PHASE_NAMES[phase]) }));
  const list = verdicts.map(({ verdict, count }) => `${verdictName(language, verdict)} ${count}`).join(", ");
  print(say("dryRun.verdicts", { list, unjudged, seconds: report.longestWaitSeconds ?? 0 }));
  for (const { title, rows } of boards) {
    print(say("dryRun.board", { challenge: inert(title[language]) }));
    for (const { rank, team, score, verdict } of rows) {
      const points = score === null ? (verdict === null ? "·" : verdictName(language, verdict)) : formatScore(language, score, 0);
      print(`  ${String(rank ?? "·").padStart(3)}  ${inert(team)}  ${points}`);
    }
  }
  if (surprises.length === 0) print(say("dryRun.right"));
  for (const { team, detector, expected, found } of surprises)
    print(`! ${say("dryRun.surprise", { team: inert(team), detector: inert(detector), expected, found })}`);
}

/** @returns 0 where all went as it should, else 1. */
export async function dryRun(typed: string, desk: Desk): Promise<number> {
  const speed = speedOf(typed, desk);
  const { timeZone } = await askDesk(desk, { method: "GET", path: "event" }, Type.Object({ timeZone: Type.String() }));
  await askDesk(desk, { method: "POST", path: "event/dry-run", json: { speed } }, DryRunState);
  desk.print(desk.say("dryRun.begun"));
  const report = await ended(desk);
  tell(report, timeZone, desk);
  return report.surprises.length === 0 ? 0 : 1;
}
