// Stands in for the judge's child: answers as one would, after a while, and says when it was at work.
import { appendFileSync } from "node:fs";
import process from "node:process";

const log = (line) => appendFileSync(process.env.VIGIE_TEST_LOG, `${line} ${process.pid}\n`);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const score = {
  points: 10,
  low: 5,
  high: 15,
  parts: { ranking: 0.1 },
  penalties: {},
};
const digests = { inputsDigest: "b".repeat(64), labelsCommitment: "c".repeat(64) };
const { VIGIE_TEST_MISTAKES: subjects = "" } = process.env;
const mistakes = [...subjects].map((subject) => ({ subject: Number(subject) }));
const practice = { kind: "ranking", score, details: {}, mistakes, fault: null, log: "", logTruncated: false, resources: null };

function judged({ challenge, split, submission, installation, event }) {
  const receipt = {
    receipt: 2,
    event,
    challenge: { id: challenge.id, version: challenge.version },
    kind: challenge.kind,
    world: challenge.world,
    dataset: challenge.dataset,
    split,
    submission,
    ...digests,
    generator: installation.generators[challenge.world],
    judge: installation.judge,
    runtimes: { sandbox: "none", node: "20", python: null, machine: "here" },
    limits: challenge.limits,
    verdict: "accepted",
    score,
  };
  const judgement = {
    verdict: "accepted",
    reason: "accepted",
    score,
    replicates: [10, 11],
    practice: split === "practice" ? practice : null,
  };
  return { kind: "judged", judgement, receipt: { receipt, publicKey: `${"A".repeat(43)}=`, signature: `${"A".repeat(86)}==` } };
}

function exhibits({ subjects }) {
  if (process.env.VIGIE_TEST_NO_EXHIBITS) return { kind: "failed", message: "no exhibit today" };
  return { kind: "exhibits", exhibits: subjects.map((subject) => ({ subject, tables: {}, planted: [] })) };
}

process.on("message", async (request) => {
  if (request.kind === "exhibit") return process.send(exhibits(request));
  log(`begin ${request.kind} ${request.split}`);
  const { VIGIE_TEST_DIES: dies, VIGIE_TEST_PAUSE: ms = "60" } = process.env;
  if (request.kind === "judge" && dies === request.submission.id) process.exit(1);
  await pause(Number(ms));
  log(`end ${request.kind} ${request.split}`);
  process.send(request.kind === "judge" ? judged(request) : { kind: "prepared", ...digests });
});
process.on("disconnect", () => process.exit(0));
