/**
 * The rush: 200 uploads in a minute by the command line's own way of sending, 300 signed-in viewers who fetch what changed,
 * and judging beside it, all on this machine; against how a bare Express answers at the same time.
 *
 * `--teams=N` (1,000), `--minutes=N`: so many such minutes one after another, for the memory over a longer time.
 */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { Type, type TSchema, type Static } from "@sinclair/typebox";
import { packFolder } from "@vigie/store";
import { checked } from "@vigie/spec/node";
import { sendArchive, speaker } from "vigie";
import { NOTHING, writeSubmission } from "./judge-scene.ts";
import type { Figure } from "./measure.ts";
import { printResult } from "./print-results.ts";
import { askHealth, view } from "./rush-crowd.ts";
import { withScratch } from "./scratch.ts";

const UPLOADS = 200;
const VIEWERS = 300;
const MINUTE_MS = 60_000;
const PATIENT_MS = 120_000;
const SETTLE_MS = 10_000;

const Served = Type.Object({ url: Type.String(), codes: Type.Array(Type.String()) });
const Told = Type.Object({
  ...{ loopP50: Type.Number(), loopP99: Type.Number(), loopMax: Type.Number() },
  ...{ rssMiB: Type.Number(), judged: Type.Number(), processorMs: Type.Number() },
});

function heard<S extends TSchema>(child: ChildProcess, schema: S): Promise<Static<S>> {
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(checked(schema, message, "the server")));
    child.once("exit", (code) => reject(new Error(`the server ended with ${code ?? "a signal"}`)));
  });
}

function start(kind: "rushed" | "bare", folder: string, teams: number): ChildProcess {
  const file = new URL("./rush-server.ts", import.meta.url);
  return fork(file, [kind, folder, String(teams)], { execArgv: ["--import", "tsx"] });
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

async function tokenOf(url: string, code: string): Promise<string> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ code }) };
  const answer: unknown = await (await fetch(`${url}/api/v1/sessions`, init)).json();
  return checked(Type.Object({ token: Type.String() }), answer, "sessions").token;
}

/** One minute of uploads. @returns what each acknowledged one took, from when its team pressed the key. */
async function uploads(url: string, tokens: readonly string[], archive: Uint8Array): Promise<number[]> {
  const say = speaker("en");
  const began = performance.now();
  const taken: number[] = [];
  const sendings = Array.from({ length: UPLOADS }, async (_, n) => {
    await pause((MINUTE_MS * n) / UPLOADS);
    const from = performance.now();
    const credentials = { url, token: tokens[n % tokens.length] };
    const sending = { credentials, language: "en", challenge: "follow-the-money", archive, name: "submission.zip" } as const;
    await sendArchive(sending, say, () => undefined);
    if (performance.now() - began <= PATIENT_MS) taken.push(performance.now() - from);
  });
  await Promise.race([Promise.allSettled(sendings), pause(PATIENT_MS)]);
  return taken;
}

const plain = (what: string, value: number, unit: string): Figure => ({ what, value, unit, spread: null, aim: null, met: null });
const atMost = (what: string, value: number, unit: string, most: number): Figure => ({
  ...plain(what, value, unit),
  aim: `≤ ${most}`,
  met: value <= most,
});

async function rushIn(folder: string, teams: number, minutes: number): Promise<void> {
  const [event, bare] = [start("rushed", folder, teams), start("bare", folder, 0)];
  const agent = new Agent({ keepAlive: true, maxSockets: VIEWERS });
  try {
    const [{ url, codes }, plainServer] = await Promise.all([heard(event, Served), heard(bare, Served)]);
    const tokens: string[] = [];
    for (const code of codes.slice(0, Math.max(UPLOADS, VIEWERS))) tokens.push(await tokenOf(url, code));
    writeSubmission(`${folder}/sent`, NOTHING);
    const archive = await packFolder(`${folder}/sent`, ["vigie.json", "detector.ts"]);
    const viewers = await Promise.all(
      Array.from({ length: VIEWERS }, (_, n) => view(url, `vigie=${tokens[n % tokens.length]}`, agent)),
    );
    // Nobody's feed is opened while the clock runs.
    await pause(SETTLE_MS);
    for (let minute = 0; minute < minutes; minute++) {
      event.send("begin");
      const [own, other] = [askHealth(url), askHealth(plainServer.url)];
      for (const viewer of viewers) viewer.taken();
      const taken = await uploads(url, tokens, archive);
      const [health, bareHealth] = [own.stop(), other.stop()];
      const told = heard(event, Told);
      event.send("tell");
      const { loopP50, loopP99, loopMax, rssMiB, judged, processorMs } = await told;
      const views = viewers.flatMap((viewer) => viewer.taken());
      printResult({
        name: "rush",
        about: `${UPLOADS} uploads in a minute, ${VIEWERS} signed-in viewers, ${teams} teams, one worker; minute ${minute + 1} of ${minutes}`,
        figures: [
          {
            ...plain("acknowledged within two minutes", taken.length, `of ${UPLOADS}`),
            ...{ aim: "≥ 180", met: taken.length >= 180 },
          },
          plain("  p50 / p99 of an upload", percentile(taken, 0.5), "ms"),
          plain("  ", percentile(taken, 0.99), "ms"),
          plain("/healthz p50", percentile(health, 0.5), "ms"),
          atMost("/healthz p99", percentile(health, 0.99), "ms", 500),
          plain("  of a bare Express meanwhile, p50", percentile(bareHealth, 0.5), "ms"),
          plain("  of a bare Express meanwhile, p99", percentile(bareHealth, 0.99), "ms"),
          plain("loop delay p50", loopP50, "ms"),
          atMost("loop delay p99", loopP99, "ms", 200),
          plain("  its longest", loopMax, "ms"),
          plain(`views that followed a change (${views.length}), p99`, percentile(views, 0.99), "ms"),
          plain("runs judged so far", judged, ""),
          plain("processor time of the server, workers' threads included", processorMs, "ms"),
          plain("memory of the server", rssMiB, "MiB"),
        ],
      });
    }
    for (const viewer of viewers) viewer.leave();
    event.send("end");
    await once(event, "exit");
  } finally {
    agent.destroy();
    event.kill("SIGKILL");
    bare.kill();
  }
}

/** Runs and prints it. */
export async function rush(flags: readonly string[]): Promise<void> {
  const number = (name: string, usual: number): number =>
    Number(flags.find((flag) => flag.startsWith(`--${name}=`))?.split("=")[1] ?? usual);
  await withScratch((folder) => rushIn(folder, number("teams", 1000), number("minutes", 1)));
}
