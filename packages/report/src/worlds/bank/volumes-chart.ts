/** Rows on each day: holidays, week-ends and quiet first days can be seen. */
import type { Language } from "@vigie/spec";
import { formatCount } from "../../format.ts";
import { chart, coord, label, percent, type Picture } from "../../picture.ts";
import { say } from "./say.ts";

const HEIGHT = 120;
const WEEK = 7;

/** 0 on a Sunday; the first of January 1970 was a Thursday. */
function weekday(day: number): number {
  return (((day + 4) % WEEK) + WEEK) % WEEK;
}

export function volumesChart(volumes: readonly number[], firstDay: number, lang: Language): Picture {
  const most = Math.max(1, ...volumes);
  const columns = volumes.map((rows, at) => {
    const height = (rows / most) * (HEIGHT - 4);
    const weekend = weekday(firstDay + at) % 6 === 0;
    return `<rect class="${weekend ? "vg-pale" : "vg-bar"}" x="${percent((at + 0.1) / volumes.length)}" width="${percent(0.8 / volumes.length)}" y="${coord(HEIGHT - height)}" height="${coord(height)}"/>`;
  });
  const weeks = volumes
    .map((_, at) => at)
    .filter((at) => at % (4 * WEEK) === 0 && at < 0.88 * volumes.length)
    .map((at) => label(percent(at / volumes.length), HEIGHT + 18, say(lang, "week", { n: at / WEEK + 1 })));
  const mean = volumes.reduce((a, b) => a + b, 0) / Math.max(1, volumes.length);
  const summary = say(lang, "volumesSummary", {
    least: formatCount(lang, Math.min(most, ...volumes)),
    most: formatCount(lang, most),
    mean: formatCount(lang, Math.round(mean)),
  });
  const axis = `<line class="vg-axis" x1="0" x2="100%" y1="${HEIGHT}" y2="${HEIGHT}"/>`;
  const body = columns.join("") + axis + weeks.join("");
  return chart({ kind: "volumes", height: HEIGHT + 24, title: say(lang, "volumesTitle"), summary, body });
}
