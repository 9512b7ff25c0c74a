/** Measured values as people read them: few digits, in the unit that they are in. */
import type { Language } from "@vigie/spec";
import { formatCents, formatCount, formatDollars, formatPercent, formatRatio } from "../../format.ts";
import { say } from "./say.ts";
import type { RealismUnit } from "./values.ts";

const CENTS_UP_TO = 2000;
const TENS_FROM = 100_000;

function formatShare(lang: Language, share: number): string {
  return formatPercent(lang, share, share === 0 || share >= 0.1 ? 0 : share >= 0.01 ? 1 : 2);
}

/** To the cent below $20, to the dollar below $1,000, to ten dollars above. */
function formatMoney(lang: Language, cents: number): string {
  const size = Math.abs(cents);
  if (size < CENTS_UP_TO && cents % 100 !== 0) return formatCents(lang, Math.round(cents));
  return formatDollars(lang, size < TENS_FROM ? cents : Math.round(cents / 1000) * 1000);
}

/** "$34", "$6.99", "12.5%", "33", "0.12", "6.8 days". */
export function formatUnit(lang: Language, unit: RealismUnit, value: number): string {
  switch (unit) {
    case "cents":
      return formatMoney(lang, value);
    case "share":
      return formatShare(lang, value);
    case "count":
      return formatCount(lang, value >= 20 ? Math.round(value) : value);
    case "days":
      return say(lang, "days", { n: formatCount(lang, value) });
    case "hours":
      return say(lang, "hours", { n: formatRatio(lang, value) });
    case "speed":
      return say(lang, "speed", { n: formatCount(lang, Math.round(value)) });
    case "ratio":
      return formatRatio(lang, value);
  }
}
