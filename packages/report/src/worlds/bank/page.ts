/** The realism report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere. */
import type { Language } from "@vigie/spec";
import { chartsCss } from "../../charts-css.ts";
import { formatCount } from "../../format.ts";
import { mark } from "../../icons.ts";
import { escapeXml } from "../../picture.ts";
import { runPageCss } from "../../run-page-css.ts";
import { say } from "./say.ts";
import { tokensCss } from "../../tokens-css.ts";
import { comparisonWords, distanceWords, textIn } from "./comparison-words.ts";
import { examplesSection } from "./examples.ts";
import { realismPageCss } from "./page-css.ts";
import { ratesSection } from "./rates.ts";
import { comparisonSection } from "./sections.ts";
import { tailChart } from "./tail-chart.ts";
import { REALISM_SECTIONS, type Comparison, type RealismReport } from "./values.ts";
import { volumesChart } from "./volumes-chart.ts";

function counts({ comparisons }: RealismReport, lang: Language): Readonly<Record<string, string>> {
  const count = (wanted: (row: Comparison) => boolean): string => formatCount(lang, comparisons.filter(wanted).length);
  return {
    judged: count(({ verdict }) => verdict !== "none"),
    close: count(({ verdict }) => verdict === "close"),
    off: count(({ verdict }) => verdict === "off"),
    none: count(({ verdict }) => verdict === "none"),
    published: count(({ reference }) => reference?.basis === "published"),
    law: count(({ reference }) => reference?.basis === "law"),
    expected: count(({ reference }) => reference?.basis === "expected"),
  };
}

function head(report: RealismReport, lang: Language): string {
  const values = counts(report, lang);
  const facts = say(lang, "facts", {
    accounts: formatCount(lang, report.accounts),
    transactions: formatCount(lang, report.transactions),
    days: formatCount(lang, report.days),
    rings: formatCount(lang, report.rings),
  });
  return (
    `<header><p class="brand">${mark(26)}<span>Vigie</span> <span class="challenge">${escapeXml(textIn(lang, report.title))}</span></p>` +
    `<h1>${escapeXml(say(lang, "title"))}</h1><p class="lead">${escapeXml(say(lang, "lead", values))}</p>` +
    `<p>${escapeXml(say(lang, "honest", values))}</p><p class="facts">${escapeXml(facts)}</p></header>`
  );
}

function offItem(row: Comparison, lang: Language): string {
  const words = comparisonWords(lang, row.detail);
  const said =
    row.detail.kind === "shares"
      ? distanceWords(lang, row)
      : say(lang, "offRow", { observed: words.observed, expected: words.expected });
  return `<li><a href="#${row.id}">${escapeXml(textIn(lang, row.title))}</a> <span>${escapeXml(said)}</span></li>`;
}

function offSection({ comparisons }: RealismReport, lang: Language): string {
  const off = comparisons.filter(({ verdict }) => verdict === "off");
  const body =
    off.length === 0
      ? `<p>${escapeXml(say(lang, "offNone"))}</p>`
      : `<ul class="off">${off.map((row) => offItem(row, lang)).join("")}</ul>`;
  return `<section><h2>${escapeXml(say(lang, "offTitle"))}</h2>${body}</section>`;
}

function volumes(report: RealismReport, lang: Language): string {
  return (
    `<figure><figcaption><h3>${escapeXml(say(lang, "volumesTitle"))}</h3>` +
    `<p class="small">${escapeXml(say(lang, "volumesMethod"))}</p></figcaption>${volumesChart(report.volumes, report.firstDay, lang).svg}</figure>`
  );
}

function tailsSection({ tails }: RealismReport, lang: Language): string {
  const drawn = tails
    .filter(({ values }) => values.length > 0)
    .map((tail, i) => {
      const { svg, summary } = tailChart(tail, lang, `tail-${i}`);
      return `<figure><figcaption><h3>${escapeXml(textIn(lang, tail.title))}</h3><p class="small">${escapeXml(summary)}</p></figcaption>${svg}</figure>`;
    });
  return (
    `<section id="section-tails"><h2>${escapeXml(say(lang, "tailsTitle"))}</h2>` +
    `<p class="small">${escapeXml(say(lang, "tailsMethod"))}</p><div class="tails">${drawn.join("")}</div></section>`
  );
}

/** The page, complete, in one language. Whatever stands in the data is escaped. */
export function realismReportHtml(report: RealismReport, lang: Language): string {
  const sections = REALISM_SECTIONS.map((section) =>
    comparisonSection(report, section, lang, section === "clock" ? volumes(report, lang) : ""),
  );
  return (
    `<!doctype html>\n<html lang="${lang}-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${escapeXml(`${say(lang, "title")} · Vigie`)}</title>` +
    `<style>${tokensCss()}\n${chartsCss()}\n${runPageCss()}\n${realismPageCss()}</style></head>\n` +
    `<body>${head(report, lang)}<main>${offSection(report, lang)}\n${sections.join("\n")}\n${ratesSection(report, lang)}\n` +
    `${tailsSection(report, lang)}\n${examplesSection(report, lang)}\n` +
    `<section><h2>${escapeXml(say(lang, "limitsTitle"))}</h2><p>${escapeXml(say(lang, "limits"))}</p></section></main>` +
    `<footer><p>${escapeXml(say(lang, "note"))}</p></footer></body></html>\n`
  );
}
