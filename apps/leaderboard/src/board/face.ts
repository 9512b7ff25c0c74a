/**
 * What a row of the board shows, without its rank: rendered once in each language, kept as long as it stays the same.
 *
 * It hangs on nothing of its viewer. What is a viewer's own is put between its pieces when a page is joined together.
 */
import { formatScore, formatShortDate, scoreWhisker, scoreWords, sparkline, type Axis } from "@vigie/report";
import type { ChallengeSpec, Language, StandingRow } from "@vigie/spec";
import { momentView } from "../clock.ts";
import type { Render, View } from "../render.ts";
import { say } from "../say.ts";
import { verdictView } from "../verdict-view.ts";
import { cellsOf, columnsOf } from "./columns.ts";
import type { Pending } from "./pending.ts";

/** What all rows of a board share. */
export interface Ground {
  readonly challenge: ChallengeSpec;
  readonly timeZone: string;
  readonly axis: Axis;
  readonly render: Render;
}

/** What a viewer adds to a row. */
export interface Woven {
  readonly you: boolean;
  readonly href: string | null;
}

/** Stands in a rendered row where something may be put between; no name can hold it. */
const CUT = "\u0001";

export class Face {
  /** Names the team's row in the page. */
  readonly key: string;
  readonly scored: boolean;
  readonly #make: (lang: Language) => string;
  readonly #pieces = new Map<Language, readonly string[]>();

  constructor(key: string, row: StandingRow, state: Pending["state"] | undefined, now: number, ground: Ground) {
    this.key = key;
    this.scored = row.score !== null;
    this.#make = (lang) => ground.render(this.scored ? "board-row" : "rest-row", faceView(key, row, state, now, ground, lang));
  }

  html(lang: Language, rank: number | null, { you, href }: Woven): string {
    const [open, after, place, name, rest, end] = this.#piecesIn(lang);
    return [
      open,
      you ? " you" : "",
      after,
      you ? ' id="mine"' : "",
      place,
      rank ?? "",
      name,
      href === null ? "" : `<a href="${href}">`,
      rest,
      href === null ? "" : "</a>",
      you ? `<span class="youtag">${say(lang, "board.you")}</span>` : "",
      end,
    ].join("");
  }

  #piecesIn(lang: Language): readonly string[] {
    const known = this.#pieces.get(lang);
    if (known !== undefined) return known;
    const pieces = this.#make(lang).split(CUT);
    if (pieces.length !== 6) throw new Error(`a row of the board has 6 pieces; found ${pieces.length}`);
    this.#pieces.set(lang, pieces);
    return pieces;
  }
}

/** The column is narrow: another day is said without its year. */
function lastView(judgedAt: string, timeZone: string, now: number, lang: Language): View {
  const moment = momentView(lang, judgedAt, timeZone, now);
  return moment["time"] === true ? moment : { ...moment, words: formatShortDate(lang, judgedAt, timeZone) };
}

function faceView(
  key: string,
  row: StandingRow,
  state: Pending["state"] | undefined,
  now: number,
  { challenge, timeZone, axis }: Ground,
  lang: Language,
): View {
  const { score, interval, baseline } = row;
  const spark = baseline || row.history.length === 0 ? null : sparkline(row.history, lang);
  return {
    cut: CUT,
    key,
    team: row.teamName.replaceAll(CUT, ""),
    baseline: baseline ? say(lang, "board.baseline") : null,
    score: score === null ? null : formatScore(lang, score, 0),
    interval: scoreWords(lang, score, interval, 0),
    whisker: scoreWhisker({ score, interval, axis, baseline, decimals: 0 }, lang).svg,
    parts: cellsOf(row, columnsOf(challenge, lang), lang),
    attempts: baseline ? null : row.attempts,
    spark: spark === null ? null : { svg: spark.svg, words: spark.summary },
    verdict: row.verdict === null || row.verdict === "accepted" ? null : verdictView(row.verdict, lang),
    live: state === undefined ? null : say(lang, state === "judging" ? "board.judging" : "board.queued"),
    none: say(lang, "board.none"),
    last: row.judgedAt === null || baseline ? null : lastView(row.judgedAt, timeZone, now, lang),
  };
}
