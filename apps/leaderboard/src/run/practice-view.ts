/** What practice shows of a run: the statement, what its kind has to say, log and resources. */
import {
  faultSentence,
  formatCount,
  formatScore,
  inert,
  kindReport,
  resourceRows,
  scoreFinding,
  scoreWaterfall,
  type MistakeWords,
} from "@vigie/report";
import type { ChallengeSpec, Language, PracticeReport, Score } from "@vigie/spec";
import type { View } from "../render.ts";
import { say } from "../say.ts";

/** Mistakes of one sort together, the first sort open: a phone shows headings before texts. */
function mistakesBySort(mistakes: readonly MistakeWords[], lang: Language): View[] {
  const sorts = [...new Set(mistakes.map(({ sort }) => sort))];
  return sorts.map((title, place) => {
    const list = mistakes.filter(({ sort }) => sort === title);
    return { title, count: formatCount(lang, list.length), open: place === 0, list };
  });
}

/** A score as the sum of what made it: the title states it, the picture shows it. */
export function statementView(score: Score, challenge: ChallengeSpec, lang: Language, decimals: 0 | 1): View {
  return {
    title: scoreFinding(lang, score, challenge, decimals),
    chart: scoreWaterfall(score, challenge, lang, { decimals }).svg,
  };
}

function scoreSentence({ points, low, high }: Score, lang: Language): string {
  const [said, from, to] = [points, low, high].map((value) => formatScore(lang, value));
  return say(lang, "run.practiceScore", { points: said, low: from, high: to });
}

/** @param statement false where the hidden set's own statement stands on the page already. */
export function practiceView(report: PracticeReport, challenge: ChallengeSpec, lang: Language, statement: boolean): View {
  const { score, details, fault, resources } = report;
  const { sections, mistakes, noMistakes } = kindReport(report).practice(report, challenge, lang);
  return {
    score: score === null ? null : scoreSentence(score, lang),
    statement: score === null || !statement ? null : statementView(score, challenge, lang, 1),
    fault: fault === null ? null : inert(faultSentence(lang, fault, challenge)),
    told: details !== null,
    sections,
    mistakesTitle: mistakes.length === 0 ? noMistakes : say(lang, "run.mistakes", { count: mistakes.length }),
    mistakes: mistakesBySort(mistakes, lang),
    log: inert(report.log),
    cut: report.logTruncated,
    used: resources === null ? null : resourceRows(lang, resources, challenge.limits),
  };
}
