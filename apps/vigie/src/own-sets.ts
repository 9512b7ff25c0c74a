/** `vigie start --own-data`: hidden splits that the organizer brings, examined and copied when the event is opened. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pinSet, type Pinned } from "@vigie/judge";
import { inert, kindReport, splitName } from "@vigie/report";
import {
  HIDDEN_SPLITS,
  measureOf,
  onImported,
  ownSetOf,
  withOwnSet,
  worldOf,
  type ChallengeSpec,
  type HiddenSplit,
  type Language,
} from "@vigie/spec";
import { ENOUGH_RINGS } from "./commands/data-import.ts";
import { CommandFailure } from "./failure.ts";
import type { MessageKey, Say } from "./say.ts";

const UNUSABLE = 3;

/** One folder for one hidden split of a challenge. */
export interface OwnWish {
  readonly challenge: string;
  readonly split: HiddenSplit;
  readonly folder: string;
}

/**
 * Reads what was typed: `challenge/split=folder`, each split once.
 * @throws CommandFailure for anything else.
 */
export function ownWishes(typed: readonly string[], say: Say): OwnWish[] {
  const wishes = typed.map((text): OwnWish => {
    const [, challenge, name, folder] = /^([a-z][a-z0-9-]*)\/([a-z]+)=(.+)$/.exec(text) ?? [];
    const split = HIDDEN_SPLITS.find((one) => one === name);
    if (split === undefined) throw new CommandFailure(say("own.form", { found: text.slice(0, 200) }), 2);
    return { challenge, split, folder: resolve(folder) };
  });
  const places = wishes.map(({ challenge, split }) => `${challenge}/${split}`);
  const twice = places.find((place, i) => places.indexOf(place) !== i);
  if (twice !== undefined) throw new CommandFailure(say("own.twice", { place: twice }), 2);
  return wishes;
}

const UNFIT: Readonly<Record<Extract<Pinned, { kind: "unfit" }>["why"], MessageKey>> = {
  "no-set": "own.noSet",
  damaged: "own.damaged",
  columns: "own.columns",
  labels: "own.labels",
  size: "own.size",
  parts: "own.parts",
  "other-set": "own.other",
};

/** What it takes to examine folders. */
export interface OwnMeans {
  /** The event's folder; a running event's challenges, or null where it is to be opened now. */
  readonly dataDir: string;
  readonly running: readonly ChallengeSpec[] | null;
  readonly splitsDir: string;
  readonly secretFile: string;
  readonly childFile: string;
  readonly language: Language;
  readonly say: Say;
}

function told(
  pinned: Extract<Pinned, { kind: "pinned" }>,
  challenge: ChallengeSpec,
  split: HiddenSplit,
  means: OwnMeans,
): string[] {
  const { language, say } = means;
  const { own, size, cases } = pinned;
  const world = worldOf(challenge);
  const count = new Intl.NumberFormat(`${language}-CA`);
  const subjects = `${count.format(world.subjects(size))} ${world.subject.many[language]}`;
  const numbers = cases === null ? subjects : `${subjects}, ${say("own.rings", { rings: count.format(cases) })}`;
  const about = { challenge: challenge.id, split: splitName(language, split), title: inert(own.title[language]) };
  const parts = onImported(challenge).parts.map(({ measure }) => measureOf(challenge, measure).name[language]);
  return [
    say("own.pinned", { ...about, numbers, inputs: own.inputsDigest.slice(0, 12) }),
    ...(own.imported
      ? [
          kindReport(challenge)
            .rules(challenge, language)
            .imported(new Intl.ListFormat(`${language}-CA`).format(parts)),
        ]
      : []),
    ...(cases !== null && cases < ENOUGH_RINGS ? [say("import.fewRings", { rings: cases, enough: ENOUGH_RINGS })] : []),
  ];
}

async function pinOne(challenge: ChallengeSpec, { split, folder }: OwnWish, means: OwnMeans): Promise<ChallengeSpec> {
  const { dataDir, running, splitsDir, secretFile, childFile, say } = means;
  if (!existsSync(folder)) throw new CommandFailure(say("own.noSet", { folder, detail: folder }), UNUSABLE);
  if (running !== null && ownSetOf(challenge, split) === null)
    throw new CommandFailure(say("own.late", { folder: dataDir, challenge: challenge.id, split }), UNUSABLE);
  const pinned = await pinSet(childFile, { challenge, split, folder, splitsDir, secretFile });
  if (pinned.kind === "unfit") {
    const detail = inert(pinned.detail);
    throw new CommandFailure(say(UNFIT[pinned.why], { folder, detail }), UNUSABLE);
  }
  for (const line of told(pinned, challenge, split, means)) console.log(line);
  return withOwnSet(challenge, split, pinned.own, pinned.size);
}

/**
 * Puts the folders in the place of the hidden splits that they are for. Of an event that runs, they must be what it was
 * opened with; its copies are made again where they are gone.
 * @throws CommandFailure where a folder cannot be a hidden split, or no challenge of the event is named so.
 */
export async function withOwnSets(
  challenges: readonly ChallengeSpec[],
  wishes: readonly OwnWish[],
  means: OwnMeans,
): Promise<readonly ChallengeSpec[]> {
  const found = [...challenges];
  for (const wish of wishes) {
    const at = found.findIndex(({ id }) => id === wish.challenge);
    if (at < 0) {
      const known = challenges.map(({ id }) => id).join(", ");
      throw new CommandFailure(means.say("new.noChallenge", { challenge: wish.challenge, known }), 2);
    }
    found[at] = await pinOne(found[at], wish, means);
  }
  return found;
}
