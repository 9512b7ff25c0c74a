/** How common each indicator is, among rings, look-alikes and everybody else; then group by group. */
import type { Language } from "@vigie/spec";
import { formatCount, formatPercent } from "../../format.ts";
import { indicatorLabel } from "../../names.ts";
import { escapeXml, percent, rowPicture } from "../../picture.ts";
import { bankName, say } from "./say.ts";
import type { IndicatorRate, RealismReport } from "./values.ts";

const SHADES = [0.05, 0.1, 0.2, 0.35, 0.5] as const;

function share(count: number, of: number): number {
  return of === 0 ? 0 : count / of;
}

function shown(lang: Language, value: number): string {
  return formatPercent(lang, value, value > 0 && value < 0.1 ? 1 : 0);
}

function barCell(lang: Language, label: string, count: number, of: number, most: number): string {
  const value = share(count, of);
  const bar = `<rect class="vg-track" width="100%" height="6" rx="3"/><rect class="vg-bar" width="${percent(most === 0 ? 0 : value / most)}" height="6" rx="3"/>`;
  const words = shown(lang, value);
  return `<td data-label="${escapeXml(label)}">${escapeXml(words)}${rowPicture("rate", "100%", 6, bar, words).svg}</td>`;
}

function ratesTable({ indicators, counts }: RealismReport, lang: Language): string {
  const columns = [
    { name: say(lang, "rings"), of: counts.rings, count: (rate: IndicatorRate) => rate.rings },
    { name: say(lang, "lookAlikes"), of: counts.lookAlikes, count: (rate: IndicatorRate) => rate.lookAlikes },
    { name: say(lang, "others"), of: counts.others, count: (rate: IndicatorRate) => rate.others },
  ];
  const most = Math.max(0, ...indicators.flatMap((rate) => columns.map(({ of, count }) => share(count(rate), of))));
  const rows = indicators.map((rate) => {
    const cells = columns.map(({ name, of, count }) => barCell(lang, name, count(rate), of, most)).join("");
    return `<tr><th scope="row">${escapeXml(indicatorLabel(lang, rate.indicator))}</th>${cells}</tr>`;
  });
  const heads = [say(lang, "indicator"), ...columns.map(({ name }) => name)];
  const head = heads.map((name) => `<th scope="col">${escapeXml(name)}</th>`).join("");
  return `<table class="rates"><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function shadeOf(value: number): string {
  const shade = SHADES.filter((least) => value >= least).length;
  return shade === 0 ? "" : ` class="h${shade}"`;
}

function groupTable({ indicators, groups }: RealismReport, lang: Language): string {
  const legend = groups.map(
    ({ group, members }) => `<li>${escapeXml(`${bankName(lang, group)} (${formatCount(lang, members)})`)}</li>`,
  );
  const head = groups
    .map(({ group }, i) => `<th scope="col"><abbr title="${escapeXml(bankName(lang, group))}">${i + 1}</abbr></th>`)
    .join("");
  const rows = indicators.map((rate) => {
    const cells = groups.map(({ members }, i) => {
      const value = share(rate.byGroup[i], members);
      return `<td${shadeOf(value)}>${escapeXml(formatPercent(lang, value))}</td>`;
    });
    return `<tr><th scope="row">${escapeXml(indicatorLabel(lang, rate.indicator))}</th>${cells.join("")}</tr>`;
  });
  const title = escapeXml(say(lang, "ratesGroups"));
  return (
    `<details><summary>${title}</summary><ol class="legend">${legend.join("")}</ol>` +
    `<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table><thead><tr><th scope="col">${escapeXml(say(lang, "indicator"))}</th>${head}</tr></thead>` +
    `<tbody>${rows.join("")}</tbody></table></div></details>`
  );
}

/** The section of base rates. */
export function ratesSection(report: RealismReport, lang: Language): string {
  const { counts, indicators } = report;
  const outnumbered = indicators.filter((rate) => rate.lookAlikes + rate.others > rate.rings).length;
  const method = say(lang, "ratesMethod", {
    rings: formatCount(lang, counts.rings),
    lookAlikes: formatCount(lang, counts.lookAlikes),
    others: formatCount(lang, counts.others),
  });
  const finding = say(lang, "ratesOutnumbered", {
    count: formatCount(lang, outnumbered),
    all: formatCount(lang, indicators.length),
  });
  return (
    `<section id="section-indicators"><h2>${escapeXml(finding)}</h2><p class="small">${escapeXml(method)}</p>` +
    `${ratesTable(report, lang)}${groupTable(report, lang)}</section>`
  );
}
