/** The timeline as it lies on a wide screen: all days in one strip, those around the lock enlarged below. */
import { midnights } from "@vigie/spec/event";
import { formatCity, formatTime, formatWeekday } from "../format.ts";
import { percent } from "../picture.ts";
import { NARROWEST_PX, placed, widthPx, type Placed } from "./layout.ts";
import { dayAround, hoursAhead, isShort, type Plan, type StretchKind } from "./plan.ts";
import { knob, line, nameOf, ownParts, rect, stretchShape, vertical } from "./shapes.ts";
import { dayOfMonth, flagsOf, iso, longDay, ownChangeWords, renewalWords, say, type Flag } from "./words.ts";

const HOUR_MS = 3_600_000;
const ROW_PX = 17;
/** Narrower than this a day has no room for its name. */
const DAY_PX = 58;

/** A stretch of time drawn over the whole width. */
class Scale {
  readonly from: number;
  readonly to: number;
  constructor(from: number, to: number) {
    [this.from, this.to] = [from, to];
  }
  share(at: number): number {
    return (at - this.from) / (this.to - this.from);
  }
  x(at: number): string {
    return percent(this.share(at));
  }
  width(from: number, to: number): string {
    return percent(this.share(Math.min(to, this.to)) - this.share(Math.max(from, this.from)));
  }
  px(from: number, to: number): number {
    return (this.share(Math.min(to, this.to)) - this.share(Math.max(from, this.from))) * NARROWEST_PX;
  }
  holds(at: number): boolean {
    return at >= this.from && at <= this.to;
  }
}

interface Drawn {
  readonly body: string;
  readonly height: number;
}

function days(plan: Plan, scale: Scale, zone: string, y: number, kind: string): string {
  const limits = [scale.from, ...midnights(zone, scale.from, scale.to - 1), scale.to];
  const usual = scale.px(scale.from, scale.from + 24 * HOUR_MS);
  const step = Math.max(1, Math.ceil(DAY_PX / usual));
  const { lang } = plan.asked;
  const drawn = limits.slice(0, -1).map((from, i) => {
    const to = limits[i + 1];
    const weekend = [0, 6].includes(new Date(from + hoursAhead(zone, "UTC", from) * HOUR_MS).getUTCDay());
    const words = [
      { text: formatWeekday(lang, iso(from), zone) },
      { text: dayOfMonth(lang, from, zone), kind: kind === "vg-tl-day" ? "vg-tl-strong" : "" },
    ];
    const named = i % step === 0 && scale.px(from, Math.min(scale.to, limits[i + step] ?? to)) >= DAY_PX * 0.85;
    const ground = weekend && kind === "vg-tl-day";
    return {
      back: ground ? rect("vg-tl-weekend", { x: scale.x(from), y, width: scale.width(from, to), height: 24 }) : "",
      front:
        (i % step === 0 ? vertical(kind, scale.x(from), y, y + 24) : "") +
        (named ? line(scale.x(from), y + ROW_PX, words, { dx: 7 }) : ""),
    };
  });
  return drawn.map(({ back }) => back).join("") + drawn.map(({ front }) => front).join("");
}

function bar(plan: Plan, scale: Scale, y: number, height: number): string {
  const { lang } = plan.asked;
  return plan.stretches
    .filter(({ from, to }) => to > scale.from && from < scale.to)
    .map(({ kind, from, to }) => {
      const start = Math.max(from, scale.from);
      const box = { x: scale.x(start), y, width: scale.width(from, to), height };
      const turn = plan.changes.find(({ at }) => at >= start && scale.px(start, at) < 90)?.at ?? start;
      return (
        stretchShape(kind, box) + barWords(lang, kind, scale, { from: turn, to, y: y + height / 2 + 5, now: plan.asked.now })
      );
    })
    .join("");
}

/** What a stretch is called, as long as there is room; not under the mark of now, but behind it. */
function barWords(
  lang: Plan["asked"]["lang"],
  kind: StretchKind,
  scale: Scale,
  { from, to, y, now }: { readonly from: number; readonly to: number; readonly y: number; readonly now: number | null },
): string {
  const short = say(lang, `stretch.${kind}`);
  const long = kind === "open" || kind === "frozen" ? say(lang, `stretch.${kind}Long`) : short;
  const marked = now !== null && now >= from && scale.px(from, now) < widthPx(long) + 30;
  const start = marked ? now : from;
  const words = [long, short].find((text) => widthPx(text) + 30 < scale.px(start, to));
  return words === undefined ? "" : line(scale.x(start), y, [{ text: words, kind: `vg-tl-${kind}-ink` }], { dx: 12 });
}

function flagLines({ flag, share, anchor, tier }: Placed, y: number, rows: number): string {
  const top = y + tier * rows * ROW_PX;
  const x = percent(share);
  const dx = anchor === "start" ? -8 : anchor === "end" ? 8 : 0;
  const options = { anchor, dx };
  return (
    line(x, top + 15, [nameOf(flag)], options) +
    line(x, top + 15 + ROW_PX, [{ text: flag.time, kind: "vg-tl-time" }], options) +
    (flag.own === null ? "" : line(x, top + 15 + 2 * ROW_PX, ownParts(flag.own), options))
  );
}

/** Labels below a bar, each with its line and its knob. */
function flagged(flags: readonly Flag[], scale: Scale, barTop: number, barHeight: number, y: number): Drawn {
  const rows = flags.some(({ own }) => own !== null) ? 3.35 : 2.35;
  const all = placed(flags, (at) => scale.share(at));
  const tiers = Math.max(0, ...all.map(({ tier }) => tier + 1));
  const stems = all.map(({ flag: { kind }, share, tier }) =>
    vertical(`vg-tl-stem vg-tl-${kind}`, percent(share), barTop - 8, y + tier * rows * ROW_PX),
  );
  const knobs = all.map(({ flag, share }) =>
    flag.kind === "warn" ? "" : knob(flag.kind, percent(share), barTop + barHeight / 2),
  );
  const words = all.map((one) => flagLines(one, y, rows));
  return { body: [...stems, ...knobs, ...words].join(""), height: tiers * rows * ROW_PX };
}

function renewals({ renewals: all }: Plan, scale: Scale, bottom: number): string {
  return all
    .filter((at) => scale.holds(at))
    .map((at) => vertical("vg-tl-midnight", scale.x(at), bottom - 10, bottom))
    .join("");
}

/** The visitor's days below those of the event, with what their clocks do. */
function ownStrip(plan: Plan, scale: Scale, y: number): Drawn {
  const { lang, own } = plan.asked;
  if (own === null) return { body: "", height: 0 };
  const changes = plan.ownChanges.map((change, i) => {
    const share = scale.share(change.at);
    const anchor = share > 0.5 ? "end" : "start";
    const words = [{ text: ownChangeWords(plan, change), kind: "vg-tl-warn-ink" }];
    const top = y + 46 + i * ROW_PX;
    return (
      vertical("vg-tl-stem vg-tl-warn", percent(share), y + 42, top + 8) +
      line(percent(share), top + 22, words, { anchor, dx: anchor === "end" ? 8 : -8 })
    );
  });
  const label = line("0", y + 13, [{ text: say(lang, "own", { zone: formatCity(own) }), kind: "vg-tl-zone" }]);
  return {
    body: label + days(plan, scale, own, y + 20, "vg-tl-ownday") + changes.join(""),
    height: 46 + changes.length * ROW_PX + (changes.length > 0 ? 12 : 0),
  };
}

/** All days. */
function strip(plan: Plan, flags: readonly Flag[]): Drawn {
  const { lang, zone } = plan.asked;
  const scale = new Scale(plan.from, plan.to);
  const under = flagged(
    flags.filter(({ at }) => at < plan.lens.from || at > plan.lens.to),
    scale,
    54,
    38,
    98,
  );
  const words = renewalWords(plan);
  const said = words === null ? "" : line("100%", 14, [{ text: words }], { anchor: "end" });
  const ownTop = 98 + under.height + 6;
  const own = ownStrip(plan, scale, ownTop);
  const height = ownTop + own.height;
  const back = { x: scale.x(plan.lens.from), y: 22, width: scale.width(plan.lens.from, plan.lens.to), height: height - 22 };
  const body =
    rect("vg-tl-lens", back) +
    line("0", 14, [{ text: say(lang, "zone", { zone: formatCity(zone) }), kind: "vg-tl-zone" }]) +
    days(plan, scale, zone, 22, "vg-tl-day") +
    bar(plan, scale, 54, 38) +
    renewals(plan, scale, 92) +
    plan.changes.map(({ at }) => vertical("vg-tl-stem vg-tl-warn", scale.x(at), 46, 100)).join("") +
    said +
    under.body +
    own.body;
  return { body, height };
}

function hours(plan: Plan, scale: Scale, zone: string, y: number, tickFrom: number, kind: "event" | "own"): string {
  const { lang, zone: home } = plan.asked;
  const usual = scale.px(scale.from, scale.from + HOUR_MS);
  const every = [1, 2, 3, 4, 6, 12].find((step) => step * usual >= 50) ?? 24;
  const city = widthPx(formatCity(zone)) + 30;
  const found: number[] = [];
  for (let at = scale.from; at < scale.to; at += HOUR_MS) {
    const hour = new Date(at + hoursAhead(home, "UTC", at) * HOUR_MS).getUTCHours();
    if (hour % every === 0 && scale.px(at, scale.to) > city && (found.length === 0 || scale.px(found[found.length - 1], at) > 44))
      found.push(at);
  }
  return found
    .map((at, i) => {
      const day = formatWeekday(lang, iso(at), zone);
      const turns = kind === "own" && i > 0 && day !== formatWeekday(lang, iso(found[i - 1]), zone);
      const words = turns ? { text: day, kind: "vg-tl-strong" } : { text: formatTime(lang, iso(at), zone) };
      const first = scale.share(at) < 0.02;
      return (
        line(scale.x(at), y, [words], first ? { dx: 4 } : { anchor: "middle" }) +
        vertical("vg-tl-tick", scale.x(at), tickFrom, tickFrom + 8)
      );
    })
    .join("");
}

function dayNames(plan: Plan, scale: Scale): string {
  const { lang, zone } = plan.asked;
  return [scale.from, ...midnights(zone, scale.from, scale.to - 1)]
    .map((from) => {
      const length = (dayAround(from, zone).to - from) / HOUR_MS;
      const day = longDay(lang, from, zone);
      const text = length === 24 ? day : say(lang, "dayLong", { day, hours: length });
      return line(scale.x(from), 14, [{ text: text.charAt(0).toUpperCase() + text.slice(1), kind: "vg-tl-zone" }], { dx: 4 });
    })
    .join("");
}

/** The hour that comes twice, over both of its times. */
function twice(plan: Plan, scale: Scale): string {
  return plan.changes
    .filter(({ at, minutes }) => minutes < 0 && scale.holds(at))
    .map(({ at, minutes }) => {
      const [from, to] = [at + minutes * 60_000, at - minutes * 60_000];
      return `<line class="vg-tl-twice" x1="${scale.x(from)}" x2="${scale.x(to)}" y1="50" y2="50"/>`;
    })
    .join("");
}

/** The days around the lock, hour by hour. */
function lens(plan: Plan, flags: readonly Flag[], whole: boolean): Drawn {
  const { zone, own } = plan.asked;
  const scale = whole ? new Scale(plan.from, plan.to) : new Scale(plan.lens.from, plan.lens.to);
  const y = own === null ? 104 : 128;
  const under = flagged(
    flags.filter(({ at }) => scale.holds(at)),
    scale,
    54,
    40,
    y,
  );
  const body =
    rect("vg-tl-lens", { x: "0", y: 0, width: "100%", height: 46 }) +
    dayNames(plan, scale) +
    hours(plan, scale, zone, 35, 44, "event") +
    line("100%", 35, [{ text: formatCity(zone), kind: "vg-tl-strong" }], { anchor: "end", dx: -4 }) +
    (own === null
      ? ""
      : hours(plan, scale, own, 117, 96, "own") +
        line("100%", 117, [{ text: formatCity(own), kind: "vg-tl-strong" }], { anchor: "end", dx: -4 })) +
    bar(plan, scale, 54, 40) +
    renewals(plan, scale, 94) +
    twice(plan, scale) +
    under.body;
  return { body, height: y + under.height + 4 };
}

/** Joins the days of the strip with their enlargement. */
function join(plan: Plan): string {
  const scale = new Scale(plan.from, plan.to);
  const [left, right] = [100 * scale.share(plan.lens.from), 100 * scale.share(plan.lens.to)];
  return `<path class="vg-tl-lens" d="M${left.toFixed(2)} 0H${right.toFixed(2)}L100 30H0Z"/>`;
}

/** Everything of the lying picture, from the top. */
export function acrossBody(plan: Plan): Drawn {
  const flags = flagsOf(plan);
  if (isShort(plan)) return lens(plan, flags, true);
  const above = strip(plan, flags);
  const below = lens(plan, flags, false);
  const top = above.height + 30;
  const body =
    above.body +
    `<svg y="${above.height.toFixed(1)}" width="100%" height="30.5" viewBox="0 0 100 30" preserveAspectRatio="none">${join(plan)}</svg>` +
    `<svg class="vg-tl-open-frame" y="${top.toFixed(1)}" width="100%" height="${below.height.toFixed(1)}">${below.body}</svg>`;
  return { body, height: top + below.height };
}
