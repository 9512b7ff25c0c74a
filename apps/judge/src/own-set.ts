/**
 * Test sets that an organizer brings for an event's hidden splits, in place of generated ones.
 *
 * Theory. A generated split hangs on its seed, and can be made again; one that was brought is nothing but its bytes. So the
 * event takes a copy when it is opened, of the files that the checksums name and of no others, and writes down the digest
 * of its inputs and a commitment to its labels. Whoever judges on it asks both of the files as they lie: an edit of the copy
 * is refused, and one of the folder that it came from changes nothing.
 *
 * Invariants. All of it happens in the judge's child, for labels are read. What goes out says nothing of them but whether
 * they were imported, how many rings there are, and the commitment. A copy is there whole or not at all.
 */
import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  ChallengeSpec,
  INPUT_TABLES,
  LABEL_TABLES,
  OwnSet,
  ownSetOf,
  partsOfImported,
  SpecError,
  type Column,
  type HiddenSplit,
} from "@vigie/spec";
import { checked } from "@vigie/spec/node";
import {
  CHECKSUMS_FILE,
  commitLabels,
  isComplete,
  isImported,
  loadEvidenceIndex,
  loadLabels,
  readDigest,
  readTable,
  readTestsetName,
  tableRows,
  testsetDigest,
  verifyTestset,
} from "@vigie/testset";

/** Why a folder cannot be a hidden split: no whole set, other files than its checksums say, and so on. */
export const UNFIT_REASONS = ["no-set", "damaged", "columns", "labels", "size", "parts", "other-set"] as const;
export type UnfitReason = (typeof UNFIT_REASONS)[number];

export type Pinned =
  | { readonly kind: "pinned"; readonly own: OwnSet; readonly accounts: number; readonly rings: number }
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

function kindOf({ type }: Column): "text" | "int64" | "int32" {
  if (type === "text") return "text";
  return type === "int64" || type === "timestamp" ? "int64" : "int32";
}

/** Every column of the contract, one at a time: a set may be large. */
function refuseOtherColumns(folder: string): void {
  const halves = [
    { half: "inputs", tables: INPUT_TABLES },
    { half: "labels", tables: LABEL_TABLES },
  ];
  for (const { half, tables } of halves) {
    for (const { name, columns } of tables) {
      for (const column of columns) {
        const found = fit("columns", () => readTable(join(folder, half), name, [column.name])).columns[column.name].kind;
        if (found !== kindOf(column))
          throw new Unfit("columns", `${half}/${name}.arrow, ${column.name}: expected ${kindOf(column)}; found ${found}`);
      }
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

function refuseUnusable(folder: string, challenge: ChallengeSpec): void {
  const { positives } = fit("labels", () => loadLabels(folder));
  const evidence = fit("labels", () => loadEvidenceIndex(join(folder, "inputs")));
  if (positives.length === 0) throw new Unfit("labels", "labels/positives.arrow");
  for (const { account, planted } of positives)
    for (const rows of planted.values())
      for (const row of rows)
        if (!evidence.has(account, row)) throw new Unfit("labels", `labels/findings.arrow: account ${account}, ${row}`);
  if (isImported(folder) && partsOfImported(challenge).length === 0) throw new Unfit("parts", challenge.id);
}

async function pin({ folder, challenge, split, splitsDir, secret }: PinWish): Promise<Pinned> {
  await refuseDamage(folder);
  refuseOtherColumns(folder);
  refuseUnusable(folder, challenge);
  const { inputsDigest } = readDigest(folder);
  const { id, version, title } = fit("columns", () => readTestsetName(folder));
  const accounts = tableRows(folder)["accounts"];
  const brought = { id, version, title, imported: isImported(folder), inputsDigest };
  const own = fit("size", () => checked(OwnSet, { ...brought, labelsCommitment: "0".repeat(64) }, "datapackage.json"));
  const splits = { ...challenge.splits, [split]: { accounts, own } };
  fit("size", () => checked(ChallengeSpec, { ...challenge, splits }, folder));
  const pinned = { ...own, labelsCommitment: await commitLabels(folder, secret) };
  const expected = ownSetOf(challenge, split);
  if (expected !== null && !isSame(pinned, expected)) throw new Unfit("other-set", inputsDigest);
  keepCopy(folder, copyOf(splitsDir, pinned));
  return { kind: "pinned", own: pinned, accounts, rings: tableRows(folder)["rings"] };
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
