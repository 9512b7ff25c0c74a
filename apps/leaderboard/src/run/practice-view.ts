/** What practice shows of a run: curve, harm by group, indicators, single mistakes, log and resources. */
import {
  curveFinding,
  faultSentence,
  formatCount,
  formatScore,
  groupFinding,
  groupHarmChart,
  indicatorFinding,
  indicatorLabel,
  indicatorRows,
  inert,
  misnamedSentence,
  mistakeKind,
  mistakeSentence,
  precisionRecallCurve,
  resourceRows,
  scoreFinding,
  scoreWaterfall,
} from "@vigie/report";
import type { ChallengeSpec, Language, Mistake, PracticeReport, ScoreDetails } from "@vigie/spec";
import type { View } from "../render.ts";
import { say } from "../say.ts";

const MOST_MISTAKES = 30;

function figures(details: ScoreDetails, lang: Language): View {
  const values = { accounts: formatCount(lang, details.accounts), budget: formatCount(lang, details.budget) };
  return {
    curve: {
      title: curveFinding(lang, details),
      help: say(lang, "run.curveHelp", values),
      chart: precisionRecallCurve(details, lang).svg,
    },
    groups: {
      title: groupFinding(lang, details.groups),
      help: say(lang, "run.groupsHelp", values),
      chart: groupHarmChart(details.groups, lang).svg,
    },
    signs: {
      title: indicatorFinding(lang, details.indicators),
      help: say(lang, "run.signsHelp"),
      chart: indicatorRows(details.indicators, lang).svg,
    },
    misnamed: { text: misnamedSentence(lang, details), some: details.misnamed > 0 },
  };
}

function signWords({ planted, named, evidence }: Mistake["indicators"][number], lang: Language): string {
  if (!planted) return say(lang, "run.notPlanted");
  if (!named) return say(lang, "run.notNamed");
  const found = say(lang, "run.evidenceFound", { found: evidence.found, planted: evidence.planted });
  return evidence.wrong > 0 ? `${found}, ${say(lang, "run.evidenceWrong", { count: evidence.wrong })}` : found;
}

function mistakeView(mistake: Mistake, lang: Language): View {
  const { account, rank, indicators } = mistake;
  return {
    account: say(lang, "run.account", { account }),
    rank: rank === null ? say(lang, "run.noRank") : say(lang, "run.rank", { rank: formatCount(lang, Math.round(rank)) }),
    sentence: mistakeSentence(lang, mistake),
    signs: indicators.map((row) => ({ label: indicatorLabel(lang, row.indicator), words: signWords(row, lang) })),
  };
}

/** Mistakes of one kind together, the first kind open: a phone shows headings before texts. */
function mistakesByKind(mistakes: readonly Mistake[], lang: Language): View[] {
  const kinds = [...new Set(mistakes.map(({ kind }) => kind))];
  return kinds.map((kind, place) => {
    const these = mistakes.filter((mistake) => mistake.kind === kind);
    return {
      title: mistakeKind(lang, kind),
      count: formatCount(lang, these.length),
      open: place === 0,
      list: these.map((mistake) => mistakeView(mistake, lang)),
    };
  });
}

/** @param statement false where the hidden set's own statement stands on the page already. */
export function practiceView(report: PracticeReport, challenge: ChallengeSpec, lang: Language, statement: boolean): View {
  const { score, details, fault, resources } = report;
  const mistakes = report.mistakes.slice(0, MOST_MISTAKES);
  const { weights, limits } = challenge;
  return {
    score:
      score === null
        ? null
        : say(lang, "run.practiceScore", {
            points: formatScore(lang, score.points),
            low: formatScore(lang, score.low),
            high: formatScore(lang, score.high),
          }),
    statement:
      score === null || !statement
        ? null
        : { title: scoreFinding(lang, score, weights), chart: scoreWaterfall(score, weights, lang).svg },
    fault: fault === null ? null : inert(faultSentence(lang, fault)),
    figures: details === null ? null : figures(details, lang),
    mistakesTitle: mistakes.length === 0 ? say(lang, "run.noMistakes") : say(lang, "run.mistakes", { count: mistakes.length }),
    mistakes: mistakesByKind(mistakes, lang),
    log: inert(report.log),
    cut: report.logTruncated,
    used: resources === null ? null : resourceRows(lang, resources, limits),
  };
}
