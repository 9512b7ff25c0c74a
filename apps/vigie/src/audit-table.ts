/** The leak audit as a person reads it. */
import Table from "cli-table3";
import pc from "picocolors";
import { CONFIDENCE, familyName, type JudgedFinding, type LeakAudit, type Verdict } from "@vigie/audit";
import { formatPercent } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { targetWords } from "./audit-words.ts";
import type { Say } from "./say.ts";

const COLOURS: Readonly<Record<Verdict, (text: string) => string>> = { ok: pc.green, signal: pc.yellow, leak: pc.red };

function verdictWord(verdict: Verdict, say: Say): string {
  const word = { ok: say("audit.ok"), signal: say("audit.signal"), leak: say("audit.leak") }[verdict];
  return COLOURS[verdict](word);
}

function number(value: number, { unit }: JudgedFinding, language: Language): string {
  if (unit === "share") return formatPercent(language, value, 1);
  return new Intl.NumberFormat(`${language}-CA`, { maximumSignificantDigits: 3 }).format(value);
}

function band(finding: JudgedFinding, language: Language): string {
  return `${number(finding.low, finding, language)} … ${number(finding.high, finding, language)}`;
}

function what({ column, aspect }: JudgedFinding, language: Language): string {
  return `${column}, ${aspect[language]}`;
}

function familyTable(audit: LeakAudit, language: Language, say: Say): string {
  const table = new Table({
    head: [say("audit.family"), say("audit.column"), say("audit.value"), say("audit.chance"), say("audit.verdict")],
    colWidths: [24, 34, 11, 21, 10],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { family, verdict, strongest } of audit.families) {
    if (strongest === null) continue;
    const { [language]: name } = familyName(family);
    const of = `${what(strongest, language)} (${targetWords(strongest, say)})`;
    table.push([name, of, number(strongest.value, strongest, language), band(strongest, language), verdictWord(verdict, say)]);
  }
  return table.toString();
}

function listed(audit: LeakAudit, verdict: Verdict, language: Language, say: Say): string[] {
  return audit.findings
    .filter((finding) => finding.verdict === verdict)
    .map((finding) => {
      const { reason, value } = finding;
      const why = reason === null ? "" : `; ${reason[language]}`;
      return `  ${what(finding, language)} (${targetWords(finding, say)}): ${number(value, finding, language)} [${band(finding, language)}]${why}`;
    });
}

function tableAndLists(audit: LeakAudit, language: Language, say: Say): string[] {
  const signals = listed(audit, "signal", language, say);
  const leaks = listed(audit, "leak", language, say);
  return [
    familyTable(audit, language, say),
    ...(signals.length > 0 ? [pc.yellow(say("audit.signals")), ...signals] : []),
    ...(leaks.length > 0 ? [pc.red(say("audit.leaks")), ...leaks] : []),
  ];
}

/** All that an audit found. */
export function auditTable(audit: LeakAudit, language: Language, say: Say): string {
  return [...tableAndLists(audit, language, say), auditSentence(audit.passed, language, say)].join("\n");
}

/** All that was found between two splits. */
export function acrossTable(across: LeakAudit, language: Language, say: Say): string {
  const confidence = formatPercent(language, CONFIDENCE, 1);
  const sentence = across.passed ? pc.green(say("audit.acrossPassed", { confidence })) : pc.red(say("audit.acrossFailed"));
  return [pc.bold(say("audit.acrossTitle")), ...tableAndLists(across, language, say), sentence].join("\n");
}

/** Whether it passed, and nothing else. */
export function auditSentence(passed: boolean, language: Language, say: Say): string {
  if (!passed) return pc.red(say("audit.failed"));
  return pc.green(say("audit.passed", { confidence: formatPercent(language, CONFIDENCE, 1) }));
}
