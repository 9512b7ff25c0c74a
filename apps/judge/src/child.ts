/**
 * The judge's child process. It holds what nobody else may: the event secret, seeds and labels. It never opens the
 * database; it takes one request at a time over IPC and answers. When its parent goes away, so does it.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import process from "node:process";
import { openSandbox, type Sandbox, type SandboxKind } from "@vigie/runner";
import { canonicalJson, ownSetOf, type Receipt } from "@vigie/spec";
import { checked } from "@vigie/spec/node";
import { commitLabels, readDigest } from "@vigie/testset";
import { type ChildReply, ChildRequest } from "./child-messages.ts";
import { ensureEventKey, publicKeyText, signReceipt } from "./event-key.ts";
import { ensureEventSecret, readEventSecret, secretCommitment } from "./event-secret.ts";
import { exhibitsOf } from "./exhibits.ts";
import { judgeArchive } from "./judge-archive.ts";
import { keptBundle, sweepBundles } from "./kept-bundles.ts";
import { makeReceipt, runtimesOf } from "./make-receipt.ts";
import { openSplit, type OpenSplit } from "./open-split.ts";
import { checkOwnSet, pinOwnSet } from "./own-set.ts";
import { prepareSplit, splitFolder, splitSeed, type SplitPlace } from "./prepare-split.ts";

type Prepare = Extract<ChildRequest, { kind: "prepare" }>;
type Judge = Extract<ChildRequest, { kind: "judge" }>;
type Identify = Extract<ChildRequest, { kind: "identify" }>;
type Show = Extract<ChildRequest, { kind: "exhibit" }>;

/** A split that is open here, and the commitment to its labels, also of practice. */
type OpenHere = OpenSplit & { readonly labelsCommitment: string };

interface SandboxHere {
  readonly sandbox: Sandbox;
  readonly runtimes: Receipt["runtimes"];
}
const swept = new Set<string>();
const splits = new Map<string, Promise<OpenHere>>();
const sandboxes = new Map<string, Promise<SandboxHere>>();

function reply(message: ChildReply): void {
  process.send?.(message);
}

function placeOf({ challenge, split, splitsDir, installation }: Prepare | Judge | Show, secret: Uint8Array): SplitPlace {
  const folder = splitFolder(splitsDir, installation, challenge, split);
  return { challenge, split, seed: splitSeed(installation, challenge, split, secret), folder };
}

async function prepare(request: Prepare): Promise<ChildReply> {
  const { installation, challenge, split } = request;
  const secret = readEventSecret(request.secretFile);
  const place = placeOf(request, secret);
  await prepareSplit(installation, place, (share) => reply({ kind: "progress", share }));
  const own = ownSetOf(challenge, split);
  if (own !== null) await checkOwnSet(own, place.folder, secret);
  const { inputsDigest } = readDigest(place.folder);
  return { kind: "prepared", inputsDigest, labelsCommitment: await commitLabels(place.folder, secret) };
}

async function sandboxOf(kind: SandboxKind): Promise<SandboxHere> {
  const opened = await openSandbox(kind);
  if (opened.kind === "missing") throw new Error(`no sandbox: ${opened.missing.reason} (${opened.missing.detail})`);
  return { sandbox: opened.sandbox, runtimes: runtimesOf(opened.sandbox) };
}

async function openHere(request: Judge | Show, place: SplitPlace, secret: Uint8Array): Promise<OpenHere> {
  const own = ownSetOf(place.challenge, place.split);
  if (own !== null) await checkOwnSet(own, place.folder, secret);
  return { ...(await openSplit(place, request.inputs)), labelsCommitment: await commitLabels(place.folder, secret) };
}

/** The split of a request, opened once for all that ask the same of it. */
function splitOf(request: Judge | Show): Promise<OpenHere> {
  const { challenge, secretFile } = request;
  const secret = readEventSecret(secretFile);
  const place = placeOf(request, secret);
  // Two versions of a challenge may share a test set, and ask other things of it.
  return once(splits, `${place.folder}\n${canonicalJson(challenge)}`, () => openHere(request, place, secret));
}

function once<T>(memo: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = make();
  memo.set(key, made);
  made.catch(() => memo.delete(key));
  return made;
}

/** The archive in the spool must be the one that was kept: its receipt says so, and a kept bundle was made from that. */
async function readKept({ archive, submission }: Judge): Promise<Buffer> {
  const bytes = await readFile(archive);
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found === submission.digest) return bytes;
  throw new Error(`${archive}: expected the archive that was received, SHA-256 ${submission.digest}; found ${found}`);
}

/** Says in what the split is not the one that the event was prepared with; null where it is. */
function otherThanPrepared(open: OpenHere, { prepared }: Judge): string | null {
  const differs = (["inputsDigest", "labelsCommitment"] as const).find((digest) => open[digest] !== prepared[digest]);
  if (differs === undefined) return null;
  return (
    `the test set ${basename(open.folder)} is not the one that this event was prepared with: expected ${differs} ` +
    `${prepared[differs]}; found ${open[differs]}. Another version of Vigie prepared it, and this one makes another. ` +
    "Put that version back, or run vigie judge rejudge to prepare the splits anew and judge everything on them"
  );
}

async function judge(request: Judge): Promise<ChildReply> {
  const { installation, challenge, split, event, submission } = request;
  const { sandbox, runtimes } = await once(sandboxes, request.sandbox, () => sandboxOf(request.sandbox));
  const open = await splitOf(request);
  const other = otherThanPrepared(open, request);
  if (other !== null) return { kind: "other-split", why: other };
  // From here on the submission's own time runs.
  reply({ kind: "progress", share: 0 });
  const archive = await readKept(request);
  if (!swept.has(request.bundlesDir)) sweepBundles(request.bundlesDir, Date.now());
  swept.add(request.bundlesDir);
  const keeper = keptBundle(request.bundlesDir, installation, submission);
  const judgement = await judgeArchive({ installation, sandbox, open, keeper }, archive);
  // Practice's labels are public: their own digest stands where a hidden split has a commitment.
  const labelsCommitment = split === "practice" ? open.labelsDigest : open.labelsCommitment;
  const files = { inputsDigest: open.inputsDigest, labelsCommitment };
  const receipt = makeReceipt({ event, challenge, split, submission, installation, runtimes, ...files }, judgement);
  return { kind: "judged", judgement, receipt: signReceipt(receipt, ensureEventKey(request.keyFile)) };
}

async function show(request: Show): Promise<ChildReply> {
  if (request.split !== "practice") throw new Error(`exhibits of the ${request.split} split are made of nobody`);
  return { kind: "exhibits", exhibits: exhibitsOf(await splitOf(request), request.subjects) };
}

function identify({ make, secretFile, keyFile }: Identify): ChildReply {
  const commitment = make ? ensureEventSecret(secretFile).commitment : secretCommitment(readEventSecret(secretFile));
  return { kind: "identity", secretCommitment: commitment, receiptKey: publicKeyText(ensureEventKey(keyFile)) };
}

function answer(request: ChildRequest): Promise<ChildReply> {
  switch (request.kind) {
    case "identify":
      return Promise.resolve(identify(request));
    case "pin":
      return pinOwnSet({ ...request, secret: readEventSecret(request.secretFile) });
    case "prepare":
      return prepare(request);
    case "judge":
      return judge(request);
    case "exhibit":
      return show(request);
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
