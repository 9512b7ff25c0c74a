/** `vigie try`: the judge's own function on practice data, on a team's own machine. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { judgeSubmission, openSplit, prepareSplit, splitFolder, splitSeed } from "@vigie/judge";
import { openSandbox, type Sandbox } from "@vigie/runner";
import type { ChallengeSpec, Judgement, Language } from "@vigie/spec";
import { loadChallenge } from "@vigie/spec/node";
import { CommandFailure } from "../failure.ts";
import { cacheDir, CHALLENGES_DIR, findInstallation, knownChallenges } from "../places.ts";
import { startBar } from "../progress.ts";
import { readProject } from "../project.ts";
import type { Say } from "../say.ts";
import { practiceTable } from "../practice-table.ts";
import { stageProject } from "../stage-project.ts";

export interface TryOptions {
  readonly json: boolean;
  readonly language: Language;
}

async function ownSandbox(say: Say): Promise<Sandbox> {
  const wished = process.env["VIGIE_SANDBOX"];
  const opened = wished === "none" ? null : await openSandbox(wished === "bubblewrap" ? "bubblewrap" : "auto");
  if (opened?.kind === "ready") return opened.sandbox;
  if (wished === "bubblewrap" && opened !== null) throw new CommandFailure(opened.missing.detail);
  process.stderr.write(`${say("try.unsandboxed")}\n`);
  const plain = await openSandbox("none");
  if (plain.kind === "missing") throw new CommandFailure(plain.missing.detail);
  return plain.sandbox;
}

async function practiceFolder(challenge: ChallengeSpec, say: Say): Promise<string> {
  const installation = findInstallation();
  const folder = splitFolder(join(cacheDir(), "testsets"), installation, challenge, "practice");
  if (existsSync(join(folder, "checksums.json"))) return folder;
  const bar = startBar(say("try.generating"));
  try {
    await prepareSplit(installation, challenge, "practice", splitSeed(challenge, "practice", null), folder, bar.update);
  } finally {
    bar.done();
  }
  return folder;
}

/** Judges the project in `target`; the exit code is 0 when it was accepted. */
export async function tryProject(target: string, { json, language }: TryOptions, say: Say): Promise<number> {
  const folder = resolve(target);
  const manifest = readProject(folder, say);
  if (!knownChallenges().includes(manifest.challenge)) {
    throw new CommandFailure(say("new.noChallenge", { challenge: manifest.challenge, known: knownChallenges().join(", ") }), 2);
  }
  const challenge = loadChallenge(join(CHALLENGES_DIR, manifest.challenge));
  const split = await practiceFolder(challenge, say);
  const sandbox = await ownSandbox(say);
  const held = await openSplit(challenge, "practice", splitSeed(challenge, "practice", null), split);
  const staged = stageProject(folder);
  try {
    if (!json) process.stderr.write(`${say("try.judging")}\n`);
    const judgement = await judgeSubmission(findInstallation(), sandbox, challenge, held.opened, staged.folder);
    print(judgement, challenge, json, language, say);
    return judgement.verdict === "accepted" ? 0 : 1;
  } finally {
    staged.remove();
    held.close();
    await sandbox.close();
  }
}

function print(judgement: Judgement, challenge: ChallengeSpec, json: boolean, language: Language, say: Say): void {
  if (!json) return console.log(practiceTable(judgement, challenge, language, say));
  const { replicates: _replicates, ...shown } = judgement;
  console.log(JSON.stringify(shown, null, 2));
}
