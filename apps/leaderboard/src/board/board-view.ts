/** The board's rows as the template wants them: bands with brackets, whiskers on one axis, bars, states. */
import {
  axisTicks,
  boardFinding,
  formatScore,
  kindReport,
  scoreAxis,
  scoreWhisker,
  scoreWords,
  sparkline,
  type Axis,
} from "@vigie/report";
import { worldOf, type ChallengeSpec, type Language, type StandingRow, type Standings } from "@vigie/spec";
import { momentView } from "../clock.ts";
import { say } from "../say.ts";
import type { View } from "../render.ts";
import { verdictView } from "../verdict-view.ts";
import { grouped, type BandGroup } from "./bands.ts";
import { cellsOf, columnsOf, type Column } from "./columns.ts";
import { statesOf, type Pending } from "./pending.ts";

export interface BoardInput {
  readonly challenge: ChallengeSpec;
  readonly standings: Standings;
  readonly pending: readonly Pending[];
  /** How far the hidden set is. */
  readonly hidden: "queued" | "working" | "ready" | "failed";
  readonly timeZone: string;
  readonly now: number;
  /** Whether the visitor may open this team's runs. */
  readonly mayFollow: (team: string) => boolean;
  /** The visitor's own team. */
  readonly own: string | null;
}

/** What is said in every row is said once: a board may have hundreds. */
interface Context extends BoardInput {
  readonly columns: readonly Column[];
  readonly words: { readonly judging: string; readonly queued: string };
  readonly lang: Language;
  readonly axis: Axis;
  readonly mine: number | null;
  readonly states: ReadonlyMap<string, Pending["state"]>;
}

function rowView(row: StandingRow, context: Context): View {
  const { lang, axis, own, mine, states, words, timeZone, now, mayFollow } = context;
  const you = row.team === own;
  const kind = row.baseline ? "baseline" : you ? "you" : "team";
  const state = states.get(row.team);
  const spark = row.baseline || row.history.length === 0 ? null : sparkline(row.history, lang);
  return {
    team: row.teamName,
    href: row.submission !== null && mayFollow(row.team) ? `/${lang}/submissions/${encodeURIComponent(row.submission)}` : null,
    baseline: row.baseline,
    you,
    rank: row.rank,
    score: row.score === null ? null : formatScore(lang, row.score, 0),
    interval: scoreWords(lang, row.score, row.interval, 0),
    whisker: scoreWhisker({ score: row.score, interval: row.interval, axis, kind, mine, decimals: 0 }, lang).svg,
    parts: cellsOf(row, context.columns, lang),
    attempts: row.baseline ? null : row.attempts,
    spark: spark === null ? null : { svg: spark.svg, words: spark.summary },
    verdict: row.verdict === null || row.verdict === "accepted" ? null : verdictView(row.verdict, lang),
    live: state === undefined ? null : state === "judging" ? words.judging : words.queued,
    last: row.judgedAt === null || row.baseline ? null : momentView(lang, row.judgedAt, timeZone, now),
  };
}

function bandView({ band, rows }: BandGroup, context: Context): View {
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

function preparing(lang: Language, state: BoardInput["hidden"]): string | null {
  if (state === "ready") return null;
  return say(lang, state === "failed" ? "board.preparationFailed" : "board.preparing");
}

/** Everything that the board's fragment shows. */
export function boardView(input: BoardInput, lang: Language): View {
  const { challenge, standings, pending, own } = input;
  const scored = standings.rows.filter(({ score }) => score !== null);
  const context: Context = {
    ...input,
    lang,
    axis: scoreAxis(scored),
    mine: scored.find(({ team }) => team === own)?.score ?? null,
    states: statesOf(pending),
    columns: columnsOf(challenge, lang),
    words: { judging: say(lang, "board.judging"), queued: say(lang, "board.queued") },
  };
  const rest = standings.rows.filter(({ score }) => score === null);
  return {
    version: standings.version,
    finding: scored.length === 0 ? say(lang, "board.empty") : boardFinding(lang, standings.rows),
    empty: scored.length === 0,
    bandsHelp: say(lang, "board.bandsHelp", { subjects: worldOf(challenge).subject.many[lang] }),
    legend: kindReport(challenge).rules(challenge, lang).legend,
    preparing: preparing(lang, input.hidden),
    heads: context.columns,
    caption: say(lang, "board.caption", { challenge: challenge.title[lang] }),
    inJudging: pending.length === 0 ? null : say(lang, "board.inJudging", { count: pending.length }),
    axis: axisTicks(context.axis, lang).svg,
    bands: grouped(scored).map((group) => bandView(group, context)),
    rest: rest.map((row) => rowView(row, context)),
    hasRest: rest.length > 0,
  };
}
