/** Titles that state what a picture shows, for what all kinds have: the statement of a score, and the board. */
import { measureOf, type ChallengeSpec, type Language, type Score, type StandingRow } from "@vigie/spec";
import { formatCount, formatScore } from "./format.ts";
import { listed } from "./names.ts";
import { say } from "./say.ts";
import { scoreStatement } from "./statement.ts";

/** "48.8 points, after 6.6 were taken off for harm": the title of the waterfall. */
export function scoreFinding(lang: Language, score: Score, challenge: ChallengeSpec, decimals = 1): string {
  const statement = scoreStatement(score, challenge, decimals);
  const points = formatScore(lang, statement.points, decimals);
  if (statement.penalties.length === 0) return say(lang, "finding.scorePlain", { points });
  const taken = statement.penalties.filter((penalty) => penalty.taken > 0);
  const nouns = (taken.length > 0 ? taken : statement.penalties).map(({ measure }) => penaltyNoun(lang, challenge, measure));
  const sum = taken.reduce((total, penalty) => total + penalty.taken, 0);
  const values = { points, taken: formatScore(lang, sum, decimals), penalties: listed(lang, nouns, "conjunction") };
  return say(lang, sum > 0 ? "finding.scoreTaken" : "finding.scoreWhole", values);
}

/** How a penalty stands within a sentence: "harm", "le tort". */
export function penaltyNoun(lang: Language, challenge: ChallengeSpec, id: string): string {
  const { noun, name } = measureOf(challenge, id);
  return noun?.[lang] ?? name[lang].toLocaleLowerCase();
}

/** "Three teams lead, and this test cannot tell them apart": the title of the board. Baselines are no teams. */
export function boardFinding(lang: Language, rows: readonly Pick<StandingRow, "baseline" | "band" | "score">[]): string {
  const teams = rows.filter((row) => !row.baseline && row.score !== null && row.band !== null);
  if (teams.length === 0) return say(lang, "finding.boardEmpty");
  if (teams.length === 1) return say(lang, "finding.boardSingle");
  const leading = teams.filter((row) => row.band === 1).length;
  if (leading === teams.length) return say(lang, "finding.boardAll");
  const word = `numberWord.${leading}`;
  const leaders = say.knows(word) ? say(lang, word) : formatCount(lang, leading);
  return say(lang, "finding.boardLead", { count: leading, leaders });
}
