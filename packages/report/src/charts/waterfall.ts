/** The score as a statement: each part's points, pale boxes for what could still be won, what penalties took hatched, the interval as a whisker. */
import { measureOf, type ChallengeSpec, type Language, type Score } from "@vigie/spec";
import { formatCount, formatPercent, formatScore, formatSigned } from "../format.ts";
import { chart, coord, label, percent, type Picture } from "../picture.ts";
import { say } from "../say.ts";
import { scoreStatement, type PenaltyLine, type StatementLine, type Statement } from "../statement.ts";
import { hatched } from "./hatch.ts";
import { scoreWords } from "./board-row.ts";

export interface WaterfallOptions {
  /** Decimals shown; 0 for the rounded scores of hidden splits. */
  readonly decimals?: 0 | 1;
}

/** What every row needs to know. */
interface Told {
  readonly challenge: ChallengeSpec;
  readonly lang: Language;
  readonly decimals: number;
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

function partRow(line: StatementLine, before: number, y: number, { challenge, lang, decimals }: Told): string {
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
    words(y, measureOf(challenge, line.measure).name[lang], figure)
  );
}

function penaltyRow(line: PenaltyLine, after: number, y: number, { challenge, lang, decimals }: Told): string {
  const { measure, share, taken } = line;
  const note = taken > 0 ? `, ${say(lang, "chart.takenShare", { share: formatPercent(lang, share) })}` : "";
  const bar = taken > 0 ? hatched(after / 100, (after + taken) / 100, y + BAR.top, BAR.height) : "";
  const height = taken > 0 ? BAR.height : 0;
  return (
    bar +
    join(after, y + BAR.top + height, ROW - height) +
    words(y, measureOf(challenge, measure).name[lang], `${formatSigned(lang, -taken, decimals)}${note}`)
  );
}

function totalRow(points: number, { low, high }: Score, y: number, { lang, decimals }: Told): string {
  const [from, to] = [percent(low / 100), percent(high / 100)];
  const caps = [from, to].map((x) => `<line class="vg-whisk" x1="${x}" x2="${x}" y1="-5" y2="5"/>`).join("");
  const middle = coord(y + BAR.top + BAR.height / 2);
  return (
    `<svg y="${middle}" overflow="visible"><line class="vg-whisk" x1="${from}" x2="${to}"/>${caps}<circle class="vg-dot vg-lit" cx="${percent(points / 100)}" r="7"/></svg>` +
    words(y, say(lang, "chart.score"), formatScore(lang, points, decimals), "vg-ink vg-b")
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
export function statementWords(lang: Language, statement: Statement, challenge: ChallengeSpec, decimals = 1): string {
  const term = (measure: string, points: number): string =>
    `${measureOf(challenge, measure).name[lang]} ${formatSigned(lang, points, decimals)}`;
  const terms = statement.lines.map(({ measure, gained }) => term(measure, gained));
  const taken = statement.penalties.map((penalty) => term(penalty.measure, -penalty.taken));
  return `${[...terms, ...taken].join(", ")} = ${formatScore(lang, statement.points, decimals)}`;
}

/** The statement's rows from the top, and how many there are. */
function rowsOf(statement: Statement, score: Score, told: Told): string[] {
  let at = 0;
  const parts = statement.lines.map((line, i) => {
    const row = partRow(line, at, i * ROW, told);
    at += line.gained;
    return row;
  });
  let left = statement.points + statement.penalties.reduce((sum, { taken }) => sum + taken, 0);
  const penalties = statement.penalties.map((line, i) => {
    left = i === statement.penalties.length - 1 ? statement.points : left - line.taken;
    return penaltyRow(line, left, (parts.length + i) * ROW, told);
  });
  return [...parts, ...penalties, totalRow(statement.points, score, (parts.length + penalties.length) * ROW, told)];
}

/** How a score comes about; its summary is the statement in words, with the interval. */
export function scoreWaterfall(score: Score, challenge: ChallengeSpec, lang: Language, options: WaterfallOptions = {}): Picture {
  const decimals = options.decimals ?? 1;
  const statement = scoreStatement(score, challenge, decimals);
  const rows = rowsOf(statement, score, { challenge, lang, decimals });
  const height = rows.length * ROW;
  const said = statementWords(lang, statement, challenge, decimals);
  return chart({
    kind: "waterfall",
    height: height + AXIS,
    title: say(lang, "chart.waterfallTitle", { points: formatScore(lang, statement.points, decimals) }),
    summary: `${said}. ${scoreWords(lang, statement.points, [score.low, score.high], decimals)}.`,
    body: axis(lang, height) + rows.join(""),
  });
}
