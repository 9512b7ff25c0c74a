/** The result of `vigie try` as a person reads it. */
import Table from "cli-table3";
import pc from "picocolors";
import { faultSentence, formatScore, inert, kindReport, reasonSentence, verdictName } from "@vigie/report";
import { measureOf, type ChallengeSpec, type Judgement, type Language, type PracticeReport } from "@vigie/spec";
import type { Say } from "./say.ts";

function partsTable({ score }: PracticeReport, challenge: ChallengeSpec, language: Language, say: Say): string {
  if (score === null) return "";
  const table = new Table({
    head: [say("try.part"), say("try.value"), say("try.weight")],
    colAligns: ["left", "right", "right"],
    style: { head: [], border: [] },
  });
  const name = (measure: string): string => measureOf(challenge, measure).name[language];
  for (const { measure, weight } of challenge.parts)
    table.push([name(measure), (score.parts[measure] ?? 0).toFixed(3), weight.toFixed(2)]);
  for (const { measure } of challenge.penalties)
    table.push([name(measure), `−${(score.penalties[measure] ?? 0).toFixed(3)}`, ""]);
  table.push([pc.bold(say("try.score")), pc.bold(formatScore(language, Math.max(0, score.points))), ""]);
  return table.toString();
}

/** What is to be learned, in sentences. */
function findings(practice: PracticeReport, challenge: ChallengeSpec, language: Language, say: Say): string[] {
  const { score } = practice;
  if (score === null) return [];
  const shown = (value: number): string => formatScore(language, Math.max(0, value));
  const { sections } = kindReport(challenge).practice(practice, challenge, language);
  const words = sections.flatMap(({ title, said = [], note }) => [title, ...said, ...(note?.grave === true ? [note.text] : [])]);
  const close = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
  return [say("try.interval", { low: shown(score.low), high: shown(score.high) }), ...words.map(close)];
}

export function practiceTable(judgement: Judgement, challenge: ChallengeSpec, language: Language, say: Say): string {
  const colour = judgement.verdict === "accepted" ? pc.green : pc.red;
  const lines = [`${colour(verdictName(language, judgement.verdict))}. ${reasonSentence(language, judgement.reason)}`];
  const { practice } = judgement;
  if (practice === null) return lines.join("\n");
  if (practice.fault !== null) lines.push(inert(faultSentence(language, practice.fault, challenge)));
  const table = partsTable(practice, challenge, language, say);
  if (table !== "") lines.push(table, ...findings(practice, challenge, language, say));
  if (practice.log.trim() !== "") lines.push("", pc.dim(say("try.log")), inert(practice.log.trimEnd()));
  return lines.join("\n");
}
