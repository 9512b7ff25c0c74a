/** `vigie judge selftest`: every example submission of every challenge must get the verdict that its folder is named for. */
import { judgeSubmission, openSplit, splitSeed } from "@vigie/judge";
import { formatScore, verdictName } from "@vigie/report";
import { openSandbox, type Sandbox } from "@vigie/runner";
import type { Judgement, Language } from "@vigie/spec";
import { examplesIn, type Detector } from "../detectors.ts";
import { CommandFailure } from "../failure.ts";
import { challengeNamed, folderNamed } from "../named-challenge.ts";
import { challengeFolders, findInstallation } from "../places.ts";
import { practiceFolder } from "../practice-folder.ts";
import type { Say } from "../say.ts";
import { stageProject } from "../stage-project.ts";
import { wishedSandbox } from "../wished-sandbox.ts";

/** Judges a challenge's examples on practice, one after another. */
async function judgeExamples(
  id: string,
  sandbox: Sandbox,
  say: Say,
  tell: (id: string, example: Detector, found: Judgement) => void,
) {
  const installation = findInstallation();
  const challenge = challengeNamed(id, say);
  const seed = splitSeed(installation, challenge, "practice", null);
  const folder = await practiceFolder(challenge, seed, say);
  const open = await openSplit({ challenge, split: "practice", seed, folder });
  try {
    for (const example of examplesIn(folderNamed(id, say))) {
      const staged = stageProject(example.folder);
      const judging = judgeSubmission({ installation, sandbox, open, submission: staged.folder });
      tell(id, example, await judging.finally(() => staged.remove()));
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
  const tell = (challenge: string, { name, expected }: Detector, { verdict, score }: Judgement): void => {
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
