/** Feeds archives to the intake, and holds what it makes of them against what other readers find in it. */
import fc from "fast-check";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { capsOf, normaliseArchive, type CanonicalArchive } from "../src/archive/normalise.ts";
import { readArchive } from "../src/archive/read-archive.ts";
import { unpackSubmission } from "../src/archive/unpack.ts";
import type { ArchiveFault } from "../src/contract.ts";
import { challengeSpec } from "./event-fixture.ts";
import { malformedArchive, type Archive } from "./malformed-archives.ts";

const SPEC = challengeSpec();
const CAPS = capsOf(SPEC);
const BATCH = 500;
const READ_MS = 5_000;
const UNPACK_EVERY = 50;
const PYTHON = join(import.meta.dirname, "read-archives.py");
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

export interface Tally {
  readonly fed: number;
  readonly accepted: Readonly<Record<Archive["form"], number>>;
  readonly codes: ReadonlyMap<ArchiveFault["code"], number>;
  /** Readers that agreed with us: Python's alone, or libarchive's two as well. */
  readonly readers: number;
}

/** Digests by path. */
type Files = Readonly<Record<string, string>>;
interface Accepted {
  readonly archive: Archive;
  readonly bytes: Buffer;
  readonly files: Files;
}

const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const told = ({ form, bytes }: Archive) => `${form} of ${bytes.length} bytes: ${bytes.subarray(0, 60_000).toString("base64")}`;
const sorted = (files: object) => JSON.stringify(Object.entries(files).sort());

function filesIn(folder: string): Files {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => !each.isDirectory());
  const odd = found.find((each) => !each.isFile());
  if (odd) throw new Error(`neither a file nor a folder: ${odd.name}`);
  const paths = found.map((each) => join(each.parentPath, each.name));
  return Object.fromEntries(paths.map((path) => [relative(folder, path).split(sep).join("/"), digest(readFileSync(path))]));
}

/** Unpacks into a box of its own; nothing may be written beside it. */
async function unpacked(bytes: Buffer, box: string): Promise<Files> {
  const out = join(box, "out");
  await unpackSubmission(bytes, out);
  const files = filesIn(out);
  const beside = readdirSync(box).filter((each) => each !== "out");
  rmSync(box, { recursive: true, force: true });
  if (beside.length > 0) throw new Error(`written outside: ${beside.join()}`);
  return files;
}

function refuseUnfitFault({ entry = "", expected = "", found = "" }: ArchiveFault): void {
  if ([entry, expected, found].some((text) => text.length > 400 || HIDDEN.test(text)))
    throw new Error("a fault unfit to be shown");
}

/** A canonical archive keeps the caps, and is its own canonical one. */
async function checkCanonical({ bytes, files }: CanonicalArchive): Promise<void> {
  if (files > CAPS.files || bytes.length > CAPS.bytes + files * 1_000) throw new Error(`${files} files, ${bytes.length} bytes`);
  const again = await normaliseArchive(bytes, SPEC);
  if (again.kind === "refused" || !again.archive.bytes.equals(bytes)) throw new Error("canonical, and not its own canonical one");
}

/** As the reader gives it; of one in a few as it is unpacked, which costs a disk's time. */
async function filesOf({ bytes }: CanonicalArchive, folder: string, at: number): Promise<Files> {
  const { files } = await readArchive(bytes, CAPS);
  const read = Object.fromEntries(files.map(({ path, content }) => [path, digest(content)]));
  if (at % UNPACK_EVERY > 0) return read;
  const found = await unpacked(bytes, mkdtempSync(join(folder, "box-")));
  if (sorted(found) !== sorted(read)) throw new Error("unpacked otherwise");
  return found;
}

async function fedOne(archive: Archive, folder: string, at: number): Promise<Accepted | ArchiveFault> {
  const began = performance.now();
  const made = await normaliseArchive(archive.bytes, SPEC);
  if (performance.now() - began > READ_MS) throw new Error("read for too long");
  if (made.kind === "refused") {
    refuseUnfitFault(made.fault);
    return made.fault;
  }
  await checkCanonical(made.archive);
  return { archive, bytes: made.archive.bytes, files: await filesOf(made.archive, folder, at) };
}

/** Every other reader's word on each canonical archive must be ours. @returns how many there were. */
function compareWithOthers(accepted: readonly Accepted[]): number {
  const input = accepted.map(({ bytes }) => `${bytes.toString("base64")}\n`).join("");
  const { stdout, stderr } = spawnSync("python3", ["-I", PYTHON], { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  const answers = stdout.split("\n").slice(0, -1);
  if (answers.length !== accepted.length) throw new Error(`python3 read ${answers.length} of ${accepted.length}: ${stderr}`);
  let readers = 0;
  for (const [at, { archive, files }] of accepted.entries()) {
    const answer = JSON.parse(answers[at]) as { readonly files?: object; readonly readers?: number };
    if (answer.files === undefined || sorted(answer.files) !== sorted(files))
      throw new Error(`read in two ways.\nhere: ${sorted(files)}\nothers: ${answers[at]}\n${told(archive)}`);
    readers = answer.readers ?? 0;
  }
  return readers;
}

/** Feeds `count` archives, the same for the same seed. Throws where one crashes the intake, leaves its box, or is read otherwise elsewhere. */
export async function feedArchives(count: number, seed: number): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-fuzz-"));
  const accepted = { "tar.gz": 0, zip: 0 };
  const codes = new Map<ArchiveFault["code"], number>();
  let [fed, readers] = [0, 0];
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
      readers = compareWithOthers(batch);
      for (const { archive } of batch) accepted[archive.form]++;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { fed, accepted, codes, readers };
}
