/** The board's rows as the template wants them: bands with brackets, whiskers on one axis, bars, states. */
import {
  boardFinding,
  formatPercent,
  formatScore,
  harmBar,
  partBar,
  partName,
  scoreAxis,
  axisTicks,
  scoreWhisker,
  scoreWords,
  sparkline,
  verdictIcon,
  verdictName,
  verdictTone,
  type Axis,
} from "@vigie/report";
import {
  ownSetOf,
  PART_IDS,
  partsOfImported,
  type ChallengeSpec,
  type Language,
  type StandingRow,
  type Standings,
} from "@vigie/spec";
import { momentView } from "../clock.ts";
import { say } from "../say.ts";
import type { View } from "../render.ts";
import { grouped, type BandGroup } from "./bands.ts";

export interface BoardInput {
  readonly challenge: ChallengeSpec;
  readonly standings: Standings;
  readonly pending: readonly { readonly team: string; readonly state: "queued" | "judging" }[];
  /** How far the hidden set is. */
  readonly hidden: "queued" | "working" | "ready" | "failed";
  readonly timeZone: string;
  readonly now: number;
  /** Whether the visitor may open this team's runs. */
  readonly mayFollow: (team: string) => boolean;
  /** The visitor's own team. */
  readonly own: string | null;
}

interface Head {
  readonly text: string;
  readonly long: string;
}

/** What is said in every row is said once: a board may have hundreds. */
interface Context extends BoardInput {
  readonly heads: readonly Head[];
  readonly words: { readonly judging: string; readonly queued: string };
  readonly lang: Language;
  readonly axis: Axis;
  readonly mine: number | null;
  readonly states: ReadonlyMap<string, "queued" | "judging">;
}

function partCells(row: StandingRow, { challenge, lang, heads }: Context): View[] {
  const { parts } = row;
  if (parts === null) return [];
  const imported = ownSetOf(challenge, "public")?.imported === true;
  const measured = imported ? partsOfImported(challenge) : PART_IDS;
  const cells = PART_IDS.map((part, i) =>
    measured.includes(part)
      ? { name: heads[i].text, text: formatPercent(lang, Math.max(0, parts[part])), bar: partBar(parts[part], lang).svg }
      : { name: heads[i].text, text: say(lang, "board.notMeasured"), bar: "" },
  );
  if (imported) return [...cells, { name: heads[PART_IDS.length].text, text: say(lang, "board.notMeasured"), bar: "" }];
  const harm = row.harm ?? 0;
  const taken = { name: heads[PART_IDS.length].text, text: formatPercent(lang, -harm), bar: harmBar(harm, lang).svg };
  return [...cells, taken];
}

function verdictView(row: StandingRow, lang: Language): View | null {
  const { verdict } = row;
  if (verdict === null || verdict === "accepted") return null;
  return { icon: verdictIcon(verdict, 14), text: verdictName(lang, verdict), tone: verdictTone(verdict) };
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
    parts: partCells(row, context),
    attempts: row.baseline ? null : row.attempts,
    spark: spark === null ? null : { svg: spark.svg, words: spark.summary },
    verdict: verdictView(row, lang),
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

/** Judging stands above waiting, where a team has runs in both states. */
function statesOf(pending: BoardInput["pending"]): ReadonlyMap<string, "queued" | "judging"> {
  const waitingFirst = pending.toSorted((a, b) => Number(a.state === "judging") - Number(b.state === "judging"));
  return new Map(waitingFirst.map(({ team, state }) => [team, state]));
}

function heading(lang: Language): Head[] {
  const parts = PART_IDS.map((part) => ({ text: say(lang, `board.${part}`), long: partName(lang, part) }));
  return [...parts, { text: say(lang, "board.harm"), long: partName(lang, "harm") }];
}

function preparing(lang: Language, state: BoardInput["hidden"]): string | null {
  if (state === "ready") return null;
  return say(lang, state === "failed" ? "board.preparationFailed" : "board.preparing");
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
    states: statesOf(pending),
    heads: heading(lang),
    words: { judging: say(lang, "board.judging"), queued: say(lang, "board.queued") },
  };
  const rest = standings.rows.filter(({ score }) => score === null);
  return {
    version: standings.version,
    finding: scored.length === 0 ? say(lang, "board.empty") : boardFinding(lang, standings.rows),
    empty: scored.length === 0,
    preparing: preparing(lang, input.hidden),
    heads: context.heads,
    caption: say(lang, "board.caption", { challenge: input.challenge.title[lang] }),
    inJudging: pending.length === 0 ? null : say(lang, "board.inJudging", { count: pending.length }),
    axis: axisTicks(context.axis, lang).svg,
    bands: grouped(scored).map((group) => bandView(group, context)),
    rest: rest.map((row) => rowView(row, context)),
    hasRest: rest.length > 0,
  };
}
