/** Sentences that go with a verdict, an output, an archive and a machine, in either language, as plain text. */
import { entryOf, type ChallengeSpec, type Language, type OutputFault, type Reason, type Split, type Verdict } from "@vigie/spec";
import { KIND_REPORTS } from "./kinds/index.ts";
import type { FaultWords, KindReport } from "./kinds/kind-report.ts";
import { capital, subjectWords } from "./names.ts";
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
  const words = { ...sharedWords(lang, fault, challenge), ...kind.fault(fault, challenge, lang) };
  const { example } = kind.rules(challenge, lang);
  // Names of keys keep their small letters.
  const isKey = example.some((line) => line.includes(`"${words.what.split(" ", 1)[0]}":`));
  const placed =
    fault.line !== undefined
      ? say(lang, "frame.line", { line: fault.line, sentence: words.what })
      : isKey
        ? words.what
        : capital(words.what);
  return withParticulars(lang, placed, words.next, fault);
}

function sharedWords(lang: Language, { code }: OutputFault, challenge: ChallengeSpec): Required<FaultWords> {
  const values = subjectWords(challenge, lang);
  const said = (key: string): string => (say.knows(key) ? say(lang, key, values) : "");
  return { what: said(`fault.${code}.what`), next: said(`fault.${code}.next`) };
}

/** Why an archive is refused; the store's faults match these codes. */
export const ARCHIVE_FAULT_CODES = [
  "not-an-archive",
  "too-large",
  "too-many-files",
  "unsafe-path",
  "link-or-device",
  "doubled-name",
  "bad-name",
  "truncated",
  "ambiguous",
  "compiled-code",
  "no-manifest",
  "bad-manifest",
  "no-entry",
  "other-challenge",
  "empty",
] as const;

export interface ArchiveRefusal {
  readonly code: (typeof ARCHIVE_FAULT_CODES)[number];
  readonly entry?: string;
  readonly expected?: string;
  readonly found?: string;
}

/** Why an archive was refused: the entry, what was expected, what came, what to do next. */
export function archiveFaultSentence(lang: Language, fault: ArchiveRefusal): string {
  const what = say(lang, `archive.${fault.code}.what`);
  const keepsCase = what.startsWith("vigie.json");
  const placed =
    fault.entry === undefined
      ? keepsCase
        ? what
        : capital(what)
      : say(lang, "frame.entry", { entry: quoted(lang, fault.entry), sentence: what });
  return withParticulars(lang, placed, say(lang, `archive.${fault.code}.next`), fault);
}

const WEAKNESSES = ["no-cgroup", "shared-uid", "no-sandbox", "engine-as-root"] as const;

/** What is weaker about this machine's sandbox, by the runner's id; of an unknown id a sentence that names it. */
export function weaknessSentence(lang: Language, id: string): string {
  const known = WEAKNESSES.find((weakness) => weakness === id);
  return known === undefined ? say(lang, "weakness.other", { id }) : say(lang, `weakness.${known}`);
}

/** Why no sandbox is to be had here, and what to install. */
export function sandboxMissingSentence(
  lang: Language,
  reason: "not-linux" | "no-bubblewrap" | "user-namespaces-forbidden" | "does-not-start" | "no-container-engine",
): string {
  return say(lang, `sandbox.${reason}`);
}

/** A split by name ("practice", "entraînement"). */
export function splitName(lang: Language, split: Split): string {
  return say(lang, `split.${split}`);
}
