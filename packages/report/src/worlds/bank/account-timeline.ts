/** One account's months: money in rises, money out falls; a ring was planted, a dot shows an indicator unplanted. */
import type { Language } from "@vigie/spec";
import { evidenceShape } from "../../charts/evidence-mark.ts";
import { formatCount, formatDollars } from "../../format.ts";
import { chart, coord, label, percent, type Picture } from "../../picture.ts";
import { say } from "./say.ts";
import type { ExampleRow } from "./values.ts";

const HEIGHT = 176;
const MIDDLE = 80;
const REACH = 58;
const FOUR_WEEKS = 28;
const SHOWN = '<circle class="vg-shows" r="3"/>';

/** Large and small amounts both have to be seen: the length grows with the square root. */
function reach(cents: number, most: number): number {
  return cents <= 0 ? 0 : Math.max(2, REACH * Math.sqrt(cents / Math.max(1, most)));
}

/** The strokes of one kind of rows, as one path: x in thousandths of the width, which stretches while strokes keep theirs. */
function strokes(kind: string, rows: readonly ExampleRow[], share: (day: number) => number, most: number): string {
  const path = rows.map((row) => `M${Math.round(1000 * share(row.day))} ${MIDDLE}V${tipOf(row, most)}`);
  return (
    `<svg width="100%" height="${HEIGHT}" viewBox="0 0 1000 ${HEIGHT}" preserveAspectRatio="none">` +
    `<path class="${kind}" vector-effect="non-scaling-stroke" d="${path.join("")}"/></svg>`
  );
}

function tipOf(row: ExampleRow, most: number): string {
  return coord(Math.round(10 * (MIDDLE + (row.credit ? -1 : 1) * reach(row.cents, most))) / 10);
}

function marked(row: ExampleRow, x: string, most: number): string {
  const shape = row.planted ? evidenceShape("missed") : SHOWN;
  return `<svg x="${x}" y="${tipOf(row, most)}" overflow="visible">${shape}</svg>`;
}

/** Every fourth week's line and name, from the first; a name that would not fit before the end is left out. */
function weekLines(days: number, share: (day: number) => number, lang: Language): string {
  const starts = Array.from({ length: Math.ceil(days / FOUR_WEEKS) }, (_, i) => i * FOUR_WEEKS);
  return starts
    .map((day) => {
      const x = percent(share(day - 0.5));
      const name = share(day) > 0.88 ? "" : label(x, HEIGHT - 6, say(lang, "week", { n: day / 7 + 1 }), { kind: "vg-small" });
      return `<line class="vg-grid" x1="${x}" x2="${x}" y1="8" y2="${HEIGHT - 22}"/>${name}`;
    })
    .join("");
}

export function accountTimeline(rows: readonly ExampleRow[], days: number, title: string, lang: Language, id: string): Picture {
  const most = Math.max(1, ...rows.map((row) => row.cents));
  const share = (day: number): number => 0.015 + 0.97 * ((day + 0.5) / Math.max(1, days));
  const stroke = (kind: string, wanted: (row: ExampleRow) => boolean): string => strokes(kind, rows.filter(wanted), share, most);
  // What was planted is drawn last, above the rest.
  const shown = rows.filter((row) => row.shows).sort((a, b) => Number(a.planted) - Number(b.planted));
  const largest = rows.find((row) => row.cents === most);
  const at = largest === undefined ? 0 : share(largest.day);
  const amount =
    largest === undefined
      ? ""
      : label(percent(at), MIDDLE + (largest.credit ? -REACH - 9 : REACH + 16), formatDollars(lang, most), {
          kind: "vg-ink vg-small vg-halo",
          anchor: at > 0.8 ? "end" : at < 0.2 ? "start" : "middle",
        });
  const summary = say(lang, "exampleSummary", {
    rows: formatCount(lang, rows.length),
    planted: formatCount(lang, rows.filter((row) => row.planted).length),
    shows: formatCount(lang, rows.filter((row) => row.shows && !row.planted).length),
  });
  const body =
    weekLines(days, share, lang) +
    `<line class="vg-axis" x1="0" x2="100%" y1="${MIDDLE}" y2="${MIDDLE}"/>` +
    stroke("vg-tick", (row) => !row.shows) +
    stroke("vg-tick vg-tick-shows", (row) => row.shows && !row.planted) +
    stroke("vg-tick vg-tick-missed", (row) => row.planted) +
    shown.map((row) => marked(row, percent(share(row.day)), most)).join("") +
    amount;
  return chart({ kind: "account", height: HEIGHT, title, summary, body, id });
}
