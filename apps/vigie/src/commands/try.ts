/** `vigie try`: the judge's own function on practice data, on a team's own machine. */
import { writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import process from "node:process";
import { judgeSubmission, openSplit } from "@vigie/judge";
import { openSandbox, type Sandbox } from "@vigie/runner";
import { runReportHtml } from "@vigie/report";
import { HELP_LINE, type ChallengeSpec, type Judgement, type Language } from "@vigie/spec";
import { seedOf } from "../data-seed.ts";
import { CommandFailure } from "../failure.ts";
import { challengeNamed } from "../named-challenge.ts";
import { ownData, ownDataLabel, ownDataSentences, type OwnData } from "../own-data.ts";
import { findInstallation } from "../places.ts";
import { practiceFolder } from "../practice-folder.ts";
import { readProject } from "../project.ts";
import type { Say } from "../say.ts";
import { practiceTable } from "../practice-table.ts";
import { stageProject } from "../stage-project.ts";
import { wishedSandbox } from "../wished-sandbox.ts";

export interface TryOptions {
  readonly json: boolean;
  readonly language: Language;
  /** A file for the report as a page. */
  readonly html?: string;
  /** Names another practice world than the event's. */
  readonly seed?: string;
  /** A folder with a test set that somebody made or imported, to judge on in place of practice data. */
  readonly data?: string;
}

async function ownSandbox(say: Say): Promise<Sandbox> {
  const wished = wishedSandbox(say);
  const opened = wished === "none" ? null : await openSandbox(wished);
  if (opened?.kind === "ready") return opened.sandbox;
  if (wished !== "auto" && opened !== null) throw new CommandFailure(opened.missing.detail);
  process.stderr.write(`${say("try.unsandboxed")}\n`);
  const plain = await openSandbox("none");
  if (plain.kind === "missing") throw new CommandFailure(plain.missing.detail);
  return plain.sandbox;
}

/** What is said of a judgement, and on what. */
interface Told {
  readonly judgement: Judgement;
  readonly challenge: ChallengeSpec;
  readonly language: Language;
  readonly say: Say;
}

/** Judges the project in `target`; the exit code is 0 when it was accepted. */
export async function tryProject(target: string, options: TryOptions, say: Say): Promise<number> {
  const { json, language, html, seed: seedText, data } = options;
  const folder = resolve(target);
  const manifest = readProject(folder, say);
  const named = challengeNamed(manifest.challenge, say);
  const seed = seedOf(named, { split: "practice", seed: seedText }, say);
  const own = data === undefined ? null : ownData(data, seedText, named, say);
  const challenge = own?.challenge ?? named;
  const split = own?.folder ?? (await practiceFolder(challenge, seed, say));
  const sandbox = await ownSandbox(say);
  const open = await openSplit({ challenge, split: "practice", seed, folder: split });
  const staged = stageProject(folder);
  try {
    if (!json) process.stderr.write(`${say("try.judging")}\n`);
    const installation = findInstallation();
    const judgement = await judgeSubmission({ installation, sandbox, open, submission: staged.folder });
    const told = { judgement, challenge, language, say };
    if (json) printJson(told, own);
    else console.log([practiceTable(judgement, challenge, language, say), ...ownDataSentences(own, language, say)].join("\n"));
    if (html !== undefined) writePage(html, basename(folder), told);
    return judgement.verdict === "accepted" ? 0 : 1;
  } finally {
    staged.remove();
    open.close();
    await sandbox.close();
  }
}

function printJson({ judgement }: Told, own: OwnData | null): void {
  const data = own === null ? undefined : ownDataLabel(own);
  console.log(JSON.stringify({ ...judgement, replicates: undefined, data }, null, 2));
}

function writePage(file: string, name: string, { judgement, challenge, language, say }: Told): void {
  const { practice, verdict, reason } = judgement;
  if (practice === null) return;
  writeFileSync(file, runReportHtml({ name, challenge, verdict, reason, practice, helpLine: HELP_LINE }, language));
  process.stderr.write(`${say("try.page", { file })}\n`);
}
