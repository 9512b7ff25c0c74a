/**
 * The judge's child process. It holds what nobody else may: the event secret, seeds and labels. It never opens the
 * database; it takes one request at a time over IPC and answers. When its parent goes away, so does it.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { openSandbox, type Sandbox, type SandboxKind } from "@vigie/runner";
import { canonicalJson, challengeOn, ownSetOf, type Receipt } from "@vigie/spec";
import { checked } from "@vigie/spec/node";
import { unpackSubmission } from "@vigie/store/archive";
import { commitLabels, readDigest } from "@vigie/testset";
import { type ChildReply, ChildRequest } from "./child-messages.ts";
import { ensureEventKey, publicKeyText, signReceipt } from "./event-key.ts";
import { ensureEventSecret, readEventSecret, secretCommitment } from "./event-secret.ts";
import { judgeSubmission } from "./judge-submission.ts";
import { keptBundle, sweepBundles } from "./kept-bundles.ts";
import { makeReceipt, runtimesOf } from "./make-receipt.ts";
import { checkOwnSet, pinOwnSet } from "./own-set.ts";
import { prepareSplit, splitFolder, splitSeed } from "./prepare-split.ts";
import { openTruth, type SplitTruth } from "./score-accepted.ts";

type Prepare = Extract<ChildRequest, { kind: "prepare" }>;
type Judge = Extract<ChildRequest, { kind: "judge" }>;

interface HeldHere {
  readonly truth: SplitTruth;
  readonly inputsDigest: string;
  readonly labelsCommitment: string;
}
interface SandboxHere {
  readonly sandbox: Sandbox;
  readonly runtimes: Receipt["runtimes"];
}
const swept = new Set<string>();
const splits = new Map<string, Promise<HeldHere>>();
const sandboxes = new Map<string, Promise<SandboxHere>>();

function reply(message: ChildReply): void {
  process.send?.(message);
}

function secretFor(request: Prepare | Judge): Uint8Array | null {
  return request.split === "practice" ? null : readEventSecret(request.secretFile);
}

async function prepare(request: Prepare): Promise<ChildReply> {
  const { installation, challenge, split } = request;
  const secret = readEventSecret(request.secretFile);
  const folder = splitFolder(request.splitsDir, installation, challenge, split);
  await prepareSplit(installation, challenge, split, splitSeed(challenge, split, secret), folder, (share) =>
    reply({ kind: "progress", share }),
  );
  const own = ownSetOf(challenge, split);
  if (own !== null) await checkOwnSet(own, folder, secret);
  const { inputsDigest } = readDigest(folder);
  return {
    kind: "prepared",
    inputsDigest,
    labelsCommitment: await commitLabels(folder, secret),
    accounts: challenge.splits[split].accounts,
  };
}

async function sandboxOf(kind: SandboxKind): Promise<SandboxHere> {
  const opened = await openSandbox(kind);
  if (opened.kind === "missing") throw new Error(`no sandbox: ${opened.missing.reason} (${opened.missing.detail})`);
  return { sandbox: opened.sandbox, runtimes: runtimesOf(opened.sandbox) };
}

async function hold(request: Judge, folder: string): Promise<HeldHere> {
  const { challenge, split } = request;
  const secret = secretFor(request);
  const own = ownSetOf(challenge, split);
  if (own !== null && secret !== null) await checkOwnSet(own, folder, secret);
  const truth = openTruth(challenge, folder, splitSeed(challenge, split, secret));
  // Practice's labels are public: their own digest stands where a hidden split has a commitment.
  const { inputsDigest, labelsDigest } = readDigest(folder);
  return { truth, inputsDigest, labelsCommitment: secret === null ? labelsDigest : await commitLabels(folder, secret) };
}

function once<T>(memo: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = make();
  memo.set(key, made);
  made.catch(() => memo.delete(key));
  return made;
}

/** The archive in the spool must be the one that was received: its receipt says so, and a kept bundle was made from that. */
async function checkDigest({ archive, submission }: Judge): Promise<void> {
  const found = createHash("sha256")
    .update(await readFile(archive))
    .digest("hex");
  if (found === submission.digest) return;
  throw new Error(`${archive}: expected the archive that was received, SHA-256 ${submission.digest}; found ${found}`);
}

async function judge(request: Judge): Promise<ChildReply> {
  const { installation, challenge, split } = request;
  const folder = splitFolder(request.splitsDir, installation, challenge, split);
  const { sandbox, runtimes } = await once(sandboxes, request.sandbox, () => sandboxOf(request.sandbox));
  // Two versions of a challenge may share a test set and draw other resamples from it.
  const opened = `${folder}\n${challenge.version}\n${canonicalJson(challenge.interval)}`;
  const { truth, inputsDigest, labelsCommitment } = await once(splits, opened, () => hold(request, folder));
  await checkDigest(request);
  if (!swept.has(request.bundlesDir)) sweepBundles(request.bundlesDir, Date.now());
  swept.add(request.bundlesDir);
  const open = { split, inputs: request.inputs, truth };
  const keeper = keptBundle(request.bundlesDir, installation, request.submission);
  const submission = mkdtempSync(join(tmpdir(), "vigie-submission-"));
  try {
    await unpackSubmission(request.archive, submission);
    const asked = challengeOn(challenge, split);
    const judgement = await judgeSubmission(installation, sandbox, asked, open, submission, keeper);
    const about = { event: request.event, challenge, split, submission: request.submission, installation };
    const receipt = makeReceipt({ ...about, inputsDigest, labelsCommitment, runtimes }, judgement);
    return { kind: "judged", judgement, receipt: signReceipt(receipt, ensureEventKey(request.keyFile)) };
  } finally {
    rmSync(submission, { recursive: true, force: true });
  }
}

function answer(request: ChildRequest): Promise<ChildReply> {
  switch (request.kind) {
    case "identify":
      return Promise.resolve({
        kind: "identity",
        secretCommitment: request.make
          ? ensureEventSecret(request.secretFile).commitment
          : secretCommitment(readEventSecret(request.secretFile)),
        receiptKey: publicKeyText(ensureEventKey(request.keyFile)),
      });
    case "pin":
      return pinOwnSet({ ...request, secret: readEventSecret(request.secretFile) });
    case "prepare":
      return prepare(request);
    case "judge":
      return judge(request);
  }
}

async function leave(): Promise<never> {
  await Promise.allSettled([...sandboxes.values()].map(async (opened) => (await opened).sandbox.close()));
  process.exit(0);
}

process.on("message", (message) => {
  Promise.resolve()
    .then(() => answer(checked(ChildRequest, message, "message")))
    .catch((error: unknown): ChildReply => ({ kind: "failed", message: error instanceof Error ? error.message : String(error) }))
    .then(reply, () => process.exit(1));
});
process.on("disconnect", () => void leave());
// Ctrl-C goes to the whole terminal; the parent decides when its child ends.
process.on("SIGINT", () => undefined);
