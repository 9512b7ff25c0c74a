/** The few shapes of a timeline. x is a percentage where the picture lies, pixels where it stands; y is pixels always. */
import { coord, escapeXml } from "../picture.ts";
import type { StretchKind } from "./plan.ts";
import type { Flag } from "./words.ts";

export interface Box {
  readonly x: string;
  readonly y: number;
  readonly width: string;
  readonly height: number;
}

const size = ({ x, y, width, height }: Box): string =>
  `x="${x}" y="${coord(y)}" width="${width}" height="${coord(Math.max(0, height))}"`;

/** Leaning stripes that end at their box: a thick dashed line, slanted about its own middle and cut. */
function stripes(box: Box): string {
  const line = `<line x1="-400%" x2="500%" stroke-width="${coord(box.height)}" transform="skewX(-22)"/>`;
  return `<svg class="vg-tl-cut" ${size(box)}><svg class="vg-tl-stripes" y="50%">${line}</svg></svg>`;
}

/** A stretch of the bar. */
export function stretchShape(kind: StretchKind, box: Box): string {
  const hatched = kind === "frozen" || kind === "held" ? stripes(box) : "";
  return `<g class="vg-tl-${kind}"><rect class="vg-tl-ground" ${size(box)}/>${hatched}<rect class="vg-tl-edge" ${size(box)}/></g>`;
}

export function rect(kind: string, box: Box): string {
  return `<rect class="${kind}" ${size(box)}/>`;
}

export function vertical(kind: string, x: string, from: number, to: number): string {
  return `<line class="${kind}" x1="${x}" x2="${x}" y1="${coord(from)}" y2="${coord(to)}"/>`;
}

export function knob(kind: Flag["kind"], x: string, y: number): string {
  return `<circle class="vg-tl-knob vg-tl-${kind}" cx="${x}" cy="${coord(y)}" r="6.5"/>`;
}

/** One line of words whose parts have classes of their own. */
export function line(
  x: string,
  y: number,
  parts: readonly { readonly text: string; readonly kind?: string }[],
  more: { readonly anchor?: "start" | "middle" | "end"; readonly dx?: number } = {},
): string {
  const { anchor = "start", dx = 0 } = more;
  const words = parts
    .map(({ text, kind }) => (kind === undefined ? escapeXml(text) : `<tspan class="${kind}">${escapeXml(text)}</tspan>`))
    .join(" ");
  return `<text class="vg-halo" x="${x}" y="${coord(y)}" text-anchor="${anchor}" dx="${coord(dx)}">${words}</text>`;
}

/** The words of a label: its name and, below or beside it, its times. */
export function nameOf({ kind, name }: Flag): { readonly text: string; readonly kind: string } {
  return { text: name, kind: kind === "mark" ? "vg-tl-name" : `vg-tl-name vg-tl-${kind}-ink` };
}

/** The time where the visitor is; another weekday stands out. */
export function ownParts(own: NonNullable<Flag["own"]>): readonly { readonly text: string; readonly kind?: string }[] {
  const weekday = own.otherDay ? { text: own.weekday, kind: "vg-tl-other" } : { text: own.weekday };
  return [{ text: own.zone }, weekday, { text: own.time }];
}
