/**
 * Hatching without a pattern: patterns need ids, which clash when a page shows the same picture twice.
 *
 * A thick dashed line makes stripes; slanted about its own middle, it makes them lean. It takes percentages for x and
 * pixels for y, as everything in a row must.
 */
import { coord, percent } from "../picture.ts";

/** A hatched stretch from one share of the width to another, `top` pixels down and `height` high, in the colour of what is taken off. */
export function hatched(from: number, to: number, top: number, height: number): string {
  const [x1, x2] = [percent(Math.min(from, to)), percent(Math.max(from, to))];
  const width = percent(Math.abs(to - from));
  const middle = coord(top + height / 2);
  return (
    `<svg y="${middle}" overflow="visible"><line class="vg-hatch" x1="${x1}" x2="${x2}" stroke-width="${coord(height)}" transform="skewX(-22)"/></svg>` +
    `<rect class="vg-taken" x="${x1}" y="${coord(top)}" width="${width}" height="${coord(height)}"/>`
  );
}
