/** Names and sentences that go with a verdict, an output, an archive and a machine, in either language, as plain text. */
import {
  LOOKALIKE_GROUPS,
  TYPOLOGIES,
  type FaultCode,
  type Language,
  type OutputFault,
  type PartId,
  type Reason,
  type Split,
  type Verdict,
} from "@vigie/spec";
import { indicator, isIndicatorId, type Role } from "@vigie/sdk";
import { say } from "./say.ts";

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

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** What is wrong with an output: the line, what was expected there, what came, what to do next. */
export function faultSentence(lang: Language, fault: OutputFault): string {
  const code: FaultCode = fault.code;
  const what = say(lang, `fault.${code}.what`);
  const placed = fault.line === undefined ? sentenceCase(what) : say(lang, "frame.line", { line: fault.line, sentence: what });
  return withParticulars(lang, placed, say(lang, `fault.${code}.next`), fault);
}

/** Names of keys keep their small letters. */
function sentenceCase(text: string): string {
  return /^(account|score|findings|evidence) /.test(text) ? text : capital(text);
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

/** A part of the score, or its harm, by name ("Ranking"). */
export function partName(lang: Language, part: PartId | "harm" | "score"): string {
  return say(lang, `part.${part}`);
}

/** The question that a part answers ("Do the accounts that matter come first?"). */
export function partQuestion(lang: Language, part: PartId | "harm"): string {
  return say(lang, `partQuestion.${part}`);
}

/** A role in a ring ("exploited person"), without an article. */
export function roleName(lang: Language, role: Role): string {
  return say(lang, `role.${role}`);
}

/** A split by name ("practice", "entraînement"). */
export function splitName(lang: Language, split: Split): string {
  return say(lang, `split.${split}`);
}

function words(id: string): string {
  return id.replaceAll("-", " ");
}

/** What the members of a look-alike group are called, in the plural; of an unknown group its id in words. */
export function groupName(lang: Language, id: string): string {
  return Object.hasOwn(LOOKALIKE_GROUPS, id) ? LOOKALIKE_GROUPS[id][lang] : words(id);
}

/** How a ring moves its money; of an unknown typology its id in words. */
export function typologyName(lang: Language, id: string): string {
  return Object.hasOwn(TYPOLOGIES, id) ? TYPOLOGIES[id][lang] : words(id);
}

/** An indicator's label from the catalogue; of an unknown one its id in words. */
export function indicatorLabel(lang: Language, id: string): string {
  return isIndicatorId(id) ? indicator(id).label[lang] : words(id);
}
