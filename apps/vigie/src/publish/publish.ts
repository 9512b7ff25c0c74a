/** Everything that is kept in the repository and made from the data of one challenge, as texts by their paths. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { auditAcross, auditLeaks, openAuditSet, type NamedSet } from "@vigie/audit";
import { frenchSpaces, splitName } from "@vigie/report";
import { LANGUAGES, worldOf, type ChallengeSpec, type Language, type Split } from "@vigie/spec";
import { loadDataset, loadJson } from "@vigie/spec/node";
import type { Artefact } from "./artefact.ts";
import { auditPage, type AuditedSet } from "./audit-page.ts";
import { filledCard } from "./card.ts";
import { cardBlocks } from "./card-blocks.ts";
import { ChecksumList, checksumRow, commandOf, type ChecksumRow } from "./checksum-list.ts";
import { largeSets, smallSets, withSet, type PublishedSet } from "./published-sets.ts";
import { WORLD_PUBLICATIONS } from "./worlds/index.ts";
import type { Publication, PublishOptions, WorldPublication } from "./worlds/world-publication.ts";

const CHECKSUMS = "checksums.json";

/** What is made of one published set. */
interface OfSet extends AuditedSet {
  readonly checksums: ChecksumRow;
  /** What its world adds. */
  readonly own: Publication;
}

const NOTHING: Publication = { blocks: () => ({}), files: [] };
const ANY_WORLD: WorldPublication = { ofSet: () => NOTHING, ofDataset: () => NOTHING };

function publicationOf({ world }: ChallengeSpec): WorldPublication {
  return Object.hasOwn(WORLD_PUBLICATIONS, world) ? WORLD_PUBLICATIONS[world] : ANY_WORLD;
}

function named(split: Split, folder: string): NamedSet {
  return { name: { en: splitName("en", split), fr: splitName("fr", split) }, set: openAuditSet(folder) };
}

/** @param practice the practice set's folder; null where it is this one. */
function ofSet(challenge: ChallengeSpec, set: PublishedSet, folder: string, practice: string | null): OfSet {
  const { split, size } = set;
  const { subjects, subject } = worldOf(challenge);
  const audited = openAuditSet(folder);
  return {
    split,
    subjects: subjects(size),
    many: subject.many,
    words: audited.words,
    checksums: checksumRow(challenge.id, set, folder),
    own: publicationOf(challenge).ofSet(folder, split),
    audit: auditLeaks(audited),
    across: practice === null ? null : auditAcross(named("practice", practice), named(split, folder)),
  };
}

async function smallOnes(challenge: ChallengeSpec, onStep: PublishOptions["onStep"]): Promise<OfSet[]> {
  const [first, ...others] = smallSets(challenge);
  const say = ({ split, size }: PublishedSet): void => {
    const { subjects, subject } = worldOf(challenge);
    onStep(`${split}, ${subjects(size)} ${subject.many.en}`);
  };
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

async function largeRows(challenge: ChallengeSpec, { folder, quick, onStep }: PublishOptions): Promise<ChecksumRow[]> {
  const sets = largeSets(challenge);
  const file = join(folder, CHECKSUMS);
  if (quick && existsSync(file)) {
    const wanted = sets.map((set) => commandOf(challenge.id, set));
    return loadJson(ChecksumList, file).sets.filter(({ command }) => wanted.includes(command));
  }
  const rows: ChecksumRow[] = [];
  for (const set of sets) {
    onStep(`checksums of ${set.split}, as large as in the challenge`);
    rows.push(await withSet(challenge, set, (made) => checksumRow(challenge.id, set, made)));
  }
  return rows;
}

function pages(set: OfSet): Artefact[] {
  const audits = LANGUAGES.map((lang) => ({ path: `published/audit.${set.split}.${lang}.md`, text: auditPage(set, lang) }));
  return [...set.own.files, ...audits];
}

/** What changes where the text that practice hangs on is chosen; nothing where the world has no such choice. */
export async function practiceArtefacts(challenge: ChallengeSpec, options: PublishOptions): Promise<readonly Artefact[]> {
  return (await publicationOf(challenge).choosePractice?.(challenge, options)) ?? [];
}

/** Makes them all. @throws Error where a card's markers and the blocks differ, or scikit-learn is missing. */
export async function makeArtefacts(challenge: ChallengeSpec, options: PublishOptions): Promise<Artefact[]> {
  const { folder, onStep } = options;
  const made = await smallOnes(challenge, onStep);
  const [practice] = made;
  const large = await largeRows(challenge, options);
  const ofDataset = await publicationOf(challenge).ofDataset(challenge, options);
  const dataset = loadDataset(folder);
  const sets = [...made.map(({ checksums }) => checksums), ...large];
  const list: ChecksumList = { dataset: dataset.id, version: dataset.version, sets };
  const card = (lang: Language): Artefact => {
    const path = `card.${lang}.md`;
    const blocks = { ...cardBlocks(dataset, made, lang), ...practice.own.blocks(lang), ...ofDataset.blocks(lang) };
    const spaced = Object.entries(blocks).map(([name, text]) => [name, lang === "fr" ? frenchSpaces(text) : text] as const);
    return { path, text: filledCard(readFileSync(join(folder, path), "utf8"), Object.fromEntries(spaced)) };
  };
  return [
    { path: CHECKSUMS, text: `${JSON.stringify(list, null, 2)}\n` },
    ...LANGUAGES.map(card),
    ...made.flatMap(pages),
    ...ofDataset.files,
  ];
}
