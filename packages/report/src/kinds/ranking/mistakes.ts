/** Mistakes in words: what happened, and what to look for. */
import type { RankingMistake } from "@vigie/spec/ranking";
import { worldOf, type ChallengeSpec, type Language } from "@vigie/spec";
import { formatCount } from "../../format.ts";
import { capital, indicatorLabel, nameOf, withArticle } from "../../names.ts";
import type { MistakeWords } from "../kind-report.ts";
import { say } from "./say.ts";

/** Whose sentences these are: roles and groups are called as their world calls them. */
interface Told {
  readonly mistake: RankingMistake;
  readonly challenge: ChallengeSpec;
  readonly lang: Language;
}

type Sign = RankingMistake["indicators"][number];

/** A role without and with its article, which French does not need here. */
function roleWords({ challenge, lang }: Told, role: string | null): { readonly plain: string; readonly article: string } {
  if (role === null || !worldOf(challenge).roles.includes(role)) {
    const some = say(lang, "mistake.someRole");
    return { plain: some, article: some };
  }
  const plain = nameOf(challenge, role, lang);
  return { plain, article: lang === "en" ? withArticle(plain) : plain };
}

/** A label within a sentence begins small, unless it begins with an abbreviation. */
function within(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

const MOST_NAMED = 3;

function signs({ mistake, lang }: Told, wanted: (row: Sign) => boolean): string {
  const labels = mistake.indicators.filter(wanted).map((row) => within(indicatorLabel(lang, row.indicator)));
  return labels.slice(0, MOST_NAMED).join("; ");
}

function missedSentences(told: Told): string[] {
  const { mistake, lang } = told;
  const role = roleWords(told, mistake.role.planted);
  const values = { role: role.plain, aRole: role.article };
  const first =
    mistake.rank === null
      ? say(lang, "mistake.silent", values)
      : say(lang, "mistake.tooLow", { rank: formatCount(lang, Math.round(mistake.rank)), ...values });
  const planted = signs(told, (row) => row.planted);
  return planted === "" ? [first] : [first, say(lang, "mistake.plantedSigns", { signs: planted })];
}

function falseAlarmSentences(told: Told): string[] {
  const { mistake, challenge, lang } = told;
  const [group] = mistake.groups;
  const first =
    group === undefined
      ? say(lang, "mistake.lawful")
      : say(lang, "mistake.lawfulGroup", { group: nameOf(challenge, group, lang) });
  const named = signs(told, (row) => row.named);
  return named === "" ? [first] : [first, say(lang, "mistake.misread", { signs: named })];
}

function wrongReason(told: Told): string {
  const { lang } = told;
  const { named, planted } = told.mistake.role;
  if (planted !== null && named !== planted) {
    const [is, said] = [roleWords(told, planted), roleWords(told, named)];
    const values = { planted: is.plain, named: said.plain, aPlanted: is.article, aNamed: said.article };
    return named === null ? say(lang, "mistake.noRole", values) : say(lang, "mistake.wrongRole", values);
  }
  const missed = signs(told, (row) => row.planted && !row.named);
  if (missed !== "") return say(lang, "mistake.missedSigns", { signs: missed });
  const wrong = signs(told, (row) => row.named && !row.planted);
  return wrong === "" ? say(lang, "mistake.weakEvidence") : say(lang, "mistake.wrongSigns", { signs: wrong });
}

function sentencesOf(told: Told): string[] {
  switch (told.mistake.kind) {
    case "missed":
      return missedSentences(told);
    case "false-alarm":
      return falseAlarmSentences(told);
    case "wrong-reason":
      return [say(told.lang, "mistake.rightAccount"), wrongReason(told)];
  }
}

/** What became of a sign. */
function signWords({ planted, named, evidence }: Sign, lang: Language): string {
  if (!planted) return say(lang, "chart.wrong");
  if (!named) return say(lang, "sign.notNamed");
  const found = say(lang, "sign.found", { found: evidence.found, planted: evidence.planted });
  return evidence.wrong > 0 ? `${found}, ${say(lang, "sign.wrong", { count: evidence.wrong })}` : found;
}

/** One subject to learn from, in two sentences: what happened, and what to look for. */
export function mistakeWords(mistake: RankingMistake, challenge: ChallengeSpec, lang: Language): MistakeWords {
  const { rank, kind, indicators } = mistake;
  return {
    sort: say(lang, `mistake.kind.${kind}`),
    subject: `${capital(worldOf(challenge).subject.one[lang])} ${mistake.subject}`,
    place:
      rank === null ? say(lang, "mistake.noPlace") : say(lang, "mistake.place", { rank: formatCount(lang, Math.round(rank)) }),
    sentence: sentencesOf({ mistake, challenge, lang }).join(" "),
    signs: indicators.map((sign) => ({ label: indicatorLabel(lang, sign.indicator), words: signWords(sign, lang) })),
  };
}
