/** Where labels go, so that none covers another: guessed from the number of letters, for a picture knows no font. */
import type { Flag } from "./words.ts";

/** The narrowest that the lying picture is shown, less its edges. */
export const NARROWEST_PX = 880;
const LETTER_PX = 6.9;
const GAP_PX = 14;
/** A label may stand so far beyond the edges. */
const BEYOND_PX = 10;

export type Anchor = "start" | "middle" | "end";

export interface Placed {
  readonly flag: Flag;
  /** 0 to 1. */
  readonly share: number;
  readonly anchor: Anchor;
  /** Rows of labels, from the top. */
  readonly tier: number;
}

export function widthPx(text: string): number {
  return text.length * LETTER_PX;
}

function widthOf({ name, time, own }: Flag): number {
  const below = own === null ? 0 : `${own.zone} ${own.weekday} ${own.time}`.length;
  return Math.max(name.length * 1.12, time.length, below) * LETTER_PX;
}

function span(at: number, width: number, anchor: Anchor): readonly [number, number] {
  const from = anchor === "start" ? at - 8 : anchor === "middle" ? at - width / 2 : at - width + 8;
  return [from, from + width];
}

/** To the left of its line where another follows closely, to the right where one came closely before: lines cross no words. */
function wishes(at: number, width: number, before: number, after: number): readonly Anchor[] {
  if (after - at < width * 0.75) return ["end", "start", "middle"];
  return at - before < width * 0.75 ? ["start", "end", "middle"] : ["middle", "end", "start"];
}

/** Each label in the highest row in which it fits, below its mark or to one side of it. */
export function placed(flags: readonly Flag[], shareOf: (at: number) => number): Placed[] {
  const tiers: (readonly [number, number])[][] = [];
  const marks = flags.map(({ at }) => shareOf(at) * NARROWEST_PX);
  return flags.map((flag, i) => {
    const [at, width] = [marks[i], widthOf(flag)];
    const anchors = wishes(at, width, marks[i - 1] ?? -Infinity, marks[i + 1] ?? Infinity);
    const share = shareOf(flag.at);
    for (let tier = 0; tier <= flags.length; tier++) {
      const taken = (tiers[tier] ??= []);
      const free = ([from, to]: readonly [number, number]): boolean =>
        taken.every(([left, right]) => to + GAP_PX <= left || from >= right + GAP_PX);
      for (const anchor of anchors) {
        const wanted = span(at, width, anchor);
        if (wanted[0] < -BEYOND_PX || wanted[1] > NARROWEST_PX + BEYOND_PX || !free(wanted)) continue;
        taken.push(wanted);
        return { flag, share, anchor, tier };
      }
    }
    return { flag, share, anchor: share > 0.5 ? "end" : "start", tier: flags.length };
  });
}

/** Heights from the top at which labels of one height stand, each at or below its mark and below the one before. */
export function stacked(marks: readonly number[], heights: readonly number[]): number[] {
  let free = -Infinity;
  return marks.map((mark, i) => {
    const top = Math.max(mark, free);
    free = top + heights[i];
    return top;
  });
}
