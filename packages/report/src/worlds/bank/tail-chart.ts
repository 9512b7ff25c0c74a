/** A tail: which share has at least so many, both by powers of ten. */
import { scaleLog } from "d3-scale";
import { line, curveStepAfter } from "d3-shape";
import type { Language } from "@vigie/spec";
import { formatCount, formatPercent } from "../../format.ts";
import { chart, label, percent, type Picture } from "../../picture.ts";
import { say } from "./say.ts";
import { textIn } from "./comparison-words.ts";
import type { DegreeTail } from "./values.ts";

const HEIGHT = 220;
const POWERS = [1, 10, 100, 1000, 10_000, 100_000] as const;
const SHARES = [1, 0.1, 0.01, 0.001, 0.0001] as const;

function middleOf({ values, shares }: DegreeTail): number {
  const past = shares.findIndex((share) => share < 0.5);
  return past <= 0 ? (values.at(-1) ?? 0) : values[past - 1];
}

export function tailChart(tail: DegreeTail, lang: Language, id: string): Picture {
  const largest = Math.max(10, tail.values.at(-1) ?? 1);
  const least = Math.max(0.0001, Math.min(0.1, ...tail.shares.filter((share) => share > 0)));
  const x = scaleLog([1, largest], [0, 1]);
  const y = scaleLog([least, 1], [1, 0]);
  const grid = SHARES.filter((share) => share >= least).map((share) => {
    const at = percent(y(share));
    return `<line class="vg-grid" x1="0" x2="100%" y1="${at}" y2="${at}"/><svg y="${at}" overflow="visible">${label("-6", 5, formatPercent(lang, share, 2), { anchor: "end", kind: "vg-small" })}</svg>`;
  });
  const ticks = POWERS.filter((power) => power <= largest).map((power) => {
    const at = percent(x(power));
    return `<line class="vg-grid" x1="${at}" x2="${at}" y1="0" y2="100%"/><svg y="100%" overflow="visible">${label(at, 20, formatCount(lang, power), { anchor: "middle", kind: "vg-small" })}</svg>`;
  });
  const path = line<number>(
    (_, i) => 100 * x(tail.values[i]),
    (share) => 100 * y(Math.max(least, share)),
  )
    .curve(curveStepAfter)
    .digits(2)(tail.shares);
  const curve = `<svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible"><path class="vg-own" vector-effect="non-scaling-stroke" d="${path ?? ""}"/></svg>`;
  const summary = say(lang, "tailSummary", {
    middle: formatCount(lang, middleOf(tail)),
    most: formatCount(lang, tail.values.at(-1) ?? 0),
    units: formatCount(lang, tail.units),
  });
  return chart({
    kind: "tail",
    height: HEIGHT,
    title: textIn(lang, tail.title),
    summary,
    body: grid.join("") + ticks.join("") + curve,
    id,
  });
}
