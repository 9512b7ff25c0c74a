/** The sections of comparisons: charts for what has shares, one table for the rest. */
import type { Language } from "@vigie/spec";
import { formatCount, formatRatio } from "../../format.ts";
import { escapeXml } from "../../picture.ts";
import { say } from "./say.ts";
import { comparisonWords, distanceWords, textIn } from "./comparison-words.ts";
import { comparisonPicture, scaleOf } from "./row-pictures.ts";
import { hoursColumns, sharesBars } from "./shares-chart.ts";
import type { Comparison, ComparisonDetail, RealismReport, RealismSectionId, SharesDetail } from "./values.ts";
import { resultMark } from "./verdict-words.ts";

type Simple = Comparison & { readonly detail: Exclude<ComparisonDetail, SharesDetail> };
type Shares = Comparison & { readonly detail: SharesDetail };

function isSimple(row: Comparison): row is Simple {
  return row.detail.kind !== "shares";
}

function isShares(row: Comparison): row is Shares {
  return row.detail.kind === "shares";
}

function referenceWords(row: Comparison, lang: Language): string {
  if (row.reference === null) return say(lang, "noExpectation");
  return textIn(lang, row.reference.words);
}

function cases({ observations, ringAuc }: Comparison, lang: Language): string {
  const counted = say(lang, "cases", { count: observations, n: formatCount(lang, observations) });
  return typeof ringAuc === "number" ? `${counted}; ${say(lang, "ringAuc", { auc: formatRatio(lang, ringAuc) })}` : counted;
}

function shareFigure(row: Shares, lang: Language): string {
  const title = textIn(lang, row.title);
  const draw = row.detail.along === "hours" ? hoursColumns : sharesBars;
  const small = [referenceWords(row, lang), distanceWords(lang, row), cases(row, lang)].filter((words) => words !== "");
  return (
    `<figure id="${row.id}"><figcaption><h3>${escapeXml(title)}</h3>` +
    `<p class="small">${resultMark(row, lang)} ${escapeXml(small.join(". "))}.</p></figcaption>` +
    `${draw(title, row.detail, lang, `chart-${row.id}`).svg}</figure>`
  );
}

function cell(name: Parameters<typeof say>[1], body: string, lang: Language, kind = ""): string {
  return `<td${kind} data-label="${escapeXml(say(lang, name))}">${body}</td>`;
}

function tableRow(row: Simple, lang: Language, place: ReturnType<typeof scaleOf> | null): string {
  const words = comparisonWords(lang, row.detail);
  const basis = row.reference === null ? "" : `<small>${escapeXml(referenceWords(row, lang))}</small>`;
  return (
    `<tr id="${row.id}"><th scope="row">${escapeXml(textIn(lang, row.title))}<small>${escapeXml(cases(row, lang))}</small></th>` +
    `<td>${comparisonPicture(row.detail, lang, place).svg}</td>` +
    cell("column.observed", escapeXml(words.observed), lang) +
    cell("column.reference", escapeXml(words.expected) + basis, lang) +
    cell("column.distance", escapeXml(distanceWords(lang, row)), lang, ' class="row-apart"') +
    `<td class="row-result">${resultMark(row, lang)}</td></tr>`
  );
}

const COLUMNS = ["measure", "picture", "observed", "reference", "distance", "verdict"] as const;

function table(rows: readonly Simple[], section: RealismSectionId, lang: Language): string {
  if (rows.length === 0) return "";
  const values = rows.flatMap(({ detail }) => (detail.kind === "points" ? [...detail.observed, ...(detail.expected ?? [])] : []));
  const place = section === "amounts" ? scaleOf(values) : null;
  const head = COLUMNS.map((name) => `<th scope="col">${escapeXml(say(lang, `column.${name}`))}</th>`).join("");
  const three = rows.some(({ detail }) => detail.kind === "points") ? say(lang, "quantiles") : "";
  const caption = `<caption>${escapeXml(three || say(lang, `section.${section}`))}</caption>`;
  const body = rows.map((row) => tableRow(row, lang, place)).join("");
  return `<table class="measures">${caption}<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** One section, its title first with what was found. @param after more figures of the section. */
export function comparisonSection(report: RealismReport, section: RealismSectionId, lang: Language, after = ""): string {
  const rows = report.comparisons.filter((row) => row.section === section);
  const close = rows.filter(({ verdict }) => verdict === "close").length;
  const judged = close + rows.filter(({ verdict }) => verdict === "off").length;
  const name = say(lang, `section.${section}`);
  const title =
    judged === 0
      ? say(lang, "sectionPlain", { section: name })
      : say(lang, "sectionFinding", {
          section: name,
          close: formatCount(lang, close),
          judged: formatCount(lang, judged),
        });
  const shares = rows.filter(isShares).map((row) => shareFigure(row, lang));
  const figures = shares.length + (after === "" ? 0 : 1) === 0 ? "" : `<div class="shares">${shares.join("")}${after}</div>`;
  return (
    `<section id="section-${section}"><h2>${escapeXml(title)}</h2><p class="small">${escapeXml(say(lang, `method.${section}`))}</p>` +
    `${figures}${table(rows.filter(isSimple), section, lang)}</section>`
  );
}
