/** Sentences that go with a verdict, an output, an archive and a machine, in either language, as plain text. */
import { entryOf, type ChallengeSpec, type Language, type OutputFault, type Reason, type Split, type Verdict } from "@vigie/spec";
import { faultWords } from "./fault-words.ts";
import { KIND_REPORTS } from "./kinds/index.ts";
import type { KindReport } from "./kinds/kind-report.ts";
import { capital, subjectWords } from "./names.ts";
import type { Messages } from "./messages/en.ts";
import { say } from "./say.ts";

/** How a challenge's, or a practice report's, kind is shown. @throws SpecError `unknown-name`. */
export function kindReport({ kind }: { readonly kind: string }): KindReport {
  return entryOf(KIND_REPORTS, kind, "kind");
}

/** The verdict in words ("Accepted"). Never show its colour without them. */
export function verdictName(lang: Language, verdict: Verdict): string {
  return say(lang, `verdict.${verdict}`);
}

/** What happened and what to do next, of a practice run: there nothing is hidden. */
export function reasonSentence(lang: Language, reason: Reason): string {
  return say(lang, `reason.${reason}`);
}

/** The one sentence that a run on a hidden split gives, from a fixed list: it tells nothing that the verdict does not. */
export function hiddenSentence(lang: Language, verdict: Verdict): string {
  return say(lang, `hidden.${verdict}`);
}

const MOST_QUOTED = 120;

/** What came, between the language's own quotation marks. */
function quoted(lang: Language, text: string): string {
  const short = text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED - 1)}…` : text;
  return lang === "fr" ? `«\u00a0${short}\u00a0»` : `“${short}”`;
}

interface Particulars {
  readonly found?: string;
  readonly expected?: string;
}

function withParticulars(lang: Language, what: string, next: string, { found, expected }: Particulars): string {
  return [
    what,
    ...(found === undefined ? [] : [say(lang, "frame.found", { found: quoted(lang, found) })]),
    ...(expected === undefined ? [] : [say(lang, "frame.expected", { expected })]),
    next,
  ].join(" ");
}

/** What is wrong with an output: the line, what was expected there, what came, what to do next. */
export function faultSentence(lang: Language, fault: OutputFault, challenge: ChallengeSpec): string {
  const kind = kindReport(challenge);
  const shared = faultWords(say, fault.code, lang, subjectWords(challenge, lang));
  const { what, next } = { what: "", next: "", ...shared, ...kind.fault(fault, challenge, lang) };
  if (fault.line !== undefined) {
    return withParticulars(lang, say(lang, "frame.line", { line: fault.line, sentence: what }), next, fault);
  }
  // Names of keys keep their small letters.
  const key = `"${what.split(" ", 1)[0]}":`;
  const isKey = kind.rules(challenge, lang).example.some((line) => line.includes(key));
  return withParticulars(lang, isKey ? what : capital(what), next, fault);
}

/** Why an archive is refused; the store's faults match its codes. */
export interface ArchiveRefusal {
  readonly code: keyof Messages["archive"];
  readonly entry?: string;
  readonly expected?: string;
  readonly found?: string;
}

/** Why an archive was refused: the entry, what was expected, what came, what to do next. */
export function archiveFaultSentence(lang: Language, fault: ArchiveRefusal): string {
  const what = say(lang, `archive.${fault.code}.what`);
  const placed =
    fault.entry !== undefined
      ? say(lang, "frame.entry", { entry: quoted(lang, fault.entry), sentence: what })
      : what.startsWith("vigie.json")
        ? what
        : capital(what);
  return withParticulars(lang, placed, say(lang, `archive.${fault.code}.next`), fault);
}

/** What is weaker about this machine's sandbox, by the runner's id; of an unknown id a sentence that names it. */
export function weaknessSentence(lang: Language, id: string): string {
  const key = `weakness.${id}`;
  return say(lang, say.knows(key) ? key : "weakness.other", { id });
}

/** Why no sandbox is to be had here, and what to install. */
export function sandboxMissingSentence(lang: Language, reason: keyof Messages["sandbox"]): string {
  return say(lang, `sandbox.${reason}`);
}

/** A split by name ("practice", "entraînement"). */
export function splitName(lang: Language, split: Split): string {
  return say(lang, `split.${split}`);
}
