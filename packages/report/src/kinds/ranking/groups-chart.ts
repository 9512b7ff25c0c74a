/** Lawful look-alike groups, the one that costs most first: how many of each would have been questioned, as dots on one axis. */
import { scaleLinear } from "d3-scale";
import type { GroupHarm } from "@vigie/spec/ranking";
import type { Language } from "@vigie/spec";
import { formatCount, formatPercent, formatScore } from "../../format.ts";
import { nameOf } from "../../names.ts";
import { chart, coord, label, percent, wrapped, type Picture } from "../../picture.ts";
import { gainOfOneSpared } from "./burden.ts";
import { harmSentence, type InWorld } from "./findings.ts";
import { say } from "./say.ts";

const LINE = 18;
const TRACK = 22;
const GAP = 12;
const MOST_LETTERS = 48;

interface Row {
  readonly harm: GroupHarm;
  readonly lines: readonly string[];
  readonly note: string | null;
}

/** What a run is worth, where harm divides its score; null for challenges of before 2.0.0, of which the worst group counted. */
export type Worth = { readonly points: number; readonly budget: number } | null;

function costNote(groups: readonly GroupHarm[], { group }: GroupHarm, worth: Worth, lang: Language): string {
  if (worth === null) return say(lang, "chart.worstNote");
  const gain = gainOfOneSpared(groups, group, worth);
  if (gain < 0.05) return say(lang, "chart.costsMost");
  return say(lang, "chart.costsMostGain", { count: Math.round(gain * 10) / 10, gain: formatScore(lang, gain) });
}

function rowsOf(groups: readonly GroupHarm[], of: InWorld, lang: Language, worth: Worth): Row[] {
  const sorted = [...groups].sort((a, b) => Number(b.judged) - Number(a.judged) || b.rate - a.rate || b.members - a.members);
  return sorted.map((harm, i) => {
    const values = {
      flagged: formatCount(lang, harm.flagged),
      members: formatCount(lang, harm.members),
      group: nameOf(of, harm.group, lang),
    };
    const note = !harm.judged
      ? say(lang, "chart.smallNote")
      : i === 0 && harm.rate > 0
        ? costNote(groups, harm, worth, lang)
        : null;
    return { harm, lines: wrapped(say(lang, "chart.groupLabel", values), MOST_LETTERS), note };
  });
}

function heightOf(row: Row): number {
  return LINE * (row.lines.length + (row.note === null ? 0 : 1)) + TRACK + GAP;
}

function drawn(row: Row, top: number, most: number, worst: boolean): string {
  const kind = worst ? "vg-warn" : "";
  const texts = row.lines.map((text, i) => label("0", top + 14 + LINE * i, text, { kind: "vg-ink vg-halo" }));
  if (row.note !== null)
    texts.push(label("0", top + 14 + LINE * row.lines.length, row.note, { kind: `vg-small vg-halo ${kind}`.trim() }));
  const y = coord(top + heightOf(row) - GAP - TRACK / 2);
  const x = percent(row.harm.rate / most);
  const stem = row.harm.judged ? `vg-stem ${kind}`.trim() : "vg-whisk";
  const dot = row.harm.judged ? `vg-dot ${kind}`.trim() : "vg-ref";
  return `${texts.join("")}<line class="${stem}" x1="0" x2="${x}" y1="${y}" y2="${y}"/><circle class="${dot}" cx="${x}" cy="${y}" r="5.5"/>`;
}

function scale(groups: readonly GroupHarm[]): { readonly most: number; readonly ticks: readonly number[] } {
  const highest = Math.max(0.1, ...groups.map((group) => group.rate).filter(Number.isFinite));
  const nice = scaleLinear([0, Math.min(1, highest)], [0, 1]).nice(4);
  return { most: nice.domain()[1], ticks: nice.ticks(4) };
}

/** The groups of a practice run, the one that costs most first; the summary has one sentence for each. */
export function groupHarmChart(groups: readonly GroupHarm[], of: InWorld, lang: Language, worth: Worth): Picture {
  const rows = rowsOf(groups, of, lang, worth);
  const { most, ticks } = scale(groups);
  let top = 0;
  const shapes = rows.map((row, i) => {
    const shape = drawn(row, top, most, i === 0 && row.harm.judged && row.harm.rate > 0);
    top += heightOf(row);
    return shape;
  });
  const grid = ticks.map((tick) => {
    const x = percent(tick / most);
    const anchor = tick === 0 ? "start" : tick >= most ? "end" : "middle";
    return `<line class="vg-grid" x1="${x}" x2="${x}" y1="0" y2="${coord(top)}"/>${label(x, top + 18, formatPercent(lang, tick), { anchor })}`;
  });
  const summary = rows.length === 0 ? say(lang, "chart.nothing") : rows.map((row) => harmSentence(lang, row.harm, of)).join(" ");
  const body = rows.length === 0 ? label("0", 16, summary) : grid.join("") + shapes.join("");
  return chart({
    kind: "groups",
    height: rows.length === 0 ? 24 : top + 26,
    title: say(lang, "chart.groupsTitle"),
    summary,
    body,
  });
}
