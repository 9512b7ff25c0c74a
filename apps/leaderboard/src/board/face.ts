/**
 * What a row of the board shows, without its rank: rendered once in each language, kept as long as it stays the same.
 *
 * It hangs on nothing of its viewer. What is a viewer's own is put between its pieces when a page is joined together.
 */
import { escapeXml, formatScore, formatShortDate, scoreWhisker, scoreWords, sparkline, type Axis } from "@vigie/report";
import type { Language, StandingRow } from "@vigie/spec";
import { momentView } from "../clock.ts";
import type { Render, View } from "../render.ts";
import { say } from "../say.ts";
import { verdictView } from "../verdict-view.ts";
import { cellsOf, type Column } from "./columns.ts";
import type { Pending } from "./pending.ts";
import { isOutside, outsideWords, shownName } from "./shown-row.ts";

/** What all rows of a board share. */
export interface Ground {
  readonly columns: Readonly<Record<Language, readonly Column[]>>;
  readonly timeZone: string;
  readonly axis: Axis;
  readonly render: Render;
}

/** What a viewer adds to a row. */
export interface Woven {
  readonly you: boolean;
  readonly href: string | null;
  /** Of a row whose name is kept off boards: to its own team, and to who runs the event. */
  readonly name: string | null;
}

/** Stands in a rendered row where something may be put between; no name can hold it. */
const CUT = "\u0001";

const utf8 = (text: string): Buffer => Buffer.from(text);
const YOU = utf8(" you");
const MINE = utf8(' id="mine"');
const NOTHING = utf8("");
const TAG = {
  en: utf8(`<span class="youtag">${say("en", "board.you")}</span>`),
  fr: utf8(`<span class="youtag">${say("fr", "board.you")}</span>`),
};

export class Face {
  /** Names the team's row in the page. */
  readonly key: string;
  readonly scored: boolean;
  readonly #make: (lang: Language) => string;
  readonly #pieces = new Map<Language, readonly Buffer[]>();

  constructor(key: string, row: StandingRow, state: Pending["state"] | undefined, now: number, ground: Ground) {
    this.key = key;
    this.scored = row.score !== null;
    this.#make = (lang) => ground.render(this.scored ? "board-row" : "rest-row", faceView(key, row, state, now, ground, lang));
  }

  /** The row as everybody sees it, or with what is `woven` in. */
  bytes(lang: Language, rank: number | null, woven: Woven | null = null): Buffer {
    const [open, after, place, before, name, end] = this.#piecesIn(lang);
    const number = rank === null ? NOTHING : utf8(String(rank));
    if (woven === null) return Buffer.concat([open, after, place, number, before, name, end]);
    const [you, mine, tag] = woven.you ? [YOU, MINE, TAG[lang]] : [NOTHING, NOTHING, NOTHING];
    const [link, linkEnd] = woven.href === null ? [NOTHING, NOTHING] : [utf8(`<a href="${woven.href}">`), utf8("</a>")];
    const shown = woven.name === null ? name : utf8(escapeXml(woven.name));
    return Buffer.concat([open, you, after, mine, place, number, before, link, shown, linkEnd, tag, end]);
  }

  #piecesIn(lang: Language): readonly Buffer[] {
    const known = this.#pieces.get(lang);
    if (known !== undefined) return known;
    const pieces = this.#make(lang).split(CUT).map(utf8);
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
  { columns, timeZone, axis }: Ground,
  lang: Language,
): View {
  const { score, interval, baseline } = row;
  const outside = isOutside(row);
  const spark = baseline || row.history.length === 0 ? null : sparkline(row.history, lang);
  return {
    cut: CUT,
    key,
    team: shownName(row, lang).replaceAll(CUT, ""),
    outside,
    baseline: baseline ? outsideWords(row, lang) : null,
    entry: baseline ? null : outsideWords(row, lang),
    score: score === null ? null : formatScore(lang, score, 0),
    interval: scoreWords(lang, score, interval, 0),
    whisker: scoreWhisker({ score, interval, axis, baseline: outside, decimals: 0 }, lang).svg,
    parts: cellsOf(row, columns[lang], lang),
    attempts: baseline ? null : row.attempts,
    spark: spark === null ? null : { svg: spark.svg, words: spark.summary },
    verdict: row.verdict === null || row.verdict === "accepted" ? null : verdictView(row.verdict, lang),
    live: state === undefined ? null : say(lang, state === "judging" ? "board.judging" : "board.queued"),
    none: say(lang, "board.none"),
    last: row.judgedAt === null || baseline ? null : lastView(row.judgedAt, timeZone, now, lang),
  };
}
