/** A comparison in words: what was measured, what the reference says, how far apart they are. */
import type { Language } from "@vigie/spec";
import { formatPercent, formatRatio } from "../../format.ts";
import { frenchSpaces } from "../../french-spaces.ts";
import { say } from "./say.ts";
import { formatUnit } from "./units.ts";
import type { Comparison, ComparisonDetail, SharesDetail } from "./values.ts";
import type { BilingualText } from "@vigie/spec";

/** A text that carries both languages, with French spacing. */
export function textIn(lang: Language, text: BilingualText): string {
  return lang === "fr" ? frenchSpaces(text.fr) : text.en;
}

/** What a row of the report is called. */
export function comparisonTitle(lang: Language, { title }: Comparison): string {
  return textIn(lang, title);
}

interface Words {
  readonly observed: string;
  readonly expected: string;
}

function top(lang: Language, { labels, observed, expected, along }: SharesDetail): Words {
  const at = observed.indexOf(Math.max(...observed));
  const stated = expected === null ? -1 : along === "hours" ? expected.indexOf(Math.max(...expected)) : at;
  const named = (label: number, share: number): string => `${textIn(lang, labels[label])} ${formatPercent(lang, share)}`;
  return {
    observed: named(at, observed[at]),
    expected: expected === null ? say(lang, "noExpectation") : named(stated, expected[stated]),
  };
}

function three(lang: Language, unit: Parameters<typeof formatUnit>[1], values: readonly [number, number, number]): string {
  const [low, middle, high] = values.map((value) => formatUnit(lang, unit, value));
  return say(lang, "points", { low, middle, high });
}

function bounds(lang: Language, unit: Parameters<typeof formatUnit>[1], low: number, high: number): string {
  if (low === high) return say(lang, "exactly", { value: formatUnit(lang, unit, low) });
  if (low === 0) return say(lang, "atMost", { high: formatUnit(lang, unit, high) });
  return say(lang, "between", { low: formatUnit(lang, unit, low), high: formatUnit(lang, unit, high) });
}

/** What was measured and what is stated, in a few words each. */
export function comparisonWords(lang: Language, detail: ComparisonDetail): Words {
  const none = say(lang, "noExpectation");
  switch (detail.kind) {
    case "shares":
      return top(lang, detail);
    case "points":
      return {
        observed: three(lang, detail.unit, detail.observed),
        expected: detail.expected === null ? none : three(lang, detail.unit, detail.expected),
      };
    case "figure":
      return {
        observed: formatUnit(lang, detail.unit, detail.observed),
        expected: detail.expected === null ? none : formatUnit(lang, detail.unit, detail.expected),
      };
    case "band":
      return {
        observed: formatUnit(lang, detail.unit, detail.observed),
        expected: bounds(lang, detail.unit, detail.low, detail.high),
      };
  }
}

/** How far apart, in which measure, and how far is still close; empty without a reference. */
export function distanceWords(lang: Language, { detail, distance, tolerance }: Comparison): string {
  if (distance === null || tolerance === null) return "";
  if (detail.kind === "band") {
    return distance === 0 ? say(lang, "apart.inside") : say(lang, "apart.band", { distance: formatPercent(lang, distance) });
  }
  if (detail.kind === "figure") {
    const values = { distance: formatPercent(lang, distance), tolerance: formatPercent(lang, tolerance) };
    return say(lang, "apart.figure", values);
  }
  const values = { distance: formatRatio(lang, distance), tolerance: formatRatio(lang, tolerance) };
  if (detail.kind === "points") return say(lang, "apart.points", values);
  return say(lang, detail.along === "hours" ? "apart.hours" : "apart.shares", values);
}
