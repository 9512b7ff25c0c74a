/** The timeline as it stands on a narrow screen: time runs down, the days around the lock take more room. */
import { midnights } from "@vigie/spec/event";
import { formatWeekday } from "../format.ts";
import { coord, wrapped } from "../picture.ts";
import { stacked } from "./layout.ts";
import { isShort, type Plan } from "./plan.ts";
import { knob, line, nameOf, ownParts, rect, stretchShape, vertical } from "./shapes.ts";
import { dayOfMonth, flagsOf, renewalWords, type Flag } from "./words.ts";

const HOUR_MS = 3_600_000;
const DAY_PX = 27;
const LENS_HOUR_PX = 7;
const [DAYS_PX, BAR_X, BAR_PX, WORDS_X] = [84, 92, 22, 130];
const LINE_PX = 18;

/** Pixels from the top of an instant; more an hour within the days around the lock. */
function scaleOf(plan: Plan): { readonly y: (at: number) => number; readonly height: number } {
  const { from, to, lens } = isShort(plan) ? { ...plan, lens: plan } : plan;
  const usual = Math.min(DAY_PX, (DAY_PX * 24) / Math.max(1, (lens.from - from) / (24 * HOUR_MS))) / 24;
  const before = ((lens.from - from) / HOUR_MS) * usual;
  const within = ((lens.to - lens.from) / HOUR_MS) * LENS_HOUR_PX;
  const y = (at: number): number => {
    if (at <= lens.from) return ((at - from) / HOUR_MS) * usual;
    if (at <= lens.to) return before + ((at - lens.from) / HOUR_MS) * LENS_HOUR_PX;
    return before + within + ((at - lens.to) / HOUR_MS) * usual;
  };
  return { y, height: y(to) };
}

function days(plan: Plan, y: (at: number) => number): string {
  const { lang, zone } = plan.asked;
  let free = -Infinity;
  return [plan.from, ...midnights(zone, plan.from, plan.to - 1)]
    .map((at) => {
      const top = y(at);
      if (top < free) return "";
      free = top + LINE_PX - 3;
      const iso = new Date(at).toISOString();
      const words = [{ text: formatWeekday(lang, iso, zone) }, { text: dayOfMonth(lang, at, zone), kind: "vg-tl-strong" }];
      return (
        `<line class="vg-tl-ownday" x1="0" x2="${DAYS_PX}" y1="${coord(top)}" y2="${coord(top)}"/>` + line("0", top + 17, words)
      );
    })
    .join("");
}

/** What is said of a label, line by line. */
function linesOf(flag: Flag): (readonly { readonly text: string; readonly kind?: string }[])[] {
  const long = flag.name.length + flag.time.length > 25;
  const first = long
    ? [[nameOf(flag)], [{ text: flag.time, kind: "vg-tl-time" }]]
    : [[nameOf(flag), { text: flag.time, kind: "vg-tl-time" }]];
  return flag.own === null ? first : [...first, ownParts(flag.own)];
}

function labels(flags: readonly Flag[], y: (at: number) => number): { readonly body: string; readonly bottom: number } {
  const lines = flags.map(linesOf);
  const tops = stacked(
    flags.map(({ at }) => y(at) - 10),
    lines.map((all) => all.length * LINE_PX + 6),
  );
  const parts = flags.map((flag, i) => {
    const [at, middle] = [y(flag.at), tops[i] + 10];
    const lead =
      middle - at < 2 ? "" : `<path class="vg-tl-lead" d="M${BAR_X + BAR_PX} ${coord(at)}L${WORDS_X - 6} ${coord(middle)}"/>`;
    const words = lines[i].map((parts, row) => line(String(WORDS_X), tops[i] + 15 + row * LINE_PX, parts)).join("");
    return { front: flag.kind === "now", body: lead + knob(flag.kind, String(BAR_X + BAR_PX / 2), at) + words };
  });
  const drawn = parts.toSorted((a, b) => Number(a.front) - Number(b.front)).map(({ body }) => body);
  const last = tops.length - 1;
  return { body: drawn.join(""), bottom: last < 0 ? 0 : tops[last] + lines[last].length * LINE_PX + 8 };
}

/** Where all midnights are told: in the longest empty stretch beside the bar, or nowhere. */
function renewals(plan: Plan, flags: readonly Flag[], y: (at: number) => number): string {
  const words = renewalWords(plan);
  const limits = flags.map(({ at }) => y(at));
  const gaps = limits.slice(1).map((to, i) => ({ from: limits[i] + 46, to: to - 14 }));
  const widest = gaps.reduce((best, gap) => (gap.to - gap.from > best.to - best.from ? gap : best), { from: 0, to: 0 });
  const said =
    words === null || widest.to - widest.from < 40
      ? ""
      : wrapped(words, 30)
          .map((text, row) => line(String(WORDS_X), (widest.from + widest.to) / 2 - 6 + row * LINE_PX, [{ text }]))
          .join("");
  const ticks = plan.renewals.map((at) => {
    const top = coord(y(at));
    return `<line class="vg-tl-midnight" x1="${BAR_X}" x2="${BAR_X + BAR_PX}" y1="${top}" y2="${top}"/>`;
  });
  return ticks.join("") + said;
}

/** Everything of the standing picture. */
export function uprightBody(plan: Plan): { readonly body: string; readonly height: number } {
  const { y, height } = scaleOf(plan);
  const flags = flagsOf(plan);
  const bars = plan.stretches.map(({ kind, from, to }) =>
    stretchShape(kind, { x: String(BAR_X), y: y(from), width: String(BAR_PX), height: y(to) - y(from) }),
  );
  const back = isShort(plan)
    ? ""
    : rect("vg-tl-lens", { x: "0", y: y(plan.lens.from), width: String(DAYS_PX), height: y(plan.lens.to) - y(plan.lens.from) });
  const told = labels(flags, y);
  const rest = vertical("vg-tl-rail", String(BAR_X + BAR_PX / 2), 0, height);
  return {
    body: back + days(plan, y) + rest + bars.join("") + renewals(plan, flags, y) + told.body,
    height: Math.max(height, told.bottom),
  };
}
