/** One account's months: money in rises, money out falls; a ring was planted, a dot shows an indicator unplanted. */
import type { Language } from "@vigie/spec";
import { evidenceShape } from "../charts/evidence-mark.ts";
import { formatCount, formatDollars } from "../format.ts";
import { chart, coord, label, percent, type Picture } from "../picture.ts";
import { say } from "../say.ts";
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

function drawn(row: ExampleRow, x: string, most: number): string {
  const tip = coord(MIDDLE + (row.credit ? -1 : 1) * reach(row.cents, most));
  const kind = row.planted ? "vg-tick vg-tick-missed" : row.shows ? "vg-tick vg-tick-shows" : "vg-tick";
  const shape = row.planted ? evidenceShape("missed") : row.shows ? SHOWN : "";
  const head = shape === "" ? "" : `<svg x="${x}" y="${tip}" overflow="visible">${shape}</svg>`;
  return `<line class="${kind}" x1="${x}" x2="${x}" y1="${MIDDLE}" y2="${tip}"/>${head}`;
}

export function accountTimeline(rows: readonly ExampleRow[], days: number, title: string, lang: Language, id: string): Picture {
  const most = Math.max(1, ...rows.map((row) => row.cents));
  const share = (day: number): number => 0.015 + 0.97 * ((day + 0.5) / Math.max(1, days));
  const markedLast = [...rows].sort((a, b) => Number(a.shows) - Number(b.shows) || Number(a.planted) - Number(b.planted));
  const weeks = Array.from({ length: Math.ceil(days / FOUR_WEEKS) }, (_, i) => i * FOUR_WEEKS).map((day) => {
    const x = percent(share(day - 0.5));
    return `<line class="vg-grid" x1="${x}" x2="${x}" y1="8" y2="${HEIGHT - 22}"/>${label(x, HEIGHT - 6, say(lang, "realism.week", { n: day / 7 + 1 }), { kind: "vg-small" })}`;
  });
  const largest = rows.find((row) => row.cents === most);
  const at = largest === undefined ? 0 : share(largest.day);
  const amount =
    largest === undefined
      ? ""
      : label(percent(at), MIDDLE + (largest.credit ? -REACH - 9 : REACH + 16), formatDollars(lang, most), {
          kind: "vg-ink vg-small vg-halo",
          anchor: at > 0.8 ? "end" : at < 0.2 ? "start" : "middle",
        });
  const summary = say(lang, "realism.exampleSummary", {
    rows: formatCount(lang, rows.length),
    planted: formatCount(lang, rows.filter((row) => row.planted).length),
    shows: formatCount(lang, rows.filter((row) => row.shows && !row.planted).length),
  });
  const body =
    weeks.join("") +
    `<line class="vg-axis" x1="0" x2="100%" y1="${MIDDLE}" y2="${MIDDLE}"/>` +
    markedLast.map((row) => drawn(row, percent(share(row.day)), most)).join("") +
    amount;
  return chart({ kind: "account", height: HEIGHT, title, summary, body, id });
}
