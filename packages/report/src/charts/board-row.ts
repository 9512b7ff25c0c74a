/** What stands in a row of the board: score and interval on the common axis, small bars for the parts, attempts so far. */
import { line, curveStepAfter } from "d3-shape";
import type { Language } from "@vigie/spec";
import { formatPercent, formatScore } from "../format.ts";
import { coord, percent, rowPicture, type Picture } from "../picture.ts";
import { say } from "../say.ts";
import { hatched } from "./hatch.ts";
import { along, gridLines, onMiddle, placed, type Axis } from "./axis.ts";

export interface WhiskerRow {
  readonly score: number | null;
  readonly interval: readonly [number, number] | null;
  readonly axis: Axis;
  /** A baseline is a hollow diamond on a dotted whisker; `you` wears the lamp. */
  readonly kind: "team" | "you" | "baseline";
  /** The visitor's own score: a dashed line through every row. */
  readonly mine?: number | null;
  /** Decimals that scores are shown with; 0 for hidden splits. */
  readonly decimals?: number;
}

const DIAMOND = '<path class="vg-ref" d="M0-5 5 0 0 5-5 0Z"/>';

function whisker(low: number, high: number, kind: WhiskerRow["kind"]): string {
  const [a, b] = [percent(low), percent(high)];
  const dotted = kind === "baseline" ? ' stroke-dasharray="2 3"' : "";
  const name = kind === "you" ? "vg-whisk vg-you" : "vg-whisk";
  const caps = [a, b].map((x) => `<line class="${name}" x1="${x}" x2="${x}" y1="-5" y2="5"/>`).join("");
  return `<line class="${name}" x1="${a}" x2="${b}"${dotted}/>${kind === "baseline" ? "" : caps}`;
}

function point(share: number, kind: WhiskerRow["kind"]): string {
  if (kind === "baseline") return placed(share, 0, DIAMOND);
  return `<circle class="${kind === "you" ? "vg-dot vg-lit" : "vg-dot"}" cx="${percent(share)}" r="${kind === "you" ? 7 : 6}"/>`;
}

/** A score as a dot with its interval as a whisker, on the board's axis; 44 px high (a baseline 30), or as CSS stretches it. */
export function scoreWhisker(row: WhiskerRow, lang: Language): Picture {
  const { score, interval, axis, kind, mine, decimals = 0 } = row;
  const own = mine === undefined || mine === null ? "" : percent(along(axis, mine));
  const mineLine = own === "" ? "" : `<line class="vg-mine" x1="${own}" x2="${own}" y1="0" y2="100%"/>`;
  const shapes =
    score === null
      ? ""
      : onMiddle(
          (interval ? whisker(along(axis, interval[0]), along(axis, interval[1]), kind) : "") + point(along(axis, score), kind),
        );
  const summary = scoreWords(lang, score, interval, decimals);
  return rowPicture("whisker", "100%", kind === "baseline" ? 30 : 44, gridLines(axis) + mineLine + shapes, summary);
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
  const bar = value > 0 ? `<rect class="vg-bar" width="${percent(value)}" height="5" rx="2.5"/>` : "";
  return rowPicture(
    "part",
    "100%",
    5,
    `<rect class="vg-track" width="100%" height="5" rx="2.5"/>${bar}`,
    formatPercent(lang, value),
  );
}

/** The share that a penalty takes, 0 to 1: hatched, never a second solid bar. */
export function penaltyBar(value: number, lang: Language): Picture {
  const bar = value > 0 ? hatched(0, value, 0, 7) : "";
  return rowPicture(
    "part",
    "100%",
    7,
    `<rect class="vg-track" width="100%" height="5" y="1" rx="2.5"/>${bar}`,
    formatPercent(lang, value),
  );
}

const SPARK = { width: 88, height: 24, inset: 4 } as const;

/** The best public score after each accepted submission, oldest first: a small step line that ends in a dot. */
export function sparkline(history: readonly number[], lang: Language): Picture {
  const scores = history.filter(Number.isFinite);
  if (scores.length === 0) return rowPicture("spark", String(SPARK.width), SPARK.height, "", say(lang, "chart.noHistory"));
  const { inset } = SPARK;
  const top = Math.max(20, ...scores);
  const x = (i: number): number => (scores.length === 1 ? inset : inset + (i / (scores.length - 1)) * (SPARK.width - 2 * inset));
  const y = (score: number): number => SPARK.height - inset - (Math.max(0, score) / top) * (SPARK.height - 2 * inset);
  const path =
    line<number>((_, i) => x(i), y)
      .curve(curveStepAfter)
      .digits(1)(scores) ?? "";
  const end = `<circle class="vg-end" cx="${coord(x(scores.length - 1))}" cy="${coord(y(scores[scores.length - 1]))}" r="2.6"/>`;
  const words = say(lang, "chart.history", { scores: scores.map((score) => formatScore(lang, score, 0)).join("; ") });
  return rowPicture("spark", String(SPARK.width), SPARK.height, `<path class="vg-steps" d="${path}"/>${end}`, words);
}
