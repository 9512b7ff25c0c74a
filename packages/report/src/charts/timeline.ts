/** One account's transactions, day by day: money in rises, money out falls; a ring was planted, a dot was cited. */
import type { Language } from "@vigie/spec";
import { formatCents, formatCount } from "../format.ts";
import { chart, coord, label, percent, type Picture } from "../picture.ts";
import { say } from "../say.ts";
import { evidenceShape, findingOf } from "./evidence-mark.ts";

export interface TimelineRow {
  /** Whole local days, on any common count. */
  readonly day: number;
  readonly cents: number;
  readonly direction: "credit" | "debit";
  readonly planted: boolean;
  readonly cited: boolean;
}

const HEIGHT = 150;
const MIDDLE = 75;
const REACH = 52;

/** Large and small amounts both have to be seen: the length grows with the square root. */
function reach(cents: number, most: number): number {
  return most > 0 ? Math.max(3, REACH * Math.sqrt(Math.max(0, cents) / most)) : 3;
}

function drawn(row: TimelineRow, share: number, most: number): string {
  const finding = findingOf(row.planted, row.cited);
  const tip = MIDDLE + (row.direction === "credit" ? -1 : 1) * reach(row.cents, most);
  const x = percent(share);
  const name = finding === null ? "vg-tick" : `vg-tick vg-tick-${finding}`;
  const head = finding === null ? "" : `<svg x="${x}" y="${coord(tip)}" overflow="visible">${evidenceShape(finding)}</svg>`;
  return `<line class="${name}" x1="${x}" x2="${x}" y1="${MIDDLE}" y2="${coord(tip)}"/>${head}`;
}

/** The time line of one mistake; the largest amount is labelled. */
export function mistakeTimeline(rows: readonly TimelineRow[], lang: Language, options: { readonly id?: string } = {}): Picture {
  const usable = rows.filter((row) => Number.isFinite(row.day) && Number.isFinite(row.cents));
  const days = usable.map((row) => row.day);
  const first = Math.min(...days);
  const length = Math.max(1, Math.max(...days) - first);
  const most = Math.max(0, ...usable.map((row) => row.cents));
  const share = (row: TimelineRow): number => 0.02 + 0.96 * ((row.day - first) / length);
  const ordinaryFirst = [...usable].sort((a, b) => Number(a.planted || a.cited) - Number(b.planted || b.cited));
  const largest = usable.find((row) => row.cents === most);
  const amount =
    largest === undefined
      ? ""
      : label(
          percent(share(largest)),
          MIDDLE + (largest.direction === "credit" ? -REACH - 10 : REACH + 20),
          formatCents(lang, most),
          {
            kind: "vg-ink vg-small vg-halo",
            anchor: share(largest) > 0.8 ? "end" : share(largest) < 0.2 ? "start" : "middle",
          },
        );
  const count = (wanted: (row: TimelineRow) => boolean): string => formatCount(lang, usable.filter(wanted).length);
  const summary = say(lang, "chart.timelineSummary", {
    rows: formatCount(lang, usable.length),
    planted: count((row) => row.planted),
    found: count((row) => row.planted && row.cited),
    wrong: count((row) => row.cited && !row.planted),
  });
  const body =
    `<line class="vg-axis" x1="0" x2="100%" y1="${MIDDLE}" y2="${MIDDLE}"/>` +
    label("0", 14, say(lang, "chart.moneyIn"), { kind: "vg-small" }) +
    label("0", HEIGHT - 4, say(lang, "chart.moneyOut"), { kind: "vg-small" }) +
    ordinaryFirst.map((row) => drawn(row, share(row), most)).join("") +
    amount;
  return chart({
    kind: "timeline",
    height: HEIGHT,
    title: say(lang, "chart.timelineTitle"),
    summary,
    body,
    ...(options.id === undefined ? {} : { id: options.id }),
  });
}
