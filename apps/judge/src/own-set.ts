/**
 * Test sets that an organizer brings for an event's hidden splits, in place of generated ones.
 *
 * Theory. A generated split hangs on its seed, and can be made again; one that was brought is nothing but its bytes. So the
 * event takes a copy when it is opened, of the files that the checksums name and of no others, and writes down the digest
 * of its inputs and a commitment to its labels. Whoever judges on it asks both of the files as they lie: an edit of the copy
 * is refused, and one of the folder that it came from changes nothing.
 *
 * Invariants. All of it happens in the judge's child, for labels are read. What goes out says nothing of them but whether
 * they were imported, how many cases they hold, and the commitment. A copy is there whole or not at all.
 */
import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { openScoring } from "@vigie/scoring";
import {
  onImported,
  OwnSet,
  ownSetOf,
  SpecError,
  withOwnSet,
  worldOf,
  type ChallengeSpec,
  type Column,
  type HiddenSplit,
  type Table,
  type WorldSize,
} from "@vigie/spec";
import { checked, checkedChallenge } from "@vigie/spec/node";
import {
  CHECKSUMS_FILE,
  commitLabels,
  isComplete,
  isImported,
  openTruth,
  readDigest,
  readTable,
  readTestsetName,
  tableRows,
  testsetDigest,
  verifyTestset,
  worldOfSet,
} from "@vigie/testset";

/** Why a folder cannot be a hidden split: no whole set, other files than its checksums say, and so on. */
export const UNFIT_REASONS = ["no-set", "damaged", "columns", "labels", "size", "parts", "other-set"] as const;
export type UnfitReason = (typeof UNFIT_REASONS)[number];

export type Pinned =
  | {
      readonly kind: "pinned";
      readonly own: OwnSet;
      readonly size: WorldSize;
      /** How many things its labels speak of that belong to no one subject: a bank's rings; null where a world has none. */
      readonly cases: number | null;
    }
  /** `detail` is for a person: a file, or a sentence in English. */
  | { readonly kind: "unfit"; readonly why: UnfitReason; readonly detail: string };

export interface PinWish {
  /** The folder that the organizer named. */
  readonly folder: string;
  readonly challenge: ChallengeSpec;
  readonly split: HiddenSplit;
  /** Where the event's splits lie. */
  readonly splitsDir: string;
  readonly secret: Uint8Array;
}

const DATA_PACKAGE = "inputs/datapackage.json";

class Unfit extends Error {
  readonly why: UnfitReason;
  constructor(why: UnfitReason, detail: string) {
    super(detail);
    this.why = why;
  }
}

/** Reads with a reason for which it may fail. */
function fit<T>(why: UnfitReason, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof SpecError || cause instanceof RangeError) throw new Unfit(why, cause.message);
    throw cause;
  }
}

function typeOf({ type }: Column): "text" | "int64" | "int32" {
  if (type === "text") return "text";
  return type === "int64" || type === "timestamp" ? "int64" : "int32";
}

/** The tables of the challenge's world that the set has: all that every set has, and of the others those that lie there. */
function tablesIn(folder: string, challenge: ChallengeSpec): Table[] {
  const world = fit("columns", () => worldOfSet(folder));
  if (world !== challenge.world)
    throw new Unfit("columns", `${DATA_PACKAGE}: expected the world ${challenge.world}; found ${world}`);
  const rows = fit("columns", () => tableRows(folder));
  return worldOf(challenge).tables.filter(({ name, optional }) => optional !== true || Object.hasOwn(rows, name));
}

/** Every column of the contract, one at a time: a set may be large. */
function refuseOtherColumns(folder: string, challenge: ChallengeSpec): void {
  for (const { name, half, columns } of tablesIn(folder, challenge)) {
    for (const column of columns) {
      const found = fit("columns", () => readTable(join(folder, half), name, [column.name])).columns[column.name].kind;
      if (found !== typeOf(column))
        throw new Unfit("columns", `${half}/${name}.arrow, ${column.name}: expected ${typeOf(column)}; found ${found}`);
    }
  }
}

async function refuseDamage(folder: string): Promise<void> {
  if (!existsSync(join(folder, CHECKSUMS_FILE))) throw new Unfit("no-set", folder);
  fit("damaged", () => readDigest(folder));
  const [first] = await verifyTestset(folder);
  if (first !== undefined) throw new Unfit("damaged", first.file);
  const said = readDigest(folder);
  const { inputsDigest, labelsDigest } = testsetDigest(said.files);
  if (inputsDigest !== said.inputsDigest || labelsDigest !== said.labelsDigest) throw new Unfit("damaged", CHECKSUMS_FILE);
}

/** Labels that the challenge cannot be scored by, or that plant what is no row of their subject. */
function refuseUnusable(folder: string, challenge: ChallengeSpec): void {
  const asked = fit("labels", () => isImported(folder)) ? onImported(challenge) : challenge;
  if (asked.parts.length === 0) throw new Unfit("parts", challenge.id);
  const truth = fit("labels", () => openTruth(folder));
  const scoring = fit("labels", () => openScoring(asked, truth));
  for (let subject = 0; subject < truth.subjects; subject++)
    for (const { id } of scoring.planted(subject))
      if (!truth.owns(subject, id))
        throw new Unfit("labels", `labels: expected planted rows of ${truth.subject} ${subject} among its own; found ${id}`);
}

/** Rows of the labels' tables that belong to no subject: in a bank's, its rings. */
function casesIn(rows: Readonly<Record<string, number>>, { world }: ChallengeSpec): number | null {
  const common = worldOf({ world }).tables.filter((table) => table.half === "labels" && table.common === true);
  return common.length === 0 ? null : common.reduce((sum, { name }) => sum + (rows[name] ?? 0), 0);
}

async function pin({ folder, challenge, split, splitsDir, secret }: PinWish): Promise<Pinned> {
  await refuseDamage(folder);
  refuseOtherColumns(folder, challenge);
  refuseUnusable(folder, challenge);
  const { inputsDigest } = readDigest(folder);
  const { id, version, title } = fit("columns", () => readTestsetName(folder));
  const rows = tableRows(folder);
  const size = worldOf(challenge).sizeOf(rows);
  const brought = { id, version, title, imported: isImported(folder), inputsDigest };
  const own = fit("size", () => checked(OwnSet, { ...brought, labelsCommitment: "0".repeat(64) }, DATA_PACKAGE));
  fit("size", () => checkedChallenge(withOwnSet(challenge, split, own, size), folder));
  const pinned = { ...own, labelsCommitment: await commitLabels(folder, secret) };
  const expected = ownSetOf(challenge, split);
  if (expected !== null && !isSame(pinned, expected)) throw new Unfit("other-set", inputsDigest);
  keepCopy(folder, copyOf(splitsDir, pinned));
  return { kind: "pinned", own: pinned, size, cases: casesIn(rows, challenge) };
}

function isSame(a: OwnSet, b: OwnSet): boolean {
  return a.inputsDigest === b.inputsDigest && a.labelsCommitment === b.labelsCommitment;
}

/**
 * Examines the folder and takes the event's copy of it. Where the challenge names a set for the split already, no other is
 * taken.
 */
export async function pinOwnSet(wish: PinWish): Promise<Pinned> {
  try {
    return await pin(wish);
  } catch (cause) {
    if (cause instanceof Unfit) return { kind: "unfit", why: cause.why, detail: cause.message };
    throw cause;
  }
}

/** Where the event's copy lies. */
function copyOf(splitsDir: string, { inputsDigest, labelsCommitment }: OwnSet): string {
  return join(splitsDir, `own_${inputsDigest.slice(0, 16)}_${labelsCommitment.slice(0, 16)}`);
}

function filesOf(folder: string): string[] {
  return [...Object.keys(readDigest(folder).files), CHECKSUMS_FILE];
}

function keepCopy(from: string, to: string): void {
  if (isComplete(to)) return;
  const partial = `${to}.partial`;
  rmSync(partial, { recursive: true, force: true });
  rmSync(to, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  for (const file of filesOf(from)) cpSync(join(from, file), join(partial, file), { dereference: true });
  renameSync(partial, to);
}

function linkOrCopy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // a file system without links
  }
}

/** Lays the event's copy out as the folder of a split. @throws Error with a sentence where there is none. */
export function layOutOwnSet(own: OwnSet, folder: string): void {
  const copy = copyOf(dirname(folder), own);
  if (!isComplete(copy))
    throw new Error(`${copy}: expected the event's copy of ${own.id}, which is not there whole. Restore it from a backup.`);
  const files = filesOf(copy);
  // The checksums come last: with them the folder is whole.
  for (const file of files) linkOrCopy(join(copy, file), join(folder, file));
}

/**
 * Reads the files of a split that was brought, every time that it is opened.
 * @throws Error with a sentence where they are not those that the event was opened with.
 */
export async function checkOwnSet(own: OwnSet, folder: string, secret: Uint8Array): Promise<void> {
  const [first] = await verifyTestset(folder);
  const { inputsDigest } = testsetDigest(readDigest(folder).files);
  const labelsCommitment = await commitLabels(folder, secret);
  if (first === undefined && isSame({ ...own, inputsDigest, labelsCommitment }, own)) return;
  throw new Error(
    `${join(folder, first?.file ?? CHECKSUMS_FILE)}: expected ${own.id} as the event was opened with it, inputs ${own.inputsDigest}; it was changed. Restore it from a backup.`,
  );
}
