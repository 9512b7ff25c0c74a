/** The result of `vigie try` as a person reads it. */
import Table from "cli-table3";
import pc from "picocolors";
import { faultSentence, formatScore, groupName, inert, partName, reasonSentence, verdictName } from "@vigie/report";
import { PART_IDS, type ChallengeSpec, type Judgement, type Language, type PracticeReport } from "@vigie/spec";
import type { Say } from "./say.ts";

function partsTable(practice: PracticeReport, challenge: ChallengeSpec, language: Language, say: Say): string {
  const { score } = practice;
  if (score === null) return "";
  const table = new Table({
    head: [say("try.part"), say("try.value"), say("try.weight")],
    colAligns: ["left", "right", "right"],
    style: { head: [], border: [] },
  });
  for (const part of PART_IDS) {
    table.push([partName(language, part), score.parts[part].toFixed(3), challenge.weights[part].toFixed(2)]);
  }
  table.push([partName(language, "harm"), `−${score.harm.toFixed(3)}`, ""]);
  table.push([pc.bold(partName(language, "score")), pc.bold(formatScore(language, Math.max(0, score.points))), ""]);
  return table.toString();
}

function findings(practice: PracticeReport, language: Language, say: Say): string[] {
  const { score, details } = practice;
  if (score === null || details === null) return [];
  const shown = (value: number): string => formatScore(language, Math.max(0, value));
  const worst = details.groups.find(({ group }) => group === details.worstGroup);
  return [
    say("try.interval", { low: shown(score.low), high: shown(score.high) }),
    say("try.hits", { budget: details.budget, hits: Math.round(details.hits) }),
    ...(worst === undefined || worst.flagged === 0
      ? []
      : [
          say("try.worst", {
            flagged: Math.round(worst.flagged),
            members: worst.members,
            group: groupName(language, worst.group),
          }),
        ]),
  ];
}

export function practiceTable(judgement: Judgement, challenge: ChallengeSpec, language: Language, say: Say): string {
  const colour = judgement.verdict === "accepted" ? pc.green : pc.red;
  const lines = [`${colour(verdictName(language, judgement.verdict))}. ${reasonSentence(language, judgement.reason)}`];
  const { practice } = judgement;
  if (practice === null) return lines.join("\n");
  if (practice.fault !== null) lines.push(inert(faultSentence(language, practice.fault)));
  const table = partsTable(practice, challenge, language, say);
  if (table !== "") lines.push(table, ...findings(practice, language, say));
  if (practice.log.trim() !== "") lines.push("", pc.dim(say("try.log")), inert(practice.log.trimEnd()));
  return lines.join("\n");
}
