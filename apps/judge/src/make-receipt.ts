/** The receipt of one judged run. */
import { spawnSync } from "node:child_process";
import process from "node:process";
import type { Sandbox } from "@vigie/runner";
import { datasetOn, roundedScore, type ChallengeSpec, type Judgement, type Receipt, type Split } from "@vigie/spec";
import { generatorOf, type Installation } from "./installation.ts";

/** What a receipt says beside the judgement. */
export interface ReceiptFacts {
  readonly event: string;
  readonly challenge: ChallengeSpec;
  readonly split: Split;
  readonly submission: Receipt["submission"];
  readonly inputsDigest: string;
  readonly labelsCommitment: string;
  readonly installation: Installation;
  readonly runtimes: Receipt["runtimes"];
}

/** The runtimes that a sandbox runs detectors with, by version. Starts Python once. */
export function runtimesOf(sandbox: Sandbox): Receipt["runtimes"] {
  const { python } = sandbox.runtimes;
  const asked = python === null ? null : spawnSync(python, ["--version"], { encoding: "utf8", env: {} });
  return {
    sandbox: sandbox.kind,
    node: process.versions.node,
    python: asked?.status === 0 ? asked.stdout.trim().replace(/^Python /, "") : null,
    machine: `${process.platform} ${process.arch}`,
  };
}

/** Of practice the score is whole; of a hidden split it is what the team may see. */
export function makeReceipt(facts: ReceiptFacts, { verdict, score }: Judgement): Receipt {
  const { challenge, split, installation } = facts;
  const shown = score === null || split === "practice" ? score : roundedScore(score, challenge);
  return {
    receipt: 2,
    event: facts.event,
    challenge: { id: challenge.id, version: challenge.version },
    kind: challenge.kind,
    world: challenge.world,
    dataset: datasetOn(challenge, split),
    split,
    submission: facts.submission,
    inputsDigest: facts.inputsDigest,
    labelsCommitment: facts.labelsCommitment,
    generator: generatorOf(installation, challenge),
    judge: installation.judge,
    runtimes: facts.runtimes,
    limits: challenge.limits,
    verdict,
    score: shown,
  };
}
