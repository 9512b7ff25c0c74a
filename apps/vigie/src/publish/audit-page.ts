/** The leak audit of a published set as a page of Markdown, and in one line for the data card. */
import { CONFIDENCE, familyName, type JudgedFinding, type LeakAudit } from "@vigie/audit";
import { formatCount, formatPercent, splitName } from "@vigie/report";
import type { Language, Split } from "@vigie/spec";
import { targetWords } from "../audit-words.ts";
import { speaker, type Say } from "../say.ts";

const WORDS = {
  en: {
    title: "Leak audit",
    against: "Against the practice split",
    accounts: "accounts",
    trials: "tries",
    why: "why it may stand out",
    nothing: "none",
  },
  fr: {
    title: "Vérification des fuites",
    against: "Confrontation à la partition d’entraînement",
    accounts: "comptes",
    trials: "essais",
    why: "raison admise",
    nothing: "aucune",
  },
} as const;

/** Three digits are plenty, and the same on every machine. */
function number(value: number, unit: JudgedFinding["unit"], lang: Language): string {
  if (unit === "share") return formatPercent(lang, value, 1);
  return new Intl.NumberFormat(`${lang}-CA`, { maximumSignificantDigits: 3 }).format(value).replaceAll("\u202f", "\u00a0");
}

function cells(finding: JudgedFinding, lang: Language, say: Say): readonly [what: string, value: string, chance: string] {
  const { column, aspect, unit, value, low, high } = finding;
  const chance = `${number(low, unit, lang)} … ${number(high, unit, lang)}`;
  return [`\`${column}\`, ${aspect[lang]} (${targetWords(finding, say)})`, number(value, unit, lang), chance];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (parts: readonly string[]): string => `| ${parts.map((part) => part.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function families(audit: LeakAudit, lang: Language, say: Say): string {
  const head = [
    say("audit.family"),
    WORDS[lang].trials,
    say("audit.column"),
    say("audit.value"),
    say("audit.chance"),
    say("audit.verdict"),
  ];
  const rows = audit.families.map(({ family, trials, strongest, verdict }) => {
    const found = strongest === null ? [WORDS[lang].nothing, "", ""] : cells(strongest, lang, say);
    return [familyName(family)[lang], formatCount(lang, trials), ...found, say(`audit.${verdict}`)];
  });
  return table(head, rows);
}

function listed(audit: LeakAudit, verdict: "signal" | "leak", lang: Language, say: Say): string {
  const findings = audit.findings.filter((finding) => finding.verdict === verdict);
  if (findings.length === 0) return "";
  const head = [say("audit.column"), say("audit.value"), say("audit.chance"), WORDS[lang].why];
  const rows = findings.map((finding) => [...cells(finding, lang, say), finding.reason?.[lang] ?? WORDS[lang].nothing]);
  return `\n${say(verdict === "signal" ? "audit.signals" : "audit.leaks")}\n\n${table(head, rows)}\n`;
}

/** Whether it passed, in a sentence. */
export function auditLine({ passed }: LeakAudit, lang: Language): string {
  const say = speaker(lang);
  return passed ? say("audit.passed", { confidence: formatPercent(lang, CONFIDENCE, 1) }) : say("audit.failed");
}

function acrossLine({ passed }: LeakAudit, lang: Language, say: Say): string {
  return passed ? say("audit.acrossPassed", { confidence: formatPercent(lang, CONFIDENCE, 1) }) : say("audit.acrossFailed");
}

function section(title: string, sentence: string, audit: LeakAudit, lang: Language, say: Say): string {
  const parts = [title, sentence, families(audit, lang, say)];
  return `${parts.join("\n\n")}\n${listed(audit, "leak", lang, say)}${listed(audit, "signal", lang, say)}`;
}

/** What a page is made of. */
export interface AuditedSet {
  readonly audit: LeakAudit;
  /** Against the practice set; null for that one. */
  readonly across: LeakAudit | null;
  readonly split: Split;
  readonly accounts: number;
}

/** The page, complete. */
export function auditPage({ audit, across, split, accounts }: AuditedSet, lang: Language): string {
  const say = speaker(lang);
  const { title, against, accounts: word } = WORDS[lang];
  const heading = `# ${title}, ${splitName(lang, split)}, ${formatCount(lang, accounts)} ${word}`;
  const own = section(heading, auditLine(audit, lang), audit, lang, say);
  return across === null ? own : `${own}\n${section(`## ${against}`, acrossLine(across, lang, say), across, lang, say)}`;
}
