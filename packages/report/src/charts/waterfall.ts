/** The score as a statement: each part's points, pale boxes for what could still be won, harm hatched and taken away, the interval as a whisker. */
import type { ChallengeSpec, Language, Score } from "@vigie/spec";
import { formatCount, formatPercent, formatScore, formatSigned } from "../format.ts";
import { chart, coord, label, percent, type Picture } from "../picture.ts";
import { say } from "../say.ts";
import { partName } from "../sentences.ts";
import { scoreStatement, type Statement } from "../statement.ts";
import { hatched } from "./hatch.ts";
import { scoreWords } from "./board-row.ts";

export interface WaterfallOptions {
  /** Decimals shown; 0 for the rounded scores of hidden splits. */
  readonly decimals?: 0 | 1;
  readonly id?: string;
}

const ROW = 52;
const BAR = { top: 25, height: 15 } as const;
const AXIS = 26;

function words(y: number, name: string, figure: string, kind = ""): string {
  return (
    label("0", y + 16, name, { kind: `vg-ink vg-halo ${kind}`.trim() }) +
    label("100%", y + 16, figure, { kind: `vg-halo ${kind}`.trim(), anchor: "end" })
  );
}

function join(at: number, y: number, height: number): string {
  const x = percent(at / 100);
  return `<line class="vg-join" x1="${x}" x2="${x}" y1="${coord(y)}" y2="${coord(y + height)}"/>`;
}

function box(kind: string, from: number, to: number, y: number): string {
  const [low, high] = [Math.max(0, Math.min(from, to)), Math.min(100, Math.max(from, to))];
  return `<rect class="${kind}" x="${percent(low / 100)}" y="${coord(y + BAR.top)}" width="${percent((high - low) / 100)}" height="${BAR.height}" rx="2"/>`;
}

function partRow(lang: Language, line: Statement["lines"][number], before: number, y: number, decimals: number): string {
  const figure = say(lang, "chart.ofMost", {
    gained: formatSigned(lang, line.gained, decimals),
    most: formatCount(lang, line.most),
  });
  const after = before + line.gained;
  const bar = line.gained >= 0 ? box("vg-bar", before, after, y) : box("vg-loss", after, before, y);
  return (
    box("vg-ghost", before, before + line.most, y) +
    bar +
    join(after, y + BAR.top + BAR.height, ROW - BAR.height) +
    words(y, partName(lang, line.part), figure)
  );
}

function harmRow(lang: Language, statement: Statement, harm: number, y: number, decimals: number): string {
  const { points, taken } = statement;
  const share = taken > 0 ? `, ${say(lang, "chart.takenShare", { share: formatPercent(lang, harm) })}` : "";
  const bar = taken > 0 ? hatched(points / 100, (points + taken) / 100, y + BAR.top, BAR.height) : "";
  return (
    bar +
    join(points, y + BAR.top + (taken > 0 ? BAR.height : 0), ROW - (taken > 0 ? BAR.height : 0)) +
    words(y, partName(lang, "harm"), `${formatSigned(lang, -taken, decimals)}${share}`)
  );
}

function totalRow(lang: Language, statement: Statement, score: Score, y: number, decimals: number): string {
  const [low, high] = [percent(score.low / 100), percent(score.high / 100)];
  const caps = [low, high].map((x) => `<line class="vg-whisk" x1="${x}" x2="${x}" y1="-5" y2="5"/>`).join("");
  const middle = coord(y + BAR.top + BAR.height / 2);
  return (
    `<svg y="${middle}" overflow="visible"><line class="vg-whisk" x1="${low}" x2="${high}"/>${caps}<circle class="vg-dot vg-lit" cx="${percent(statement.points / 100)}" r="7"/></svg>` +
    words(y, partName(lang, "score"), formatScore(lang, statement.points, decimals), "vg-ink vg-b")
  );
}

function axis(lang: Language, height: number): string {
  return [0, 25, 50, 75, 100]
    .map((tick) => {
      const x = percent(tick / 100);
      const anchor = tick === 0 ? "start" : tick === 100 ? "end" : "middle";
      return `<line class="vg-grid" x1="${x}" x2="${x}" y1="0" y2="${coord(height)}"/>${label(x, height + 18, formatCount(lang, tick), { anchor })}`;
    })
    .join("");
}

/** "Ranking +36, Indicators +19, Harm −7 = 48": the statement in one line. */
export function statementWords(lang: Language, statement: Statement, decimals = 1): string {
  const terms = statement.lines.map((line) => `${partName(lang, line.part)} ${formatSigned(lang, line.gained, decimals)}`);
  const taken = `${partName(lang, "harm")} ${formatSigned(lang, -statement.taken, decimals)}`;
  return `${[...terms, taken].join(", ")} = ${formatScore(lang, statement.points, decimals)}`;
}

/** How a score comes about; its summary is the statement in words, with the interval. */
export function scoreWaterfall(
  score: Score,
  weights: ChallengeSpec["weights"],
  lang: Language,
  options: WaterfallOptions = {},
): Picture {
  const decimals = options.decimals ?? 1;
  const statement = scoreStatement(score, weights, decimals);
  let before = 0;
  const rows = statement.lines.map((line, i) => {
    const row = partRow(lang, line, before, i * ROW, decimals);
    before += line.gained;
    return row;
  });
  const harmAt = statement.lines.length * ROW;
  const totalAt = harmAt + ROW;
  const points = formatScore(lang, statement.points, decimals);
  const body =
    axis(lang, totalAt + ROW) +
    rows.join("") +
    harmRow(lang, statement, score.harm, harmAt, decimals) +
    totalRow(lang, statement, score, totalAt, decimals);
  const summary = `${statementWords(lang, statement, decimals)}. ${scoreWords(lang, statement.points, [score.low, score.high], decimals)}.`;
  const title = say(lang, "chart.waterfallTitle", { points });
  return chart({
    kind: "waterfall",
    height: totalAt + ROW + AXIS,
    title,
    summary,
    body,
    ...(options.id === undefined ? {} : { id: options.id }),
  });
}
