/** The blocks of a data card that any data set has, in one language. */
import { formatCount, splitName } from "@vigie/report";
import type { DatasetSpec, Language } from "@vigie/spec";
import { auditLine } from "../audit-table.ts";
import { speaker } from "../say.ts";
import type { AuditedSet } from "./audit-page.ts";
import type { CardBlocks } from "./card.ts";
import { markdownTable } from "./markdown-table.ts";

const WORDS = {
  en: { parameter: "parameter", value: "value", range: "range", colon: ":" },
  fr: { parameter: "paramètre", value: "valeur", range: "intervalle", colon: " :" },
} as const;

function exact(value: number, lang: Language): string {
  if (Number.isInteger(value)) return formatCount(lang, value);
  return lang === "fr" ? String(value).replace(".", ",") : String(value);
}

function parameters({ parameters: all }: DatasetSpec, lang: Language): string {
  const { parameter, value: head, range: within } = WORDS[lang];
  const rows = Object.entries(all).map(([id, { value, range, about }]) => [
    `\`${id}\`, ${about[lang]}`,
    exact(value, lang),
    range.map((end) => exact(end, lang)).join(" – "),
  ]);
  return markdownTable([parameter, head, within], rows, "--:");
}

function audits(all: readonly AuditedSet[], language: Language): string {
  const lines = all.map(({ split, audit, words }) => {
    const link = `[${splitName(language, split)}](published/audit.${split}.${language}.md)`;
    return `- ${link}${WORDS[language].colon} ${auditLine(audit.passed, words, { language, say: speaker(language) })}`;
  });
  return lines.join("\n");
}

export function cardBlocks(dataset: DatasetSpec, sets: readonly AuditedSet[], language: Language): CardBlocks {
  return { audit: audits(sets, language), parameters: parameters(dataset, language) };
}
