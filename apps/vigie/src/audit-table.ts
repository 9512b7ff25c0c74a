/** The leak audit as a person reads it in the terminal, and the words that its published page shares. */
import Table from "cli-table3";
import pc from "picocolors";
import {
  CONFIDENCE,
  familyName,
  targetName,
  type AuditWords,
  type JudgedFinding,
  type LeakAudit,
  type Verdict,
} from "@vigie/audit";
import { formatPercent } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { Voice } from "./say.ts";

const COLOURS: Readonly<Record<Verdict, (text: string) => string>> = { ok: pc.green, signal: pc.yellow, leak: pc.red };

/** A finding's number; three digits are plenty, and the same on every machine. */
export function auditNumber(value: number, { unit }: JudgedFinding, language: Language): string {
  if (unit === "share") return formatPercent(language, value, 1);
  return new Intl.NumberFormat(`${language}-CA`, { maximumSignificantDigits: 3 }).format(value).replaceAll("\u202f", "\u00a0");
}

/** What chance gives. */
export function auditBand(finding: JudgedFinding, language: Language): string {
  return `${auditNumber(finding.low, finding, language)} … ${auditNumber(finding.high, finding, language)}`;
}

/** Whether a set passed, in a sentence. */
export function auditLine(passed: boolean, { sought, betrayed }: AuditWords, { language, say }: Voice): string {
  if (!passed) return say("audit.failed", { whom: betrayed[language] });
  return say("audit.passed", { confidence: formatPercent(language, CONFIDENCE, 1), whom: sought[language] });
}

/** Whether two splits passed against each other. */
export function acrossLine(passed: boolean, { language, say }: Voice): string {
  return passed ? say("audit.acrossPassed", { confidence: formatPercent(language, CONFIDENCE, 1) }) : say("audit.acrossFailed");
}

function what(finding: JudgedFinding, words: AuditWords, language: Language): string {
  const { column, aspect } = finding;
  return `${column}, ${aspect[language]} (${targetName(finding, words)[language]})`;
}

function familyTable(audit: LeakAudit, words: AuditWords, { language, say }: Voice): string {
  const table = new Table({
    head: [say("audit.family"), say("audit.column"), say("audit.value"), say("audit.chance"), say("audit.verdict")],
    colWidths: [24, 34, 11, 21, 10],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { family, verdict, strongest } of audit.families) {
    if (strongest === null) continue;
    const { [language]: name } = familyName(family, words);
    const value = auditNumber(strongest.value, strongest, language);
    const word = COLOURS[verdict](say(`audit.${verdict}`));
    table.push([name, what(strongest, words, language), value, auditBand(strongest, language), word]);
  }
  return table.toString();
}

function listed(audit: LeakAudit, verdict: Verdict, words: AuditWords, language: Language): string[] {
  return audit.findings
    .filter((finding) => finding.verdict === verdict)
    .map((finding) => {
      const { reason, value } = finding;
      const why = reason === null ? "" : `; ${reason[language]}`;
      const found = `${auditNumber(value, finding, language)} [${auditBand(finding, language)}]`;
      return `  ${what(finding, words, language)}: ${found}${why}`;
    });
}

function tableAndLists(audit: LeakAudit, words: AuditWords, voice: Voice): string[] {
  const { language, say } = voice;
  const signals = listed(audit, "signal", words, language);
  const leaks = listed(audit, "leak", words, language);
  return [
    familyTable(audit, words, voice),
    ...(signals.length > 0 ? [pc.yellow(say("audit.signals")), ...signals] : []),
    ...(leaks.length > 0 ? [pc.red(say("audit.leaks")), ...leaks] : []),
  ];
}

const coloured = (passed: boolean, text: string): string => (passed ? pc.green(text) : pc.red(text));

/** All that an audit found. */
export function auditTable(audit: LeakAudit, words: AuditWords, voice: Voice): string {
  return [...tableAndLists(audit, words, voice), auditSentence(audit.passed, words, voice)].join("\n");
}

/** All that was found between two splits. */
export function acrossTable(across: LeakAudit, words: AuditWords, voice: Voice): string {
  const sentence = coloured(across.passed, acrossLine(across.passed, voice));
  return [pc.bold(voice.say("audit.acrossTitle")), ...tableAndLists(across, words, voice), sentence].join("\n");
}

/** Whether it passed, and nothing else. */
export function auditSentence(passed: boolean, words: AuditWords, voice: Voice): string {
  return coloured(passed, auditLine(passed, words, voice));
}
