/** The common axis of the board: one scale for every row and for the head above them. */
import { scaleLinear } from "d3-scale";
import type { Language } from "@vigie/spec";
import { formatCount } from "../format.ts";
import { coord, label, percent, rowPicture, type Picture } from "../picture.ts";

/** A linear axis of points; ticks lie within `min` and `max`. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

interface Ranged {
  readonly score: number | null;
  readonly interval: readonly [number, number] | null;
}

/** The axis that shows every score and interval: from 0 to the next round number, at most 100, and at least to 20. */
export function scoreAxis(rows: readonly Ranged[]): Axis {
  const ends = rows.flatMap((row) => [row.score ?? 0, row.interval?.[1] ?? 0]).filter(Number.isFinite);
  const most = Math.min(100, Math.max(20, ...ends));
  const max = Math.min(100, Math.ceil(most / 10) * 10);
  return { min: 0, max, ticks: scaleLinear([0, max], [0, 1]).ticks(4) };
}

/** Where a number of points lies on the axis, as a share of its length, 0 to 1. */
export function along(axis: Axis, points: number): number {
  const length = axis.max - axis.min;
  if (!(length > 0) || !Number.isFinite(points)) return 0;
  return Math.min(1, Math.max(0, (points - axis.min) / length));
}

/** Lines of the axis through a row of the given height. */
export function gridLines(axis: Axis): string {
  return axis.ticks
    .map((tick) => {
      const x = percent(along(axis, tick));
      return `<line class="vg-grid" x1="${x}" x2="${x}" y1="0" y2="100%"/>`;
    })
    .join("");
}

/** The numbers above the board's rows; as wide as its rows' pictures. */
export function axisTicks(axis: Axis, lang: Language): Picture {
  const texts = axis.ticks.map((tick) => label(percent(along(axis, tick)), 14, formatCount(lang, tick), { anchor: "middle" }));
  return rowPicture("ticks", "100%", 18, texts.join(""), axis.ticks.map((tick) => formatCount(lang, tick)).join(" "));
}

/** A shape drawn around its own zero, moved to a share of the width. */
export function placed(share: number, y: number, body: string): string {
  return `<svg x="${percent(share)}" y="${coord(y)}" overflow="visible">${body}</svg>`;
}
