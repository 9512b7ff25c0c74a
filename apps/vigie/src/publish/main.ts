/**
 * `npm run datasets`: makes anew what the repository keeps of each dataset (checksums, cards' numbers, realism reports,
 * baselines, the sample). `-- --quick` leaves what takes minutes as it stands; `-- --check` writes nothing, says which
 * files differ from what the data give, and fails. `-- --choose-practice` tries the texts that practice may hang on, and writes
 * the choice into `dataset.json`: once for each version of a data set, before all else is made.
 */
import { join } from "node:path";
import process from "node:process";
import { challengeNamed } from "../named-challenge.ts";
import { challengeFolders, findInstallation } from "../places.ts";
import { speaker } from "../say.ts";
import { makeArtefacts, practiceArtefacts } from "./publish.ts";
import { differences, write } from "./reconcile.ts";

const FLAGS = ["--check", "--choose-practice", "--quick"];

async function main(words: readonly string[]): Promise<number> {
  const unknown = words.filter((word) => !FLAGS.includes(word));
  if (unknown.length > 0) {
    console.error(`datasets: expected flags out of ${FLAGS.join(" ")}; found ${unknown.join(" ")}`);
    return 2;
  }
  let differing = 0;
  for (const name of challengeFolders().keys()) {
    const challenge = challengeNamed(name, speaker("en"));
    const folder = join(findInstallation().datasetsDir, challenge.dataset.id);
    const onStep = (what: string): void => console.error(`${challenge.dataset.id}: ${what}`);
    const choosing = words.includes("--choose-practice");
    const make = choosing ? practiceArtefacts : makeArtefacts;
    const artefacts = await make(challenge, { folder, quick: words.includes("--quick"), onStep });
    const lines = words.includes("--check") ? differences(folder, artefacts) : write(folder, artefacts, !choosing);
    for (const line of lines) console.log(`datasets/${challenge.dataset.id}/${line}`);
    if (words.includes("--check")) differing += lines.length;
    else console.error(`${challenge.dataset.id}: ${lines.length} of ${artefacts.length} files changed`);
  }
  if (differing > 0) console.error("These files are not what the data give. Make them anew: npm run datasets");
  return differing > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
