/** `vigie verify`: is a receipt the judge's, and does judging again give the same? */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import {
  comparableScore,
  judgeArchive,
  makeReceipt,
  openSplit,
  prepareSplit,
  runtimesOf,
  signatureHolds,
  splitSeed,
  type SplitPlace,
} from "@vigie/judge";
import { inert } from "@vigie/report";
import { openSandbox, type Sandbox } from "@vigie/runner";
import {
  canonicalJson,
  lastCommitFor,
  scoreOf,
  SignedReceipt,
  type AnyReceipt,
  type ChallengeSpec,
  type Split,
} from "@vigie/spec";
import { loadJson } from "@vigie/spec/node";
import { secretFor, type SecretOptions } from "../data-seed.ts";
import { CommandFailure } from "../failure.ts";
import { challengeNamed } from "../named-challenge.ts";
import { ownData } from "../own-data.ts";
import { findInstallation } from "../places.ts";
import { practiceFolder } from "../practice-folder.ts";
import { startBar } from "../progress.ts";
import type { Say } from "../say.ts";
import { wishedSandbox } from "../wished-sandbox.ts";

export interface VerifyOptions extends SecretOptions {
  readonly archive?: string;
  /** The event's published key, in base64. */
  readonly key?: string;
  /** The folder of the organizer's own test set, of a run that was judged on one. */
  readonly data?: string;
}

/** One comparison: what the receipt says, what was found here. */
interface Check {
  readonly what: string;
  readonly said: string;
  readonly found: string;
}

const same = ({ said, found }: Check): boolean => said === found;

function readArchive(file: string, say: Say): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new CommandFailure(say("verify.noArchive", { file }), 2);
  }
}

/** The archive as it is kept, or as the team sent it: a receipt knows both. */
function archiveCheck({ submission }: AnyReceipt, archive: Buffer, say: Say): Check {
  const found = createHash("sha256").update(archive).digest("hex");
  const sent = "sent" in submission ? submission.sent : undefined;
  return { what: say("verify.archive"), said: found === sent ? found : submission.digest, found };
}

function challengeOf({ challenge, dataset }: AnyReceipt, data: string | undefined, say: Say): ChallengeSpec {
  const here = challengeNamed(challenge.id, say);
  if (data === undefined && here.dataset.id !== dataset.id)
    throw new CommandFailure(say("verify.ownData", { dataset: inert(dataset.id) }), 2);
  if (here.version !== challenge.version || (data === undefined && here.dataset.version !== dataset.version))
    throw new CommandFailure(say("verify.otherVersion", { said: challenge.version, found: here.version }), 1);
  return here;
}

/** A split on this machine; a made one may not stay. */
interface MadeSplit {
  readonly place: SplitPlace;
  remove(): void;
}

/** A hidden split's labels do not stay in a cache. */
async function hiddenSplit(place: Omit<SplitPlace, "folder">, say: Say): Promise<MadeSplit> {
  const parent = mkdtempSync(join(tmpdir(), "vigie-verify-"));
  const made = { ...place, folder: join(parent, "testset") };
  const bar = startBar(say("try.generating"));
  try {
    await prepareSplit(findInstallation(), made, bar.update);
  } finally {
    bar.done();
  }
  return { place: made, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

async function splitOf(challenge: ChallengeSpec, split: Split, options: VerifyOptions, say: Say): Promise<MadeSplit> {
  if (split === "final") throw new CommandFailure(say("verify.noFinal"), 2);
  const seed = splitSeed(findInstallation(), challenge, split, split === "practice" ? null : secretFor(split, options, say));
  const kept = (place: SplitPlace): MadeSplit => ({ place, remove: () => undefined });
  if (split === "practice") return kept({ challenge, split, seed, folder: await practiceFolder(challenge, seed, say) });
  if (options.data === undefined) return hiddenSplit({ challenge, split, seed }, say);
  const own = ownData(options.data, undefined, challenge, say);
  return kept({ challenge: own.challenge, split, seed, folder: own.folder });
}

async function sandboxHere(say: Say): Promise<Sandbox> {
  const opened = await openSandbox(wishedSandbox(say));
  if (opened.kind === "missing") throw new CommandFailure(say("verify.noSandbox"), 1);
  return opened.sandbox;
}

/** Judges the archive again. @returns what is compared. */
async function judgeAgain(signed: SignedReceipt, archive: Buffer, options: VerifyOptions, say: Say): Promise<Check[]> {
  const { receipt } = signed;
  const data = receipt.split === "public" ? options.data : undefined;
  const named = challengeOf(receipt, data, say);
  const sandbox = await sandboxHere(say);
  const split = await splitOf(named, receipt.split, options, say);
  const open = await openSplit(split.place);
  try {
    const installation = findInstallation();
    const judgement = await judgeArchive({ installation, sandbox, open }, archive);
    const { challenge, inputsDigest } = open;
    const again = makeReceipt({ ...receipt, challenge, installation, inputsDigest, runtimes: runtimesOf(sandbox) }, judgement);
    const score = scoreOf(again);
    return [
      { what: say("verify.inputs"), said: receipt.inputsDigest, found: inputsDigest },
      { what: say("verify.limits"), said: canonicalJson(receipt.limits), found: canonicalJson(again.limits) },
      { what: say("verify.verdict"), said: receipt.verdict, found: again.verdict },
      { what: say("verify.score"), said: canonicalJson(comparableScore(receipt, score)), found: canonicalJson(score) },
    ];
  } finally {
    open.close();
    split.remove();
    await sandbox.close();
  }
}

function shown({ what, said, found }: Check, say: Say): string {
  if (said === found) return `${say("verify.same")}  ${what}`;
  return `${say("verify.differs")}  ${what}: ${said.slice(0, 200)} / ${found.slice(0, 200)}`;
}

/** Everything is as the receipt says, but nobody said whose key the signature is to be of. */
const UNVOUCHED = 4;
/** What could be checked is as the receipt says, but the archive was not judged again: another version of Vigie can. */
const NOT_JUDGED = 5;

/**
 * @returns 0 where everything is as the receipt says and its key is the event's, 1 where something differs,
 * {@link UNVOUCHED}, or {@link NOT_JUDGED}.
 */
export async function verify(file: string, options: VerifyOptions, say: Say, print: (line: string) => void): Promise<number> {
  const signed = loadJson(SignedReceipt, file);
  const { receipt } = signed;
  const checks: Check[] = [
    { what: say("verify.signature"), said: "true", found: String(signatureHolds(signed)) },
    ...(options.key === undefined ? [] : [{ what: say("verify.key"), said: options.key, found: signed.publicKey }]),
  ];
  const commit = lastCommitFor(receipt);
  if (checks.every(same) && options.archive !== undefined) {
    const archive = readArchive(options.archive, say);
    checks.push(archiveCheck(receipt, archive, say));
    if (checks.every(same) && commit === null) checks.push(...(await judgeAgain(signed, archive, options, say)));
  }
  for (const check of checks) print(shown(check, say));
  if (commit !== null) print(say("verify.retired", { said: receipt.challenge.version, commit: commit.slice(0, 7) }));
  else if (options.archive === undefined) print(say("verify.onlySignature"));
  if (!checks.every(same)) return 1;
  if (options.key === undefined) print(say("verify.unvouched", { key: inert(signed.publicKey) }));
  if (commit !== null && options.archive !== undefined) return NOT_JUDGED;
  return options.key === undefined ? UNVOUCHED : 0;
}

/** Adds the options of `vigie verify`. */
export function addVerifyOptions(command: Command, say: Say): Command {
  return command
    .argument("<receipt>")
    .option("--archive <file>", say("option.archive"))
    .option("--key <base64>", say("option.key"))
    .option("--secret-file <file>", say("option.secretFile"))
    .option("--test-secret", say("option.testSecret"))
    .option("--data <folder>", say("option.verifyData"));
}
