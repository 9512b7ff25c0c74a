/** Single accounts to look at: the time line, and the rows worth reading. */
import type { Language } from "@vigie/spec";
import { evidenceMark } from "../../charts/evidence-mark.ts";
import { formatCents, formatDay } from "../../format.ts";
import { capital, indicatorLabel } from "../../names.ts";
import { escapeXml } from "../../picture.ts";
import { bankName, say } from "./say.ts";
import { accountTimeline } from "./account-timeline.ts";
import type { ExampleAccount, ExampleNote, RealismReport } from "./values.ts";

const SHOWN_MARK =
  '<svg class="vg vg-mark-in-line" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false"><circle class="vg-shows" r="3.4"/></svg>';

function channelName(lang: Language, channel: string): string {
  const key = `channel.${channel}`;
  return say.knows(key) ? say(lang, key) : channel;
}

function amountOf(lang: Language, { cents, credit }: ExampleNote): string {
  if (cents === 0) return "";
  return `${credit ? "+" : "\u2212"}${formatCents(lang, cents)}`;
}

function noteRow(note: ExampleNote, firstDay: number, lang: Language): string {
  const what = [channelName(lang, note.channel), note.party].filter((part) => part !== null && part !== "").join(", ");
  const memo = note.memo === null ? "" : ` <q>${escapeXml(say(lang, "memo", { memo: note.memo }))}</q>`;
  const signs = note.indicators.map((id) => indicatorLabel(lang, id)).join("; ");
  return (
    `<tr><td>${escapeXml(formatDay(lang, firstDay + note.day))}</td><td>${escapeXml(amountOf(lang, note))}</td>` +
    `<td>${escapeXml(what)}${memo}<small>${escapeXml(signs)}</small></td></tr>`
  );
}

function notesTable({ notes }: ExampleAccount, firstDay: number, lang: Language): string {
  if (notes.length === 0) return "";
  const head = (["day", "amount", "what"] as const).map((name) => `<th scope="col">${escapeXml(say(lang, name))}</th>`).join("");
  const rows = notes.map((note) => noteRow(note, firstDay, lang)).join("");
  return `<table class="notes"><caption>${escapeXml(say(lang, "exampleNotes"))}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

function article(example: ExampleAccount, report: RealismReport, lang: Language): string {
  const title = capital(bankName(lang, example.of));
  const who = say(lang, "exampleWho", {
    account: example.account,
    occupation: example.occupation ?? say(lang, "unstated"),
    city: example.city,
  });
  const line = example.role === null ? who : say(lang, "exampleRole", { who, role: bankName(lang, example.role) });
  const id = `account-${example.kind}-${example.of}`;
  return (
    `<article><h4>${escapeXml(title)}</h4><p class="small">${escapeXml(line)}</p>` +
    `${accountTimeline(example.rows, report.days, title, lang, id).svg}${notesTable(example, report.firstDay, lang)}</article>`
  );
}

function gallery(kind: ExampleAccount["kind"], report: RealismReport, lang: Language): string {
  const examples = report.examples.filter((example) => example.kind === kind);
  if (examples.length === 0) return "";
  const title = say(lang, kind === "typology" ? "examplesRings" : "examplesGroups");
  const articles = examples.map((example) => article(example, report, lang)).join("");
  return `<h3 class="subhead">${escapeXml(title)}</h3><div class="examples">${articles}</div>`;
}

/** The section of time lines. */
export function examplesSection(report: RealismReport, lang: Language): string {
  const key = `<p class="key"><span>${evidenceMark("missed")}${escapeXml(say(lang, "keyPlanted"))}</span><span>${SHOWN_MARK}${escapeXml(say(lang, "keyShown"))}</span></p>`;
  return (
    `<section id="section-accounts"><h2>${escapeXml(say(lang, "examplesTitle"))}</h2>` +
    `<p class="small">${escapeXml(say(lang, "examplesMethod"))}</p>${key}` +
    `${gallery("typology", report, lang)}${gallery("group", report, lang)}</section>`
  );
}
