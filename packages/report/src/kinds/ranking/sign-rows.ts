/** Indicators of a practice run, one mark for each time: planted and found, planted and missed, named though not there. */
import type { IndicatorTally } from "@vigie/spec/ranking";
import type { Language } from "@vigie/spec";
import { evidenceShape, type Finding } from "../../charts/evidence-mark.ts";
import { formatCount } from "../../format.ts";
import { indicatorLabel } from "../../names.ts";
import { chart, coord, label, wrapped, type Picture } from "../../picture.ts";
import { say } from "./say.ts";

const LINE = 18;
const PITCH = 14;
const PER_LINE = 22;
const MARKS = 18;
const GAP = 14;
const MOST_LETTERS = 38;
/** With more than this many in a row, one mark stands for several. */
const MOST_MARKS = 2 * PER_LINE;

function marksOf(tally: IndicatorTally, each: number): Finding[] {
  const count = (n: number): number => (n > 0 ? Math.max(1, Math.round(n / each)) : 0);
  const found = Math.min(tally.found, tally.planted);
  return [
    ...Array.from({ length: count(found) }, (): Finding => "found"),
    ...Array.from({ length: count(Math.max(0, tally.planted - found)) }, (): Finding => "missed"),
    ...Array.from({ length: count(tally.wrong) }, (): Finding => "wrong"),
  ];
}

interface Row {
  readonly tally: IndicatorTally;
  readonly lines: readonly string[];
  readonly marks: readonly Finding[];
}

function figure(lang: Language, tally: IndicatorTally): string {
  if (!(tally.planted > 0)) return say(lang, "chart.onlyWrong");
  const planted = formatCount(lang, tally.planted);
  return tally.found > 0
    ? say(lang, "chart.foundOf", { found: formatCount(lang, tally.found), planted })
    : say(lang, "chart.noneOf", { planted });
}

function heightOf(row: Row): number {
  return LINE * row.lines.length + MARKS * Math.max(1, Math.ceil(row.marks.length / PER_LINE)) + GAP;
}

function drawn(row: Row, top: number, lang: Language): string {
  const texts = row.lines.map((text, i) => label("0", top + 14 + LINE * i, text, { kind: "vg-ink" }));
  const never = row.tally.planted > 0 && !(row.tally.found > 0);
  const marks = row.marks.map((finding, i) => {
    const x = 6 + PITCH * (i % PER_LINE);
    const y = top + LINE * row.lines.length + 12 + MARKS * Math.floor(i / PER_LINE);
    return `<svg x="${coord(x)}" y="${coord(y)}" overflow="visible">${evidenceShape(finding)}</svg>`;
  });
  return (
    texts.join("") +
    label("100%", top + 14, figure(lang, row.tally), { kind: never ? "vg-warn vg-b" : "", anchor: "end" }) +
    marks.join("")
  );
}

/** The key below the rows: a mark and its word, three times. */
function key(top: number, lang: Language): string {
  let x = 6;
  const parts: string[] = [];
  for (const finding of ["found", "missed", "wrong"] as const) {
    const word = say(lang, `chart.${finding}`);
    parts.push(
      `<svg x="${coord(x)}" y="${coord(top + 9)}" overflow="visible">${evidenceShape(finding)}</svg>${label(coord(x + 11), top + 14, word, { kind: "vg-small" })}`,
    );
    x += 11 + 7.6 * word.length + 26;
  }
  return parts.join("");
}

/** The rows of the indicators, those planted most often first; the summary has one sentence for each. */
export function signRows(tallies: readonly IndicatorTally[], lang: Language): Picture {
  const sorted = [...tallies].sort((a, b) => b.planted - a.planted || b.found - a.found || (a.indicator < b.indicator ? -1 : 1));
  const most = Math.max(1, ...sorted.map((tally) => tally.planted + tally.wrong).filter(Number.isFinite));
  const each = Math.max(1, Math.ceil(most / MOST_MARKS));
  const rows: Row[] = sorted.map((tally) => ({
    tally,
    lines: wrapped(indicatorLabel(lang, tally.indicator), MOST_LETTERS),
    marks: marksOf(tally, each),
  }));
  let top = 0;
  const shapes = rows.map((row) => {
    const shape = drawn(row, top, lang);
    top += heightOf(row);
    return shape;
  });
  const scaleNote = each > 1 ? label("0", top + 36, say(lang, "chart.each", { count: each }), { kind: "vg-small" }) : "";
  const title = say(lang, "chart.signsTitle");
  if (rows.length === 0) {
    const nothing = say(lang, "chart.nothing");
    return chart({ kind: "signs", height: 24, title, summary: nothing, body: label("0", 16, nothing) });
  }
  const summary = sorted
    .map((tally) =>
      say(lang, "chart.signSummary", {
        label: indicatorLabel(lang, tally.indicator),
        found: formatCount(lang, tally.found),
        planted: formatCount(lang, tally.planted),
        wrong: formatCount(lang, tally.wrong),
      }),
    )
    .join(" ");
  return chart({
    kind: "signs",
    height: top + (each > 1 ? 42 : 22),
    title,
    summary,
    body: shapes.join("") + key(top, lang) + scaleNote,
  });
}
