/** How the kind *ranking* is shown: curve, harm by group, signs, mistakes, and the rules in words. */
import { isCapped, isRankingChallenge, isRankingReport, type RankingDetails } from "@vigie/spec/ranking";
import { worldOf, type ChallengeSpec, type Language } from "@vigie/spec";
import { faultWords } from "../../fault-words.ts";
import { formatCount, formatPercent } from "../../format.ts";
import { subjectWords } from "../../names.ts";
import type { KindReport, RulesWords, Section } from "../kind-report.ts";
import { costSentences } from "./cost-sentences.ts";
import { curveFinding, groupFinding, misnamedSentence, signsFinding } from "./findings.ts";
import { groupHarmChart } from "./groups-chart.ts";
import { mistakeWords } from "./mistakes.ts";
import { precisionRecallCurve } from "./precision-recall.ts";
import { say } from "./say.ts";
import { signRows } from "./sign-rows.ts";

function sectionsOf(details: RankingDetails, points: number, challenge: ChallengeSpec, lang: Language): Section[] {
  const worth = isRankingChallenge(challenge) && isCapped(challenge) ? null : { points, budget: details.budget };
  const values = { subjects: formatCount(lang, details.subjects), budget: formatCount(lang, details.budget) };
  const asked = [...challenge.parts, ...challenge.penalties].map(({ measure }) => measure);
  const curve: Section = {
    id: "curve",
    title: curveFinding(lang, details),
    method: say(lang, "chart.curveMethod", values),
    picture: precisionRecallCurve(details, lang),
  };
  const groups: Section = {
    id: "groups",
    title: groupFinding(lang, details.groups, challenge),
    method: [say(lang, "chart.groupsMethod", values), ...(worth === null ? [] : [say(lang, "rules.harm")])].join(" "),
    picture: groupHarmChart(details.groups, challenge, lang, worth),
    ...(worth !== null && { said: costSentences(lang, details.groups, challenge, worth) }),
    note: { text: misnamedSentence(lang, details), grave: details.misnamed > 0 },
  };
  const signs: Section = {
    id: "signs",
    title: signsFinding(lang, details.indicators),
    method: say(lang, "chart.signsMethod"),
    picture: signRows(details.indicators, lang),
  };
  const signed = asked.includes("indicators") || asked.includes("evidence");
  return [curve, ...(asked.includes("harm") ? [groups] : []), ...(signed ? [signs] : [])];
}

function summaryOf({ positives, subjects, alerts, budget }: RankingDetails, lang: Language): string {
  const count = (n: number): string => formatCount(lang, n);
  const counts = { positives: count(positives), subjects: count(subjects), alerts: count(alerts), budget: count(budget) };
  return say(lang, "summary", counts);
}

function exampleOf(challenge: ChallengeSpec): string[] {
  const { subject, roles, indicators } = worldOf(challenge);
  const line = {
    [subject.id]: 17,
    score: 0.6,
    ...(roles.includes("controller") && { role: "controller" }),
    ...(indicators.length > 0 && { findings: [{ indicator: indicators[0], evidence: [4503599627] }] }),
  };
  return [JSON.stringify(line), JSON.stringify({ end: 1 })];
}

function rulesOf(challenge: ChallengeSpec, lang: Language): RulesWords {
  const common = {
    output: say(lang, "rules.output"),
    example: exampleOf(challenge),
    imported: (parts: string) => say(lang, "rules.imported", { parts }),
  };
  if (!isRankingChallenge(challenge)) return { ...common, scoring: [], limits: [], legend: [], trust: [] };
  const { budgetShare, caps, parts, penalties } = challenge;
  const asksRoles = parts.some(({ measure, weight }) => measure === "roles" && weight > 0);
  return {
    ...common,
    scoring: [
      say(lang, "rules.budget", { share: formatPercent(lang, budgetShare, 1) }),
      ...penalties.flatMap(({ cap }) =>
        cap === undefined
          ? [say(lang, "rules.harm"), say(lang, "rules.harmExactly")]
          : [say(lang, "rules.cappedHarm", { cap: formatPercent(lang, cap) })],
      ),
      ...(asksRoles && !isCapped(challenge) ? [say(lang, "rules.roles")] : []),
    ],
    limits: [
      { name: say(lang, "rules.findings"), value: formatCount(lang, caps.findingsPerAlert) },
      { name: say(lang, "rules.evidence"), value: formatCount(lang, caps.evidencePerFinding) },
    ],
    legend: penalties.map(() => say(lang, "rules.legend")),
    trust: penalties.map(() => ({ name: say(lang, "rules.counted"), words: say(lang, "rules.trust") })),
  };
}

export const RANKING_REPORT: KindReport = {
  practice(report, challenge, lang) {
    const noMistakes = say(lang, "mistake.none");
    if (!isRankingReport(report) || report.details === null) return { summary: null, sections: [], mistakes: [], noMistakes };
    const { details, mistakes } = report;
    return {
      summary: summaryOf(details, lang),
      sections: sectionsOf(details, report.score?.points ?? 0, challenge, lang),
      mistakes: mistakes.map((mistake) => mistakeWords(mistake, challenge, lang)),
      noMistakes,
    };
  },
  fault: ({ code }, challenge, lang) => faultWords(say, code, lang, subjectWords(challenge, lang)),
  rules: rulesOf,
};
