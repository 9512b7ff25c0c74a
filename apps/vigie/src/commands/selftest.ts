/** `vigie judge selftest`: every example submission of every challenge must get the verdict that its folder is named for. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { judgeSubmission, openSplit, splitSeed } from "@vigie/judge";
import { formatScore, verdictName } from "@vigie/report";
import { openSandbox, type Sandbox } from "@vigie/runner";
import { VERDICTS, type Judgement, type Language, type Verdict } from "@vigie/spec";
import { CommandFailure } from "../failure.ts";
import { challengeNamed, folderNamed } from "../named-challenge.ts";
import { challengeFolders, findInstallation } from "../places.ts";
import { practiceFolder } from "../practice-folder.ts";
import type { Say } from "../say.ts";
import { stageProject } from "../stage-project.ts";
import { wishedSandbox } from "../wished-sandbox.ts";

interface Example {
  readonly challenge: string;
  readonly name: string;
  readonly expected: Verdict;
  readonly folder: string;
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** Folders are named like verdicts, with a hyphen: `time-limit/never-ends`. */
function examplesOf(challenge: string, folder: string): Example[] {
  const submissions = join(folder, "submissions");
  return VERDICTS.flatMap((expected) => {
    const shelf = expected.replaceAll("_", "-");
    if (!foldersIn(submissions).includes(shelf)) return [];
    return foldersIn(join(submissions, shelf)).map((name) => ({
      challenge,
      name: `${shelf}/${name}`,
      expected,
      folder: join(submissions, shelf, name),
    }));
  });
}

/** Judges a challenge's examples on practice, one after another. */
async function judgeExamples(id: string, sandbox: Sandbox, say: Say, tell: (example: Example, found: Judgement) => void) {
  const installation = findInstallation();
  const challenge = challengeNamed(id, say);
  const seed = splitSeed(challenge, "practice", null);
  const folder = await practiceFolder(challenge, seed, say);
  const open = await openSplit({ challenge, split: "practice", seed, folder });
  try {
    for (const example of examplesOf(id, folderNamed(id, say))) {
      const staged = stageProject(example.folder);
      const judging = judgeSubmission({ installation, sandbox, open, submission: staged.folder });
      tell(example, await judging.finally(() => staged.remove()));
    }
  } finally {
    open.close();
  }
}

/** @returns 0 where every verdict is the folder's, 1 where one differs. */
export async function selftest(
  wished: string | undefined,
  language: Language,
  say: Say,
  print: (line: string) => void,
): Promise<number> {
  if (wished !== undefined) folderNamed(wished, say);
  const opened = await openSandbox(wishedSandbox(say));
  if (opened.kind === "missing") throw new CommandFailure(say("verify.noSandbox"), 1);
  let judged = 0;
  let differing = 0;
  const tell = ({ challenge, name, expected }: Example, { verdict, score }: Judgement): void => {
    judged++;
    if (verdict !== expected) differing++;
    const mark = say(verdict === expected ? "verify.same" : "verify.differs");
    const points = score === null ? "" : `, ${formatScore(language, score.points)}`;
    print(`${mark}  ${challenge} ${name}: ${verdictName(language, verdict)}${points}`);
  };
  try {
    for (const id of wished === undefined ? challengeFolders().keys() : [wished])
      await judgeExamples(id, opened.sandbox, say, tell);
  } finally {
    await opened.sandbox.close();
  }
  print(say("selftest.sum", { judged, differing }));
  return differing === 0 ? 0 : 1;
}
