/** What is published of a bank: its composition, its realism report, a sample, and how hard it is. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { measureRealism } from "@vigie/audit/bank";
import { realismReportHtml } from "@vigie/report/bank";
import { LANGUAGES, type ChallengeSpec } from "@vigie/spec";
import { loadDataset, loadJson } from "@vigie/spec/node";
import type { PublishOptions, WorldPublication } from "../world-publication.ts";
import { baselineTable, measureBaselines } from "./baselines.ts";
import { bankBlocks } from "./card-blocks.ts";
import { compositionOf } from "./composition.ts";
import { PracticeChoice, practiceBlock, tryCandidates, withPracticeText } from "./practice-choice.ts";
import { sampleFiles } from "./sample.ts";

const BASELINES = "published/baselines.json";
const PRACTICE = "published/practice.json";
const DATASET = "dataset.json";
const SMALL_BASELINES = "published/baselines-small.json";

/** Figures of the full table: measured anew, or those that are kept where it must be quick. */
function fullBaselines({ folder, quick, onStep }: PublishOptions): string {
  const file = join(folder, BASELINES);
  if (quick && existsSync(file)) return readFileSync(file, "utf8");
  onStep("baselines, full");
  return measureBaselines("full");
}

const jsonOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What the candidates gave: tried anew, or what is kept where it must be quick; null where the data set names no text. */
async function practiceChoice(
  challenge: ChallengeSpec,
  { folder, quick, onStep }: PublishOptions,
): Promise<PracticeChoice | null> {
  const { practice } = loadDataset(folder);
  if (practice === undefined) return null;
  const file = join(folder, PRACTICE);
  const choice = quick && existsSync(file) ? loadJson(PracticeChoice, file) : await tryCandidates(challenge, onStep);
  if (choice.chosen === practice) return choice;
  throw new Error(
    `dataset.json: practice hangs on ${practice}; the rule gives ${choice.chosen}. Choose it: npm run datasets -- --choose-practice`,
  );
}

export const BANK_PUBLICATION: WorldPublication = {
  ofSet(set, split) {
    const realism = measureRealism(set);
    const pages = LANGUAGES.map((language) => ({
      path: `published/realism.${split}.${language}.html`,
      text: realismReportHtml(realism, language),
    }));
    const composition = split === "practice" ? compositionOf(set) : null;
    return {
      blocks: (language) => (composition === null ? {} : bankBlocks(composition, realism, language)),
      files: split === "practice" ? [...pages, ...sampleFiles(set)] : pages,
    };
  },

  async ofDataset(challenge, options) {
    options.onStep("baselines, small");
    const small = measureBaselines("small");
    const full = fullBaselines(options);
    const choice = await practiceChoice(challenge, options);
    return {
      blocks: (language) => ({ difficulty: baselineTable(full, language), practice: practiceBlock(choice, language) }),
      files: [
        { path: BASELINES, text: full },
        { path: SMALL_BASELINES, text: small },
        ...(choice === null ? [] : [{ path: PRACTICE, text: jsonOf(choice) }]),
      ],
    };
  },

  async choosePractice(challenge, { folder, onStep }) {
    const choice = await tryCandidates(challenge, onStep);
    const dataset = readFileSync(join(folder, DATASET), "utf8");
    return [
      { path: PRACTICE, text: jsonOf(choice) },
      { path: DATASET, text: withPracticeText(dataset, choice.chosen) },
    ];
  },
};
