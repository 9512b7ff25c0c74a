/**
 * A process of its own: judges a detector that prints as many predictions as it is told to, and prints how large it grew
 * itself. The split has a million accounts whatever is printed, so that the difference is what the stream leaves behind.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { judgeSubmission, type OpenSplit } from "@vigie/judge";
import { stageInputs, unstageInputs } from "@vigie/runner";
import { drawResamples } from "@vigie/scoring";
import { practiceSeed, type Labels } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { benchInstallation, benchSandbox, CHALLENGE_DIR, writeSubmission } from "./judge-scene.ts";
import { withScratch } from "./scratch.ts";

const ACCOUNTS = 1_000_000;
const RESAMPLES = 100;

/** One positive in a hundred; every account is a unit of its own, in one stratum. */
function labels(): Labels {
  const none = { planted: new Map([["small-ad-payments", new Set([1])]]), incidental: new Set<string>() };
  return {
    accountCount: ACCOUNTS,
    positives: Array.from({ length: ACCOUNTS / 100 }, (_, i) => ({ account: 100 * i, ring: i, role: "mule", ...none })),
    groups: new Map(),
    units: { ofAccount: Int32Array.from({ length: ACCOUNTS }, (_, i) => i), stratumOfUnit: new Int32Array(ACCOUNTS) },
  };
}

function printing(lines: number): string {
  return `let text = "";
for (let account = 0; account < ${lines}; account++) {
  text += '{"account":' + account + ',"score":' + ((account * 7919) % 1000) / 1000 + '}\\n';
  if (text.length > 60000) { await new Promise((next) => process.stdout.write(text, next)); text = ""; }
}
process.stdout.write(text + '{"end":${lines}}\\n');
`;
}

async function judgeStream(lines: number, work: string): Promise<number> {
  const submission = join(work, "submission");
  const empty = join(work, "inputs");
  mkdirSync(empty);
  const inputs = await stageInputs(empty);
  writeSubmission(submission, printing(lines), "lines");
  const read = loadChallenge(CHALLENGE_DIR);
  const challenge = {
    ...read,
    limits: { ...read.limits, outputMiB: 64 },
    interval: { ...read.interval, resamples: RESAMPLES },
  };
  const seed = practiceSeed({ datasetId: "bench", datasetVersion: "1.0.0", challengeId: "bench" });
  const truth = labels();
  const resamples = drawResamples(truth, seed, RESAMPLES);
  const opened: OpenSplit = { split: "public", inputs, truth: { labels: truth, evidence: { has: () => false }, resamples } };
  const sandbox = await benchSandbox();
  try {
    const { verdict } = await judgeSubmission(benchInstallation(), sandbox, challenge, opened, submission);
    if (verdict !== "accepted") throw new Error(`${lines} predictions were judged ${verdict}`);
  } finally {
    await sandbox.close();
    unstageInputs(inputs);
  }
  return process.resourceUsage().maxRSS / 1024;
}

const residentMiB = await withScratch((work) => judgeStream(Number(process.argv[2]), work));
console.log(JSON.stringify({ residentMiB }));
