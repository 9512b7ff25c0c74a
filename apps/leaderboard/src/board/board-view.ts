/** The board's rows as the template wants them: bands with brackets, whiskers on one axis, bars, states. */
import {
  boardFinding,
  formatPercent,
  formatScore,
  formatTime,
  harmBar,
  partBar,
  scoreAxis,
  axisTicks,
  scoreWhisker,
  sparkline,
  verdictIcon,
  verdictName,
  verdictTone,
  type Axis,
} from "@vigie/report";
import type { ChallengeSpec, Language, StandingRow, Standings } from "@vigie/spec";
import { say } from "../say.ts";
import type { View } from "../render.ts";

export interface BoardInput {
  readonly challenge: ChallengeSpec;
  readonly standings: Standings;
  readonly pending: readonly { readonly team: string; readonly state: "queued" | "judging" }[];
  readonly preparing: boolean;
  readonly timeZone: string;
  /** The visitor's own team. */
  readonly own: string | null;
}

interface Context extends BoardInput {
  readonly lang: Language;
  readonly axis: Axis;
  readonly mine: number | null;
  readonly states: ReadonlyMap<string, "queued" | "judging">;
}

function explanation({ weights }: ChallengeSpec, { parts }: StandingRow): number {
  if (parts === null) return 0;
  const [a, b, c] = [weights.indicators, weights.evidence, weights.roles];
  const sum = a + b + c;
  return sum === 0 ? 0 : (a * parts.indicators + b * parts.evidence + c * parts.roles) / sum;
}

function ranking({ weights }: ChallengeSpec, { parts }: StandingRow): number {
  const sum = weights.ranking + weights.budget;
  return parts === null || sum === 0 ? 0 : (weights.ranking * parts.ranking + weights.budget * parts.budget) / sum;
}

function stateOf(row: StandingRow, { states, lang, timeZone }: Context): View {
  const state = states.get(row.team);
  if (state !== undefined) return { live: say(lang, state === "judging" ? "board.judging" : "board.queued") };
  const failed = row.verdict !== null && row.verdict !== "accepted";
  return {
    time: row.judgedAt === null ? null : formatTime(lang, row.judgedAt, timeZone),
    verdict: failed && row.verdict !== null ? verdictName(lang, row.verdict) : null,
    icon: failed && row.verdict !== null ? verdictIcon(row.verdict) : null,
    tone: row.verdict === null ? null : verdictTone(row.verdict),
  };
}

function rowView(row: StandingRow, context: Context): View {
  const { lang, challenge, axis, own, mine } = context;
  const you = row.team === own;
  const kind = row.baseline ? "baseline" : you ? "you" : "team";
  const parts = { ranking: ranking(challenge, row), explanation: explanation(challenge, row), harm: row.harm ?? 0 };
  return {
    team: row.teamName,
    id: row.team,
    baseline: row.baseline,
    you,
    rank: row.rank,
    score: row.score === null ? null : formatScore(lang, row.score, 0),
    interval:
      row.interval === null ? null : `${formatScore(lang, row.interval[0], 0)} – ${formatScore(lang, row.interval[1], 0)}`,
    whisker: scoreWhisker({ score: row.score, interval: row.interval, axis, kind, mine: you ? null : mine, decimals: 0 }, lang)
      .svg,
    ranking: { text: formatPercent(lang, parts.ranking), bar: partBar(parts.ranking, lang).svg },
    explanation: { text: formatPercent(lang, parts.explanation), bar: partBar(parts.explanation, lang).svg },
    harm: { text: formatPercent(lang, -parts.harm), bar: harmBar(parts.harm, lang).svg },
    attempts: row.attempts,
    spark: row.baseline ? null : sparkline(row.history, lang).svg,
    state: stateOf(row, context),
  };
}

interface Group {
  readonly band: number | null;
  readonly rows: StandingRow[];
}

/** Neighbours of one band stand together; a baseline stands with the row above it. */
function groups(rows: readonly StandingRow[]): Group[] {
  const out: Group[] = [];
  for (const row of rows) {
    const last = out.at(-1);
    if (last !== undefined && (row.baseline || last.band === row.band)) last.rows.push(row);
    else out.push({ band: row.baseline ? null : row.band, rows: [row] });
  }
  return out;
}

function bandView({ band, rows }: Group, context: Context): View {
  const ranks = rows.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  const [from, to] = [Math.min(...ranks), Math.max(...ranks)];
  const { lang } = context;
  return {
    label: band === null ? null : say(lang, "board.band", { band }),
    places:
      ranks.length === 0 ? null : from === to ? say(lang, "board.place", { from }) : say(lang, "board.places", { from, to }),
    rows: rows.map((row) => rowView(row, context)),
  };
}

/** Everything that the board's fragment shows. */
export function boardView(input: BoardInput, lang: Language): View {
  const { standings, pending, own } = input;
  const scored = standings.rows.filter(({ score }) => score !== null);
  const context: Context = {
    ...input,
    lang,
    axis: scoreAxis(scored),
    mine: scored.find(({ team }) => team === own)?.score ?? null,
    states: new Map(pending.map(({ team, state }) => [team, state])),
  };
  const rest = standings.rows.filter(({ score }) => score === null);
  return {
    version: standings.version,
    finding: scored.length === 0 ? say(lang, "board.empty") : boardFinding(lang, standings.rows),
    empty: scored.length === 0,
    preparing: input.preparing,
    caption: say(lang, "board.caption", { challenge: input.challenge.title[lang] }),
    inJudging: pending.length === 0 ? null : say(lang, "board.inJudging", { count: pending.length }),
    axis: axisTicks(context.axis, lang).svg,
    bands: groups(scored).map((group) => bandView(group, context)),
    rest: rest.map((row) => rowView(row, context)),
    hasRest: rest.length > 0,
  };
}
