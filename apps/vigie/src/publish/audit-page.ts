/** The leak audit of a published set as a page of Markdown. */
import { familyName, targetName, type AuditWords, type JudgedFinding, type LeakAudit } from "@vigie/audit";
import { formatCount, splitName } from "@vigie/report";
import type { BilingualText, Language, Split } from "@vigie/spec";
import { acrossLine, auditBand, auditLine, auditNumber } from "../audit-table.ts";
import { speaker, type Voice } from "../say.ts";
import { markdownTable } from "./markdown-table.ts";

const WORDS = {
  en: {
    title: "Leak audit",
    against: "Against the practice split",
    trials: "tries",
    why: "why it may stand out",
    nothing: "none",
  },
  fr: {
    title: "Vérification des fuites",
    against: "Confrontation à la partition d’entraînement",
    trials: "essais",
    why: "raison admise",
    nothing: "aucune",
  },
} as const;

function cells(
  finding: JudgedFinding,
  words: AuditWords,
  lang: Language,
): readonly [what: string, value: string, chance: string] {
  const { column, aspect, value } = finding;
  const what = `\`${column}\`, ${aspect[lang]} (${targetName(finding, words)[lang]})`;
  return [what, auditNumber(value, finding, lang), auditBand(finding, lang)];
}

function families(audit: LeakAudit, words: AuditWords, { language, say }: Voice): string {
  const { trials: tries, nothing } = WORDS[language];
  const head = [say("audit.family"), tries, say("audit.column"), say("audit.value"), say("audit.chance"), say("audit.verdict")];
  const rows = audit.families.map(({ family, trials, strongest, verdict }) => {
    const found = strongest === null ? [nothing, "", ""] : cells(strongest, words, language);
    return [familyName(family, words)[language], formatCount(language, trials), ...found, say(`audit.${verdict}`)];
  });
  return markdownTable(head, rows);
}

function listed(audit: LeakAudit, verdict: "signal" | "leak", words: AuditWords, { language, say }: Voice): string {
  const findings = audit.findings.filter((finding) => finding.verdict === verdict);
  if (findings.length === 0) return "";
  const { why, nothing } = WORDS[language];
  const head = [say("audit.column"), say("audit.value"), say("audit.chance"), why];
  const rows = findings.map((finding) => [...cells(finding, words, language), finding.reason?.[language] ?? nothing]);
  return `\n${say(verdict === "signal" ? "audit.signals" : "audit.leaks")}\n\n${markdownTable(head, rows)}\n`;
}

function section(title: string, sentence: string, audit: LeakAudit, words: AuditWords, voice: Voice): string {
  const parts = [title, sentence, families(audit, words, voice)];
  return `${parts.join("\n\n")}\n${listed(audit, "leak", words, voice)}${listed(audit, "signal", words, voice)}`;
}

/** What a page is made of. */
export interface AuditedSet {
  readonly words: AuditWords;
  readonly audit: LeakAudit;
  /** Against the practice set; null for that one. */
  readonly across: LeakAudit | null;
  readonly split: Split;
  /** How many subjects it has, and what they are called. */
  readonly subjects: number;
  readonly many: BilingualText;
}

/** The page, complete. */
export function auditPage({ words, audit, across, split, subjects, many }: AuditedSet, language: Language): string {
  const voice = { language, say: speaker(language) };
  const { title, against } = WORDS[language];
  const heading = `# ${title}, ${splitName(language, split)}, ${formatCount(language, subjects)} ${many[language]}`;
  const own = section(heading, auditLine(audit.passed, words, voice), audit, words, voice);
  if (across === null) return own;
  return `${own}\n${section(`## ${against}`, acrossLine(across.passed, voice), across, words, voice)}`;
}
