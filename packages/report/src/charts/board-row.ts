/** What stands in a row of the board: score and interval on the common axis, small bars for the parts, attempts so far. */
import type { Language } from "@vigie/spec";
import { formatPercent, formatScore } from "../format.ts";
import { coord, percent, type Picture } from "../picture.ts";
import { say } from "../say.ts";
import { along, gridLines, type Axis } from "./axis.ts";

export interface WhiskerRow {
  readonly score: number | null;
  readonly interval: readonly [number, number] | null;
  readonly axis: Axis;
  /** A hollow diamond on a dotted whisker. */
  readonly baseline: boolean;
  /** Decimals that scores are shown with; 0 for hidden splits. */
  readonly decimals?: number;
}

/**
 * What every row's picture points at, once in a page: the axis' lines, a whisker's cap, a reference's diamond. `vg-mine`
 * is the visitor's own score, a dashed line through every row; pages of nobody in particular have none, and draw nothing.
 */
export function boardShapes(axis: Axis): string {
  const shapes = `<g id="vg-axis">${gridLines(axis)}</g><path id="vg-cap" d="M0-5V5"/><path id="vg-diamond" class="vg-ref" d="M0-5 5 0 0 5-5 0Z"/>`;
  return shapesOf(shapes);
}

/** The visitor's own score, for the rows of the same page. */
export function ownScoreShape(axis: Axis, score: number): string {
  const x = percent(along(axis, score));
  return shapesOf(`<line id="vg-mine" class="vg-mine" x1="${x}" x2="${x}" y2="100%"/>`);
}

function shapesOf(shapes: string): string {
  return `<svg class="vg-shapes" aria-hidden="true">${shapes}</svg>`;
}

/** A picture of a row: its size is the stylesheet's, and screen readers read the figures beside it. */
function inRow(kind: string, body: string): string {
  return `<svg class="vg-${kind}" aria-hidden="true">${body}</svg>`;
}

function whisker(low: number, high: number, baseline: boolean): string {
  const [a, b] = [percent(low), percent(high)];
  if (baseline) return `<line class="vg-whisk vg-dotted" x1="${a}" x2="${b}"/>`;
  return `<g class="vg-whisk"><line x1="${a}" x2="${b}"/><use href="#vg-cap" x="${a}"/><use href="#vg-cap" x="${b}"/></g>`;
}

function point(share: number, baseline: boolean): string {
  const x = percent(share);
  return baseline ? `<use href="#vg-diamond" x="${x}"/>` : `<circle class="vg-dot" cx="${x}" r="6"/>`;
}

/** A score as a dot with its interval as a whisker, on the board's axis, in a page that holds `boardShapes`. */
export function scoreWhisker({ score, interval, axis, baseline, decimals = 0 }: WhiskerRow, lang: Language): Picture {
  const shapes =
    score === null
      ? ""
      : `<svg y="50%">${interval ? whisker(along(axis, interval[0]), along(axis, interval[1]), baseline) : ""}${point(along(axis, score), baseline)}</svg>`;
  const summary = scoreWords(lang, score, interval, decimals);
  return { svg: inRow("whisker", `<use href="#vg-axis"/><use href="#vg-mine"/>${shapes}`), summary };
}

/** "48.8, likely between 43.4 and 54.3", or that there is no score yet. */
export function scoreWords(
  lang: Language,
  score: number | null,
  interval: readonly [number, number] | null,
  decimals = 1,
): string {
  if (score === null) return say(lang, "chart.noScore");
  if (interval === null) return formatScore(lang, score, decimals);
  const [low, high] = interval.map((end) => formatScore(lang, end, decimals));
  return say(lang, "chart.whisker", { points: formatScore(lang, score, decimals), low, high });
}

/** A part of the score, 0 to 1, as a bar of 5 px on its whole. */
export function partBar(value: number, lang: Language): Picture {
  const bar = value > 0 ? `<rect width="${percent(value)}" height="5"/>` : "";
  return { svg: inRow("part", bar), summary: formatPercent(lang, value) };
}

/** The share that a penalty takes, 0 to 1: hatched, never a second solid bar. */
export function penaltyBar(value: number, lang: Language): Picture {
  const bar = value > 0 ? `<line x2="${percent(value)}" y1="50%" y2="50%"/>` : "";
  return { svg: inRow("part", bar), summary: formatPercent(lang, value) };
}

const SPARK = { width: 88, height: 24, inset: 4 } as const;

/** The best public score after each accepted submission, oldest first: a small step line that ends in a dot. */
export function sparkline(history: readonly number[], lang: Language): Picture {
  const scores = history.filter(Number.isFinite);
  if (scores.length === 0) return { svg: inRow("spark", ""), summary: say(lang, "chart.noHistory") };
  const { width, height, inset } = SPARK;
  const last = scores.length - 1;
  const top = Math.max(20, ...scores);
  const x = (i: number): string => coord(Math.round(inset + (last === 0 ? 0 : (i / last) * (width - 2 * inset))));
  const y = (score: number): string => coord(Math.round(height - inset - (Math.max(0, score) / top) * (height - 2 * inset)));
  // Only where it changed: a team of a hundred attempts has a handful of steps.
  const steps = scores.flatMap((score, i) => (i > 0 && score !== scores[i - 1] ? [`H${x(i)}V${y(score)}`] : []));
  const path = `<path d="M${x(0)} ${y(scores[0])}${steps.join("")}H${x(last)}"/>`;
  const said = scores.filter((score, i) => i === 0 || score !== scores[i - 1]);
  const words = say(lang, "chart.history", { scores: said.map((score) => formatScore(lang, score, 0)).join("; ") });
  return {
    svg: inRow("spark", `${path}<circle cx="${x(last)}" cy="${y(scores[last])}" r="2.6"/>`),
    summary: words,
  };
}
