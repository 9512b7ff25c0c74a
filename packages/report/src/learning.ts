/** Sentences that a team learns from: harm by group, single mistakes, and findings for the titles of charts. */
import { isRole } from "@vigie/sdk";
import type { GroupHarm, IndicatorTally, Language, Mistake, Score, ScoreDetails, StandingRow } from "@vigie/spec";
import { formatCount, formatScore } from "./format.ts";
import { groupName, indicatorLabel, roleName } from "./sentences.ts";
import { say } from "./say.ts";
import { scoreStatement } from "./statement.ts";

/** "7 of 41 newcomers who send money home would have been questioned." */
export function harmSentence(lang: Language, harm: Pick<GroupHarm, "group" | "members" | "flagged">): string {
  const values = {
    flagged: formatCount(lang, harm.flagged),
    members: formatCount(lang, harm.members),
    group: groupName(lang, harm.group),
  };
  return say(lang, harm.flagged > 0 ? "harm.group" : "harm.none", values);
}

/** How many exploited people were taken for controllers. */
export function misnamedSentence(lang: Language, details: Pick<ScoreDetails, "misnamed" | "exploitedWithinBudget">): string {
  if (details.exploitedWithinBudget <= 0) return say(lang, "harm.noExploited");
  const named = Math.round(details.misnamed * details.exploitedWithinBudget * 10) / 10;
  if (named === 0) return say(lang, "harm.namedWell");
  return say(lang, "harm.misnamed", {
    count: named,
    named: formatCount(lang, named),
    all: formatCount(lang, details.exploitedWithinBudget),
  });
}

/** "Missed", "Lawful, but flagged" or "Right account, wrong reason". */
export function mistakeKind(lang: Language, kind: Mistake["kind"]): string {
  return say(lang, `mistake.kind.${kind}`);
}

function roleWords(lang: Language, role: string | null): { readonly plain: string; readonly article: string } {
  if (!isRole(role)) return { plain: say(lang, "mistake.someRole"), article: say(lang, "mistake.someRole") };
  return { plain: roleName(lang, role), article: say(lang, `aRole.${role}`) };
}

/** A label within a sentence begins small, unless it begins with an abbreviation. */
function within(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

const MOST_NAMED = 3;

function signs(lang: Language, mistake: Mistake, wanted: (row: Mistake["indicators"][number]) => boolean): string {
  const labels = mistake.indicators.filter(wanted).map((row) => within(indicatorLabel(lang, row.indicator)));
  return labels.slice(0, MOST_NAMED).join("; ");
}

function missedSentences(lang: Language, mistake: Mistake): string[] {
  const role = roleWords(lang, mistake.role.planted);
  const values = { role: role.plain, aRole: role.article };
  const first =
    mistake.rank === null
      ? say(lang, "mistake.silent", values)
      : say(lang, "mistake.tooLow", { rank: formatCount(lang, Math.round(mistake.rank)), ...values });
  const planted = signs(lang, mistake, (row) => row.planted);
  return planted === "" ? [first] : [first, say(lang, "mistake.plantedSigns", { signs: planted })];
}

function falseAlarmSentences(lang: Language, mistake: Mistake): string[] {
  const [group] = mistake.groups;
  const first =
    group === undefined ? say(lang, "mistake.lawful") : say(lang, "mistake.lawfulGroup", { group: groupName(lang, group) });
  const named = signs(lang, mistake, (row) => row.named);
  return named === "" ? [first] : [first, say(lang, "mistake.misread", { signs: named })];
}

function wrongReason(lang: Language, mistake: Mistake): string {
  const { named, planted } = mistake.role;
  if (planted !== null && named !== planted) {
    const [is, said] = [roleWords(lang, planted), roleWords(lang, named)];
    const values = { planted: is.plain, named: said.plain, aPlanted: is.article, aNamed: said.article };
    return named === null ? say(lang, "mistake.noRole", values) : say(lang, "mistake.wrongRole", values);
  }
  const missed = signs(lang, mistake, (row) => row.planted && !row.named);
  if (missed !== "") return say(lang, "mistake.missedSigns", { signs: missed });
  const wrong = signs(lang, mistake, (row) => row.named && !row.planted);
  return wrong === "" ? say(lang, "mistake.weakEvidence") : say(lang, "mistake.wrongSigns", { signs: wrong });
}

/** One account to learn from, in two sentences: what happened, and what to look for. */
export function mistakeSentence(lang: Language, mistake: Mistake): string {
  if (mistake.kind === "missed") return missedSentences(lang, mistake).join(" ");
  if (mistake.kind === "false-alarm") return falseAlarmSentences(lang, mistake).join(" ");
  return [say(lang, "mistake.rightAccount"), wrongReason(lang, mistake)].join(" ");
}

/** "Of your first 50 alerts, 31 are right": the title of the curve. */
export function curveFinding(lang: Language, details: Pick<ScoreDetails, "budget" | "alerts" | "hits">): string {
  const alerts = Math.min(details.budget, details.alerts);
  if (alerts === 0) return say(lang, "finding.noAlerts");
  if (alerts === 1) return say(lang, details.hits >= 0.5 ? "finding.oneRight" : "finding.oneWrong");
  const hits = Math.round(details.hits * 10) / 10;
  return say(lang, "finding.curve", { count: hits, alerts: formatCount(lang, alerts), hits: formatCount(lang, hits) });
}

/** "48.8 points, after 6.6 were taken off for harm": the title of the waterfall. */
export function scoreFinding(lang: Language, score: Score, weights: Parameters<typeof scoreStatement>[1], decimals = 1): string {
  const statement = scoreStatement(score, weights, decimals);
  const points = formatScore(lang, statement.points, decimals);
  return statement.taken > 0
    ? say(lang, "finding.scoreHarm", { points, taken: formatScore(lang, statement.taken, decimals) })
    : say(lang, "finding.scorePlain", { points });
}

const NUMBER_WORDS = ["2", "3", "4", "5", "6", "7", "8", "9"] as const;

function numberWord(lang: Language, n: number): string {
  const word = NUMBER_WORDS.find((digit) => digit === String(n));
  return word === undefined ? formatCount(lang, n) : say(lang, `numberWord.${word}`);
}

/** "Three teams lead, and this test cannot tell them apart": the title of the board. Baselines are no teams. */
export function boardFinding(lang: Language, rows: readonly Pick<StandingRow, "baseline" | "band" | "score">[]): string {
  const teams = rows.filter((row) => !row.baseline && row.score !== null && row.band !== null);
  if (teams.length === 0) return say(lang, "finding.boardEmpty");
  if (teams.length === 1) return say(lang, "finding.boardSingle");
  const leading = teams.filter((row) => row.band === 1).length;
  if (leading === teams.length) return say(lang, "finding.boardAll");
  return say(lang, "finding.boardLead", { count: leading, leaders: numberWord(lang, leading) });
}

/** "Hit hardest: newcomers who send money home": the title of the groups' chart. */
export function groupFinding(lang: Language, groups: readonly GroupHarm[]): string {
  const touched = groups.filter((group) => group.flagged > 0);
  if (touched.length === 0) return say(lang, "finding.groupNone");
  const judged = touched.filter((group) => group.judged);
  if (judged.length === 0) return say(lang, "finding.groupUnjudged");
  const worst = judged.reduce((a, b) => (b.rate > a.rate ? b : a));
  return say(lang, "finding.groupWorst", { group: groupName(lang, worst.group) });
}

/** "Of 70 planted signs, you named 38": the title of the indicators' rows. */
export function indicatorFinding(lang: Language, tallies: readonly IndicatorTally[]): string {
  const planted = tallies.reduce((sum, row) => sum + row.planted, 0);
  const found = tallies.reduce((sum, row) => sum + Math.min(row.found, row.planted), 0);
  if (!(planted > 0)) return say(lang, "finding.signsEmpty");
  if (!(found > 0)) return say(lang, "finding.signsNone");
  if (found >= planted) return say(lang, "finding.signsAll");
  return say(lang, "finding.signs", { found: formatCount(lang, found), planted: formatCount(lang, planted) });
}
