/** Findings of a run, for the titles of its charts, and who was harmed. */
import type { GroupHarm, IndicatorTally, RankingDetails } from "@vigie/spec/ranking";
import type { Language } from "@vigie/spec";
import { formatCount } from "../../format.ts";
import { nameOf } from "../../names.ts";
import { say } from "./say.ts";

/** What the ids of groups are called hangs on the world. */
export type InWorld = Parameters<typeof nameOf>[0];

/** "7 of 41 newcomers who send money home would have been questioned." */
export function harmSentence(lang: Language, harm: Pick<GroupHarm, "group" | "members" | "flagged">, of: InWorld): string {
  const values = {
    flagged: formatCount(lang, harm.flagged),
    members: formatCount(lang, harm.members),
    group: nameOf(of, harm.group, lang),
  };
  return say(lang, harm.flagged > 0 ? "harm.group" : "harm.none", values);
}

/** How many exploited people were taken for controllers. */
export function misnamedSentence(lang: Language, details: Pick<RankingDetails, "misnamed" | "exploitedWithinBudget">): string {
  if (details.exploitedWithinBudget <= 0) return say(lang, "harm.noExploited");
  const named = Math.round(details.misnamed * details.exploitedWithinBudget * 10) / 10;
  if (named === 0) return say(lang, "harm.namedWell");
  return say(lang, "harm.misnamed", {
    count: named,
    named: formatCount(lang, named),
    all: formatCount(lang, details.exploitedWithinBudget),
  });
}

/** "Of your first 50 alerts, 31 are right": the title of the curve. */
export function curveFinding(lang: Language, details: Pick<RankingDetails, "budget" | "alerts" | "hits">): string {
  const alerts = Math.min(details.budget, details.alerts);
  if (alerts === 0) return say(lang, "finding.noAlerts");
  if (alerts === 1) return say(lang, details.hits >= 0.5 ? "finding.oneRight" : "finding.oneWrong");
  const hits = Math.round(details.hits * 10) / 10;
  return say(lang, "finding.curve", { count: hits, alerts: formatCount(lang, alerts), hits: formatCount(lang, hits) });
}

/** "Hit hardest: newcomers who send money home": the title of the groups' chart. */
export function groupFinding(lang: Language, groups: readonly GroupHarm[], of: InWorld): string {
  const touched = groups.filter((group) => group.flagged > 0);
  if (touched.length === 0) return say(lang, "finding.groupNone");
  const judged = touched.filter((group) => group.judged);
  if (judged.length === 0) return say(lang, "finding.groupUnjudged");
  const worst = judged.reduce((a, b) => (b.rate > a.rate ? b : a));
  return say(lang, "finding.groupWorst", { group: nameOf(of, worst.group, lang) });
}

/** "Of 70 planted signs, you named 38": the title of the indicators' rows. */
export function signsFinding(lang: Language, tallies: readonly IndicatorTally[]): string {
  const planted = tallies.reduce((sum, row) => sum + row.planted, 0);
  const found = tallies.reduce((sum, row) => sum + Math.min(row.found, row.planted), 0);
  if (!(planted > 0)) return say(lang, "finding.signsEmpty");
  if (!(found > 0)) return say(lang, "finding.signsNone");
  if (found >= planted) return say(lang, "finding.signsAll");
  return say(lang, "finding.signs", { found: formatCount(lang, found), planted: formatCount(lang, planted) });
}
