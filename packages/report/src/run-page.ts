/** A practice run as one HTML page that needs nothing else: no script, no font, no picture from elsewhere. */
import type { ChallengeSpec, Language, PracticeReport, Reason, Resources, Verdict } from "@vigie/spec";
import { chartsCss } from "./charts-css.ts";
import { scoreWaterfall } from "./charts/waterfall.ts";
import { scoreFinding } from "./findings.ts";
import { formatCount, formatDuration, formatScore } from "./format.ts";
import { mark, verdictIcon, verdictTone } from "./icons.ts";
import type { MistakeWords, PracticeWords, Section } from "./kinds/kind-report.ts";
import { escapeXml, type Picture } from "./picture.ts";
import { runPageCss } from "./run-page-css.ts";
import { say } from "./say.ts";
import { faultSentence, kindReport, reasonSentence, verdictName } from "./sentences.ts";
import { tokensCss } from "./tokens-css.ts";

export interface RunPage {
  /** What the run is called: a folder or a file. */
  readonly name: string;
  readonly challenge: ChallengeSpec;
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly practice: PracticeReport;
  /** Named in the footer. */
  readonly helpLine: { readonly name: Readonly<Record<Language, string>>; readonly phone: string };
}

function figure(title: string, small: string, picture: Picture): string {
  const below = small === "" ? "" : `<p class="small">${escapeXml(small)}</p>`;
  return `<figure><figcaption><h2>${escapeXml(title)}</h2>${below}</figcaption>${picture.svg}</figure>`;
}

function scoreSection({ practice: { score }, challenge }: RunPage, lang: Language): string {
  if (score === null) return "";
  const picture = scoreWaterfall(score, challenge, lang);
  return figure(scoreFinding(lang, score, challenge), say(lang, "chart.waterfallMethod"), picture);
}

function figures(page: RunPage, sections: readonly Section[], lang: Language): string {
  const drawn = sections.map(({ title, method, picture }) => figure(title, method, picture));
  const notes = sections.flatMap(({ note }) => (note === undefined ? [] : `<p class="note">${escapeXml(note.text)}</p>`));
  return `<div class="figures">${scoreSection(page, lang)}${drawn.join("")}</div>${notes.join("")}`;
}

function mistakeItem({ sort, subject, place, sentence }: MistakeWords): string {
  const where = place === "" ? subject : `${subject}, ${place}`;
  return `<li><h3>${escapeXml(sort)}</h3><p class="small">${escapeXml(where)}</p><p>${escapeXml(sentence)}</p></li>`;
}

function mistakeSection({ mistakes, noMistakes }: PracticeWords, lang: Language): string {
  const items = mistakes.map(mistakeItem).join("");
  const list = items === "" ? `<p>${escapeXml(noMistakes)}.</p>` : `<ol class="mistakes">${items}</ol>`;
  return `<section><h2>${escapeXml(say(lang, "page.mistakes"))}</h2>${list}</section>`;
}

function faultSection(page: RunPage, lang: Language): string {
  const { fault } = page.practice;
  if (fault === null) return "";
  return `<section class="fault"><h2>${escapeXml(say(lang, "page.fault"))}</h2><p>${escapeXml(faultSentence(lang, fault, page.challenge))}</p></section>`;
}

function logSection(page: RunPage, lang: Language): string {
  const { log, logTruncated } = page.practice;
  const cut = logTruncated ? `<p class="small">${escapeXml(say(lang, "page.logCut"))}</p>` : "";
  const body =
    log.trim() === ""
      ? `<p class="small">${escapeXml(say(lang, "page.logEmpty"))}</p>`
      : `<pre tabindex="0">${escapeXml(log)}</pre>`;
  return `<section><h2>${escapeXml(say(lang, "page.log"))}</h2>${cut}${body}</section>`;
}

/** What a run used as rows of name and words, each beside its limit; used by pages and terminals alike. */
export function resourceRows(
  lang: Language,
  used: Resources,
  limits: ChallengeSpec["limits"],
): readonly { readonly name: string; readonly words: string }[] {
  const of = (value: string, limit: string): string => say(lang, "page.of", { used: value, limit });
  const time = (ms: number | null, limit: number): string =>
    ms === null ? say(lang, "page.unknown") : of(formatDuration(lang, ms), formatDuration(lang, limit));
  const size = (mebibytes: number | null, limit: number): string =>
    mebibytes === null
      ? say(lang, "page.unknown")
      : of(
          say(lang, "page.mebibytes", { n: formatCount(lang, mebibytes) }),
          say(lang, "page.mebibytes", { n: formatCount(lang, limit) }),
        );
  return [
    { name: say(lang, "page.wall"), words: time(used.wallMs, limits.wallMs) },
    { name: say(lang, "page.cpu"), words: time(used.cpuMs, limits.cpuMs) },
    { name: say(lang, "page.memory"), words: size(used.memoryPeakMiB, limits.memoryMiB) },
    { name: say(lang, "page.output"), words: size(used.outputBytes / 1_048_576, limits.outputMiB) },
  ];
}

function resourceSection(page: RunPage, lang: Language): string {
  const { resources } = page.practice;
  if (resources === null) return "";
  const rows = resourceRows(lang, resources, page.challenge.limits)
    .map((row) => `<div><dt>${escapeXml(row.name)}</dt><dd>${escapeXml(row.words)}</dd></div>`)
    .join("");
  return `<section><h2>${escapeXml(say(lang, "page.resources"))}</h2><dl>${rows}</dl></section>`;
}

function head(page: RunPage, summary: string | null, lang: Language): string {
  const { score } = page.practice;
  const between = (low: number, high: number): string =>
    say(lang, "chart.between", { low: formatScore(lang, low), high: formatScore(lang, high) });
  const big =
    score === null
      ? ""
      : `<p class="score"><b>${formatScore(lang, score.points)}</b> <span>${escapeXml(between(score.low, score.high))}</span></p>`;
  const facts = summary === null ? "" : `<p class="small">${escapeXml(summary)}</p>`;
  return (
    `<header><p class="brand">${mark(26)}<span>Vigie</span> <span class="challenge">${escapeXml(page.challenge.title[lang])}</span></p>` +
    `<p class="verdict ${verdictTone(page.verdict)}">${verdictIcon(page.verdict)}<span>${escapeXml(verdictName(lang, page.verdict))}</span></p>` +
    `<h1>${escapeXml(say(lang, "page.title", { name: page.name }))}</h1><p class="lead">${escapeXml(reasonSentence(lang, page.reason))}</p>${big}${facts}</header>`
  );
}

/** The page, complete, in one language. Everything that a detector wrote is escaped. */
export function runReportHtml(page: RunPage, lang: Language): string {
  const told = kindReport(page.practice).practice(page.practice, page.challenge, lang);
  const phone = escapeXml(page.helpLine.phone);
  const help = escapeXml(say(lang, "page.help", { line: page.helpLine.name[lang], phone: page.helpLine.phone })).replaceAll(
    phone,
    `<a class="phone" href="tel:${phone}">${phone}</a>`,
  );
  return (
    `<!doctype html>\n<html lang="${lang}-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${escapeXml(`${say(lang, "page.title", { name: page.name })} · Vigie`)}</title><style>${tokensCss()}\n${chartsCss()}\n${runPageCss()}</style></head>\n` +
    `<body>${head(page, told.summary, lang)}<main>${faultSection(page, lang)}` +
    (page.practice.details === null ? "" : figures(page, told.sections, lang) + mistakeSection(told, lang)) +
    `<div class="two">${logSection(page, lang)}${resourceSection(page, lang)}</div></main>` +
    `<footer><p>${escapeXml(say(lang, "page.note"))}</p><p>${help}</p></footer></body></html>\n`
  );
}
