/** Shares against a reference: bars with a hollow mark each, or the 24 hours as columns under the reference's line. */
import { scaleLinear } from "d3-scale";
import type { Language } from "@vigie/spec";
import { placed } from "../../charts/axis.ts";
import { formatPercent } from "../../format.ts";
import { chart, coord, label, percent, type Picture } from "../../picture.ts";
import { say } from "./say.ts";
import { textIn } from "./comparison-words.ts";
import type { SharesDetail } from "./values.ts";

const ROW = 42;
const DIAMOND = '<path class="vg-ref" d="M0-5 5 0 0 5-5 0Z"/>';
const COLUMNS_HEIGHT = 150;
const NOON = 12;

function most(detail: SharesDetail): number {
  return Math.max(0.01, ...detail.observed, ...(detail.expected ?? []));
}

function sentences(detail: SharesDetail, lang: Language): string {
  return detail.labels
    .map((name, i) =>
      say(lang, "sharesSummary", {
        label: textIn(lang, name),
        observed: formatPercent(lang, detail.observed[i], 1),
        expected: detail.expected === null ? say(lang, "noExpectation") : formatPercent(lang, detail.expected[i], 1),
      }),
    )
    .join(". ");
}

/** One row a kind: the label and its figures above, the bar and the reference's mark below. */
export function sharesBars(title: string, detail: SharesDetail, lang: Language, id: string): Picture {
  const end = most(detail) * 1.04;
  const rows = detail.labels.map((name, i) => {
    const y = i * ROW;
    const mark = detail.expected === null ? "" : placed(detail.expected[i] / end, y + 27, DIAMOND);
    return (
      label("0", y + 15, textIn(lang, name), { kind: "vg-ink" }) +
      label("100%", y + 15, formatPercent(lang, detail.observed[i], 1), { anchor: "end", kind: "vg-ink" }) +
      `<rect class="vg-track" x="0" y="${y + 24}" width="100%" height="6" rx="3"/>` +
      `<rect class="vg-bar" x="0" y="${y + 24}" width="${percent(detail.observed[i] / end)}" height="6" rx="3"/>${mark}`
    );
  });
  const height = ROW * detail.labels.length;
  return chart({ kind: "shares", height, title, summary: sentences(detail, lang), body: rows.join(""), id });
}

/** From noon to noon, so that the night stays in one piece. */
export function hoursColumns(title: string, detail: SharesDetail, lang: Language, id: string): Picture {
  const scale = scaleLinear([0, most(detail)], [0, COLUMNS_HEIGHT - 8]);
  const order = detail.observed.map((_, i) => (i + NOON) % 24);
  const columns = order.map((hour, at) => {
    const height = scale(detail.observed[hour]);
    const x = percent((at + 0.12) / 24);
    return `<rect class="vg-bar" x="${x}" width="${percent(0.76 / 24)}" y="${coord(COLUMNS_HEIGHT - height)}" height="${coord(height)}"/>`;
  });
  const { expected } = detail;
  const line =
    expected === null
      ? []
      : order.map((hour, at) => {
          const y = coord(COLUMNS_HEIGHT - scale(expected[hour]));
          return `<line class="vg-stated" x1="${percent(at / 24)}" x2="${percent((at + 1) / 24)}" y1="${y}" y2="${y}"/>`;
        });
  const ticks = [0, 6, 12, 18].map((at) =>
    label(percent((at + 0.5) / 24), COLUMNS_HEIGHT + 20, textIn(lang, detail.labels[(at + NOON) % 24]), { anchor: "middle" }),
  );
  const peak = (shares: readonly number[]): string => textIn(lang, detail.labels[shares.indexOf(Math.max(...shares))]);
  const summary = say(lang, "hoursSummary", {
    busiest: peak(detail.observed),
    reference: expected === null ? say(lang, "noExpectation") : peak(expected),
  });
  const axis = `<line class="vg-axis" x1="0" x2="100%" y1="${COLUMNS_HEIGHT}" y2="${COLUMNS_HEIGHT}"/>`;
  const body = columns.join("") + axis + line.join("") + ticks.join("");
  return chart({ kind: "hours", height: COLUMNS_HEIGHT + 26, title, summary, body, id });
}
