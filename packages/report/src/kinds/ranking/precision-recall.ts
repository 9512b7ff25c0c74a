/**
 * The precision-recall curve of a practice run.
 *
 * Curves are drawn in a square of 100 by 100 that stretches with the page while strokes keep their width; words and
 * grid stand outside of it, in percentages and pixels, so that nothing shrinks on a phone.
 */
import { line } from "d3-shape";
import type { RankingDetails } from "@vigie/spec/ranking";
import type { Language } from "@vigie/spec";
import { formatCount, formatPercent } from "../../format.ts";
import { chart, label, percent, type Picture } from "../../picture.ts";
import { curveFinding } from "./findings.ts";
import { say } from "./say.ts";

interface CurvePoint {
  readonly recall: number;
  readonly precision: number;
}

type Details = Pick<RankingDetails, "subjects" | "positives" | "budget" | "alerts" | "hits" | "curve">;

const HEIGHT = 340;
const QUARTERS = [0, 0.25, 0.5, 0.75, 1] as const;

function isDrawable(point: CurvePoint): boolean {
  return Number.isFinite(point.recall) && Number.isFinite(point.precision);
}

function path(points: readonly CurvePoint[]): string {
  const shape = line<CurvePoint>(
    (point) => 100 * Math.min(1, Math.max(0, point.recall)),
    (point) => 100 * (1 - Math.min(1, Math.max(0, point.precision))),
  );
  return shape.digits(2)(points.filter(isDrawable)) ?? "";
}

function grid(lang: Language): string {
  return QUARTERS.map((share) => {
    const y = percent(1 - share);
    const name = formatPercent(lang, share);
    return (
      `<line class="${share === 0 ? "vg-axis" : "vg-grid"}" x1="0" x2="100%" y1="${y}" y2="${y}"/>` +
      `<svg y="${y}" overflow="visible">${label("-8", 5, name, { anchor: "end" })}</svg>` +
      `<svg y="100%" overflow="visible">${label(percent(share), 20, name, { anchor: share === 1 ? "end" : "middle" })}</svg>`
    );
  }).join("");
}

/** Where the budget ends: with a tie cut there, between two points of the curve. */
function budgetPoint(details: Details): CurvePoint {
  const within = Math.min(details.budget, details.alerts);
  const precision = within > 0 ? details.hits / within : 0;
  const recall = details.positives > 0 ? details.hits / details.positives : 0;
  return { recall: Math.min(1, recall), precision: Math.min(1, precision) };
}

function own(details: Details, end: CurvePoint): string {
  const inside = details.curve.filter((point) => point.alerts <= details.budget);
  const outside = details.curve.filter((point) => point.alerts > details.budget);
  const first = details.curve[0];
  const thick = [{ recall: 0, precision: first.precision }, ...inside, end];
  return (
    `<path class="vg-rest" vector-effect="non-scaling-stroke" d="${path([end, ...outside])}"/>` +
    `<path class="vg-own" vector-effect="non-scaling-stroke" d="${path(thick)}"/>`
  );
}

function spot(point: CurvePoint, body: string): string {
  return `<svg x="${percent(point.recall)}" y="${percent(1 - point.precision)}" overflow="visible">${body}</svg>`;
}

function ownNames(details: Details, end: CurvePoint, lang: Language): string {
  const alerts = Math.min(details.budget, details.alerts);
  const left = end.recall > 0.45;
  const high = end.precision > 0.8 || left;
  const [anchor, dx, y] = [left ? ("end" as const) : ("start" as const), left ? -12 : 12, high ? 20 : -22];
  const words = say(lang, "chart.rightAndWrong", {
    right: formatCount(lang, details.hits),
    wrong: formatCount(lang, Math.max(0, alerts - details.hits)),
  });
  return spot(
    end,
    `<circle class="vg-point" r="6"/>` +
      label("0", y, say(lang, "chart.yourAlerts", { count: alerts, alerts: formatCount(lang, alerts) }), {
        kind: "vg-ink vg-b vg-halo",
        anchor,
        dx,
      }) +
      label("0", y + 18, words, { kind: "vg-ink vg-halo", anchor, dx }),
  );
}

/** The curve of a run; its summary is the finding and the method. */
export function precisionRecallCurve(details: Details, lang: Language): Picture {
  const method = say(lang, "chart.curveSummary", {
    subjects: formatCount(lang, details.subjects),
    budget: formatCount(lang, details.budget),
  });
  const summary = `${curveFinding(lang, details)}. ${method}`;
  const end = budgetPoint(details);
  const drawn = details.curve.length > 0;
  const lines = `<svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">${drawn ? own(details, end) : ""}</svg>`;
  const body =
    label("-44", -14, say(lang, "chart.precisionAxis")) +
    grid(lang) +
    `<svg y="100%" overflow="visible">${label("100%", 42, say(lang, "chart.recallAxis", { positives: formatCount(lang, details.positives) }), { anchor: "end" })}</svg>` +
    lines +
    (drawn && details.alerts > 0 ? ownNames(details, end, lang) : "");
  return chart({
    kind: "curve",
    height: HEIGHT,
    title: say(lang, "chart.curveTitle"),
    summary,
    body,
  });
}
