/**
 * A process of its own: judges a detector that prints as many predictions as it is told to, and prints how large it grew
 * itself. The split has a million accounts whatever is printed, so that the difference is what the stream leaves behind.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { judgeSubmission, type OpenSplit } from "@vigie/judge";
import { stageInputs, unstageInputs } from "@vigie/runner";
import { drawResamples, openScoring } from "@vigie/scoring";
import { practiceSeed, tablesOf, type ColumnValues, type TableBatch, type Truth } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { benchInstallation, benchSandbox, CHALLENGE_DIR, writeSubmission } from "./judge-scene.ts";
import { withScratch } from "./scratch.ts";

const ACCOUNTS = 1_000_000;
const RESAMPLES = 100;

const numbers = (rows: number, of: (row: number) => number): ColumnValues => ({
  kind: "int32",
  values: Int32Array.from({ length: rows }, (_, row) => of(row)),
});
const word = (rows: number, one: string): ColumnValues => ({ kind: "text", words: [one], codes: new Int32Array(rows) });

/** One positive in a hundred, each with one planted row; every account is a unit of its own, in one stratum. */
function truth(): Truth {
  const positives = ACCOUNTS / 100;
  const account = numbers(positives, (i) => 100 * i);
  const one = numbers(positives, () => 1);
  const tables: Readonly<Record<string, TableBatch>> = {
    positives: { rows: positives, columns: { account, role: word(positives, "mule") } },
    findings: {
      rows: positives,
      columns: { account, indicator: word(positives, "small-ad-payments"), evidence: one, planted: one },
    },
    units: {
      rows: ACCOUNTS,
      columns: { account: numbers(ACCOUNTS, (i) => i), unit: numbers(ACCOUNTS, (i) => i), stratum: word(ACCOUNTS, "one") },
    },
  };
  return {
    subjects: ACCOUNTS,
    subject: "account",
    declared: tablesOf({ world: "bank" }, "labels").filter(({ name }) => Object.hasOwn(tables, name)),
    place: (name) => name,
    table: (name) => tables[name],
    owns: () => false,
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
  const set = truth();
  const scoring = openScoring(challenge, set);
  const resamples = drawResamples({ stratumOfUnit: scoring.stratumOfUnit, seed, count: RESAMPLES });
  const open: OpenSplit = {
    challenge,
    split: "public",
    folder: empty,
    inputs,
    inputsDigest: "",
    labelsDigest: "",
    truth: set,
    scoring,
    resamples,
    close: () => unstageInputs(inputs),
  };
  const sandbox = await benchSandbox();
  try {
    const { verdict } = await judgeSubmission({ installation: benchInstallation(), sandbox, open, submission });
    if (verdict !== "accepted") throw new Error(`${lines} predictions were judged ${verdict}`);
  } finally {
    await sandbox.close();
    open.close();
  }
  return process.resourceUsage().maxRSS / 1024;
}

const residentMiB = await withScratch((work) => judgeStream(Number(process.argv[2]), work));
console.log(JSON.stringify({ residentMiB }));
