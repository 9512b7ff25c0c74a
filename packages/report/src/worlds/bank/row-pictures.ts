/** What stands in a row of the report: the measured values on a scale of their own, the reference as hollow marks. */
import { scaleLinear, scaleLog } from "d3-scale";
import type { Language } from "@vigie/spec";
import { placed } from "../../charts/axis.ts";
import { coord, percent, rowPicture, type Picture } from "../../picture.ts";
import { comparisonWords } from "./comparison-words.ts";
import type { BandDetail, ComparisonDetail, FigureDetail, PointsDetail } from "./values.ts";

const HEIGHT = 30;
const MIDDLE = 12;
const BELOW = 23;
const DIAMOND = '<path class="vg-ref" d="M0-4 4 0 0 4-4 0Z"/>';
const INSET = 0.03;

type Place = (value: number) => number;

function inset(share: number): number {
  return INSET + (1 - 2 * INSET) * Math.min(1, Math.max(0, share));
}

/** A scale that holds all values: by powers where they are positive and far apart, else linear from 0 or below. */
export function scaleOf(values: readonly number[]): Place {
  const usable = values.filter(Number.isFinite);
  const [least, most] = [Math.min(...usable), Math.max(...usable)];
  if (!(most > least)) return () => inset(0.5);
  if (least > 0 && most / least > 12) {
    const scale = scaleLog([least, most], [0, 1]);
    return (value) => inset(scale(value));
  }
  const scale = scaleLinear([Math.min(0, least), Math.max(0, most)], [0, 1]);
  return (value) => inset(scale(value));
}

function points({ observed, expected }: PointsDetail, place: Place): string {
  const [low, middle, high] = observed.map((value) => percent(place(value)));
  const y = coord(MIDDLE);
  const ends = [low, high].map((x) => `<line class="vg-whisk" x1="${x}" x2="${x}" y1="${MIDDLE - 4}" y2="${MIDDLE + 4}"/>`);
  const stated = (expected ?? []).map((value) => placed(place(value), BELOW, DIAMOND));
  const join =
    expected === null
      ? ""
      : `<line class="vg-join" x1="${percent(place(expected[0]))}" x2="${percent(place(expected[2]))}" y1="${BELOW}" y2="${BELOW}" stroke-dasharray="2 3"/>`;
  return (
    `<line class="vg-whisk" x1="${low}" x2="${high}" y1="${y}" y2="${y}"/>${ends.join("")}` +
    `<circle class="vg-dot" cx="${middle}" cy="${y}" r="5"/>${join}${stated.join("")}`
  );
}

function band({ observed, low, high }: BandDetail, place: Place): string {
  const [from, to] = [place(low), place(high)];
  const width = percent(Math.max(0.004, to - from));
  return (
    `<line class="vg-axis" x1="0" x2="100%" y1="${MIDDLE}" y2="${MIDDLE}"/>` +
    `<rect class="vg-ghost" x="${percent(from)}" y="${MIDDLE - 7}" width="${width}" height="14" rx="2"/>` +
    `<circle class="vg-dot" cx="${percent(place(observed))}" cy="${MIDDLE}" r="5"/>`
  );
}

function figure({ observed, expected }: FigureDetail, place: Place): string {
  const stated = expected === null ? "" : placed(place(expected), BELOW, DIAMOND);
  const x = percent(place(observed));
  return (
    `<line class="vg-stem" x1="${percent(place(0))}" x2="${x}" y1="${MIDDLE}" y2="${MIDDLE}"/>` +
    `<circle class="vg-dot" cx="${x}" cy="${MIDDLE}" r="5"/>${stated}`
  );
}

function drawn(detail: Exclude<ComparisonDetail, { kind: "shares" }>, place: Place | null): string {
  switch (detail.kind) {
    case "points":
      return points(detail, place ?? scaleOf([...detail.observed, ...(detail.expected ?? [])]));
    case "band":
      return band(detail, place ?? scaleOf([0, detail.low, detail.high, detail.observed]));
    case "figure":
      return figure(detail, place ?? scaleOf([0, detail.observed, detail.expected ?? 0]));
  }
}

/** One measure against its reference. @param place a scale shared by the rows of a table; null for one of its own. */
export function comparisonPicture(
  detail: Exclude<ComparisonDetail, { kind: "shares" }>,
  lang: Language,
  place: Place | null = null,
): Picture {
  const { observed, expected } = comparisonWords(lang, detail);
  return rowPicture("compare", "100%", HEIGHT, drawn(detail, place), `${observed} / ${expected}`);
}
