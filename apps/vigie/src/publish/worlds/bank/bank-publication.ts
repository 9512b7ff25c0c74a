/** What is published of a bank: its composition, its realism report, a sample, and how hard it is. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { measureRealism } from "@vigie/audit/bank";
import { realismReportHtml } from "@vigie/report/bank";
import { LANGUAGES } from "@vigie/spec";
import type { PublishOptions, WorldPublication } from "../world-publication.ts";
import { baselineTable, measureBaselines } from "./baselines.ts";
import { bankBlocks } from "./card-blocks.ts";
import { compositionOf } from "./composition.ts";
import { sampleFiles } from "./sample.ts";

const BASELINES = "published/baselines.json";
const SMALL_BASELINES = "published/baselines-small.json";

/** Figures of the full table: measured anew, or those that are kept where it must be quick. */
function fullBaselines({ folder, quick, onStep }: PublishOptions): string {
  const file = join(folder, BASELINES);
  if (quick && existsSync(file)) return readFileSync(file, "utf8");
  onStep("baselines, full");
  return measureBaselines("full");
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

  ofDataset(options) {
    options.onStep("baselines, small");
    const small = measureBaselines("small");
    const full = fullBaselines(options);
    return {
      blocks: (language) => ({ difficulty: baselineTable(full, language) }),
      files: [
        { path: BASELINES, text: full },
        { path: SMALL_BASELINES, text: small },
      ],
    };
  },
};
