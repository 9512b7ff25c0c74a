/** Everything that is kept in the repository and made from the data of one challenge, as texts by their paths. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { auditAcross, auditLeaks, measureRealism, openAuditSet, type LeakAudit, type NamedSet } from "@vigie/audit";
import { realismReportHtml, splitName, type RealismReport } from "@vigie/report";
import { LANGUAGES, type ChallengeSpec, type Split } from "@vigie/spec";
import { loadDataset, loadJson } from "@vigie/spec/node";
import type { Artefact } from "./artefact.ts";
import { auditPage } from "./audit-page.ts";
import { baselineTable, measureBaselines } from "./baselines.ts";
import { filledCard } from "./card.ts";
import { cardBlocks } from "./card-blocks.ts";
import { ChecksumList, checksumRow, type ChecksumRow } from "./checksum-list.ts";
import { compositionOf, type Composition } from "./composition.ts";
import { largeSets, smallSets, withSet, type PublishedSet } from "./published-sets.ts";
import { sampleFiles } from "./sample.ts";

const CHECKSUMS = "checksums.json";
const BASELINES = "published/baselines.json";
const SMALL_BASELINES = "published/baselines-small.json";

export interface PublishOptions {
  /** The dataset's folder in the repository. */
  readonly folder: string;
  /** Leaves what takes minutes as it stands: the full baselines and the checksums of large sets. */
  readonly quick: boolean;
  readonly onStep: (what: string) => void;
}

/** What is made of one published set. */
interface OfSet {
  readonly checksums: ChecksumRow;
  readonly realism: RealismReport;
  readonly audit: LeakAudit;
  /** Against the practice set, of the others. */
  readonly across: LeakAudit | null;
  readonly composition: Composition;
  readonly sample: readonly Artefact[];
}

function named(split: Split, folder: string): NamedSet {
  return { name: { en: splitName("en", split), fr: splitName("fr", split) }, set: openAuditSet(folder) };
}

/** @param practice the practice set's folder; null where it is this one. */
function ofSet({ id }: ChallengeSpec, set: PublishedSet, folder: string, practice: string | null): OfSet {
  return {
    checksums: checksumRow(id, set, folder),
    realism: measureRealism(folder),
    audit: auditLeaks(openAuditSet(folder)),
    across: practice === null ? null : auditAcross(named("practice", practice), named(set.split, folder)),
    composition: compositionOf(folder),
    sample: practice === null ? sampleFiles(folder) : [],
  };
}

async function smallOnes(challenge: ChallengeSpec, onStep: PublishOptions["onStep"]): Promise<OfSet[]> {
  const [first, ...others] = smallSets(challenge);
  const say = ({ split, accounts }: PublishedSet): void => onStep(`${split}, ${accounts} accounts`);
  say(first);
  return await withSet(challenge, first, async (practice) => {
    const made = [ofSet(challenge, first, practice, null)];
    for (const set of others) {
      say(set);
      made.push(await withSet(challenge, set, (folder) => ofSet(challenge, set, folder, practice)));
    }
    return made;
  });
}

function kept(folder: string, path: string): string | null {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

async function largeRows(challenge: ChallengeSpec, { folder, quick, onStep }: PublishOptions): Promise<ChecksumRow[]> {
  const sets = largeSets(challenge);
  const file = join(folder, CHECKSUMS);
  if (quick && existsSync(file)) {
    const known = loadJson(ChecksumList, file).sets;
    return sets.flatMap((set) => known.filter((row) => row.split === set.split && row.accounts === set.accounts));
  }
  const rows: ChecksumRow[] = [];
  for (const set of sets) {
    onStep(`checksums of ${set.split}, ${set.accounts} accounts`);
    rows.push(await withSet(challenge, set, (made) => checksumRow(challenge.id, set, made)));
  }
  return rows;
}

function pages({ checksums, realism, audit, across }: OfSet): Artefact[] {
  const { split, accounts } = checksums;
  return LANGUAGES.flatMap((lang) => [
    { path: `published/realism.${split}.${lang}.html`, text: realismReportHtml(realism, lang) },
    { path: `published/audit.${split}.${lang}.md`, text: auditPage({ audit, across, split, accounts }, lang) },
  ]);
}

function baselines({ folder, quick, onStep }: PublishOptions): { readonly full: string; readonly small: string } {
  onStep("baselines, small");
  const smallOnes = measureBaselines("small");
  const before = quick ? kept(folder, BASELINES) : null;
  if (before === null) onStep("baselines, full");
  return { small: smallOnes, full: before ?? measureBaselines("full") };
}

/** Makes them all. @throws Error where a card's markers and the blocks differ, or scikit-learn is missing. */
export async function makeArtefacts(challenge: ChallengeSpec, options: PublishOptions): Promise<Artefact[]> {
  const { folder, onStep } = options;
  const made = await smallOnes(challenge, onStep);
  const [practice] = made;
  const large = await largeRows(challenge, options);
  const measured = baselines(options);
  const dataset = loadDataset(folder);
  const list: ChecksumList = {
    dataset: dataset.id,
    version: dataset.version,
    sets: [...made.map((set) => set.checksums), ...large],
  };
  const facts = {
    dataset,
    composition: practice.composition,
    realism: practice.realism,
    audits: made.map(({ checksums, audit }) => ({ split: checksums.split, audit })),
    difficulty: { en: baselineTable(measured.full, "en"), fr: baselineTable(measured.full, "fr") },
  };
  const cards = LANGUAGES.map((lang) => {
    const path = `card.${lang}.md`;
    return { path, text: filledCard(readFileSync(join(folder, path), "utf8"), cardBlocks(facts, lang)) };
  });
  return [
    { path: CHECKSUMS, text: `${JSON.stringify(list, null, 2)}\n` },
    ...cards,
    ...made.flatMap(pages),
    { path: BASELINES, text: measured.full },
    { path: SMALL_BASELINES, text: measured.small },
    ...made.flatMap(({ sample }) => sample),
  ];
}
