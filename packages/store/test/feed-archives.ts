/** Feeds malformed archives to the intake, and holds what it accepts against what Python's readers find in the same bytes. */
import fc from "fast-check";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { capsOf, checkArchive } from "../src/archive/check.ts";
import { unpackSubmission } from "../src/archive/unpack.ts";
import { walkArchive } from "../src/archive/walk.ts";
import { ArchiveRefusal } from "../src/archive/fault.ts";
import type { ArchiveFault } from "../src/contract.ts";
import { StoreError } from "../src/errors.ts";
import { challengeSpec } from "./event-fixture.ts";
import { malformedArchive, type Archive } from "./malformed-archives.ts";

const SPEC = challengeSpec();
const CAPS = capsOf(SPEC);
const BATCH = 500;
const PYTHON = join(import.meta.dirname, "read-archives.py");
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

export interface Tally {
  readonly fed: number;
  readonly accepted: Readonly<Record<Archive["form"], number>>;
  readonly codes: ReadonlyMap<ArchiveFault["code"], number>;
}

type Files = Readonly<Record<string, string>>;
interface Accepted {
  readonly archive: Archive;
  readonly file: string;
  readonly files: Files;
}

const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const told = ({ form, bytes }: Archive) => `${form} of ${bytes.length} bytes: ${bytes.subarray(0, 60_000).toString("base64")}`;

function filesIn(folder: string): Files {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => !each.isDirectory());
  const odd = found.find((each) => !each.isFile());
  if (odd) throw new Error(`neither a file nor a folder: ${odd.name}`);
  const paths = found.map((each) => join(each.parentPath, each.name));
  return Object.fromEntries(paths.map((path) => [relative(folder, path), digest(readFileSync(path))]));
}

/** How much the reader hands on before it is done, or refuses. */
async function checkCaps(file: string): Promise<void> {
  let [bytes, files] = [0, 0];
  try {
    for await (const each of walkArchive(file, CAPS)) {
      bytes += each.content.length;
      files++;
    }
  } catch (cause) {
    if (!(cause instanceof ArchiveRefusal)) throw cause;
  }
  if (bytes > CAPS.bytes || files > CAPS.files) throw new Error(`${files} files of ${bytes} bytes, above the caps`);
}

/** Unpacks into a box of its own, whatever the check said. Returns the files, or null where it was refused. */
async function unpacked(file: string, box: string): Promise<Files | null> {
  mkdirSync(box);
  const out = join(box, "out");
  try {
    await unpackSubmission(file, out);
    return filesIn(out);
  } catch (cause) {
    if (!(cause instanceof StoreError) || cause.code !== "unsound-archive") throw cause;
    return null;
  } finally {
    const beside = readdirSync(box).filter((each) => each !== "out");
    rmSync(box, { recursive: true, force: true });
    if (beside.length > 0) throw new Error(`written outside: ${beside.join()}`);
  }
}

function refuseUnfitFault({ entry = "", expected = "", found = "" }: ArchiveFault): void {
  if ([entry, expected, found].some((text) => text.length > 200 || HIDDEN.test(text)))
    throw new Error("a fault unfit to be shown");
}

async function fedOne(archive: Archive, folder: string, at: number): Promise<Accepted | ArchiveFault> {
  const file = join(folder, `${at}.partial`);
  writeFileSync(file, archive.bytes);
  const check = await checkArchive(file, SPEC);
  await checkCaps(file);
  const files = await unpacked(file, join(folder, `${at}.box`));
  if (check.kind === "sound") {
    if (files === null || Object.keys(files).length !== check.archive.files) throw new Error("checked, and unpacked otherwise");
    return { archive, file, files };
  }
  rmSync(file);
  refuseUnfitFault(check.fault);
  return check.fault;
}

/** Python's word on each accepted archive must be ours. */
function compareWithPython(accepted: readonly Accepted[]): void {
  const input = accepted.map(({ file }) => `${file}\n`).join("");
  const { stdout, stderr } = spawnSync("python3", ["-I", PYTHON], { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  const answers = stdout.split("\n").slice(0, -1);
  if (answers.length !== accepted.length) throw new Error(`python3 read ${answers.length} of ${accepted.length}: ${stderr}`);
  const sorted = (files: object) => JSON.stringify(Object.entries(files).sort());
  for (const [at, { archive, files }] of accepted.entries()) {
    const answer: unknown = JSON.parse(answers[at]);
    const theirs = typeof answer === "object" && answer !== null && "files" in answer ? answer.files : null;
    if (typeof theirs === "object" && theirs !== null && sorted(theirs) === sorted(files)) continue;
    throw new Error(`read in two ways.\nhere: ${sorted(files)}\npython: ${answers[at]}\n${told(archive)}`);
  }
}

/** Feeds `count` archives, the same for the same seed. Throws where one crashes the intake, leaves its box, or is read otherwise by Python. */
export async function feedArchives(count: number, seed: number): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-fuzz-"));
  const accepted = { "tar.gz": 0, zip: 0 };
  const codes = new Map<ArchiveFault["code"], number>();
  let fed = 0;
  try {
    for (let turn = 0; fed < count; turn++) {
      const batch: Accepted[] = [];
      for (const archive of fc.sample(malformedArchive, { numRuns: Math.min(BATCH, count - fed), seed: seed + turn })) {
        const outcome = await fedOne(archive, folder, fed++).catch((cause: unknown) => {
          throw new Error(told(archive), { cause });
        });
        if ("code" in outcome) codes.set(outcome.code, (codes.get(outcome.code) ?? 0) + 1);
        else batch.push(outcome);
      }
      compareWithPython(batch);
      for (const { archive, file } of batch) {
        accepted[archive.form]++;
        rmSync(file);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { fed, accepted, codes };
}
