// Stands in for the judge's child: answers as one would, after a while, and says when it was at work.
import { appendFileSync } from "node:fs";
import process from "node:process";

const log = (line) => appendFileSync(process.env.VIGIE_TEST_LOG, `${line} ${process.pid}\n`);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const score = {
  points: 10,
  low: 5,
  high: 15,
  parts: { ranking: 0.1, budget: 0.1, indicators: 0.1, evidence: 0.1, roles: 0.1 },
  harm: 0,
};

function judged({ challenge, split, submission, installation, event }) {
  const receipt = {
    ...{
      receipt: 1,
      event,
      challenge: { id: challenge.id, version: challenge.version },
      dataset: challenge.dataset,
      split,
      submission,
    },
    ...{
      inputsDigest: "b".repeat(64),
      labelsCommitment: "c".repeat(64),
      generator: installation.generator,
      judge: installation.judge,
    },
    runtimes: { sandbox: "none", node: "20", python: null, machine: "here" },
    ...{ limits: challenge.limits, verdict: "accepted", score },
  };
  const judgement = { verdict: "accepted", reason: "accepted", score, replicates: [10, 11], practice: null };
  return { kind: "judged", judgement, receipt: { receipt, publicKey: `${"A".repeat(43)}=`, signature: `${"A".repeat(86)}==` } };
}

process.on("message", async (request) => {
  log(`begin ${request.kind} ${request.split}`);
  const { VIGIE_TEST_DIES: dies, VIGIE_TEST_PAUSE: ms = "60" } = process.env;
  if (request.kind === "judge" && dies === request.submission.id) process.exit(1);
  await pause(Number(ms));
  log(`end ${request.kind} ${request.split}`);
  if (request.kind === "judge") process.send(judged(request));
  else process.send({ kind: "prepared", inputsDigest: "b".repeat(64), labelsCommitment: "c".repeat(64), accounts: 10 });
});
process.on("disconnect", () => process.exit(0));
