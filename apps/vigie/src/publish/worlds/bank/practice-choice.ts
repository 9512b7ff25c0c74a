/**
 * Which world practice is. A world of five thousand accounts has some fifty ring accounts, and how many of them also belong to
 * a look-alike group hangs on luck: a practice world where few do teaches that look-alikes can be told by their group. So ten
 * texts are tried, openly, and practice hangs on the one whose overlap is nearest to the median of the ten, out of those whose
 * world breaks fewest promises of the realism report; of equals the first.
 */
import { join } from "node:path";
import { Type, type Static } from "@sinclair/typebox";
import { measureRealism, readBankTruth } from "@vigie/audit/bank";
import { formatCount, formatRatio } from "@vigie/report";
import { practiceSeed, TableReader, type ChallengeSpec, type Language } from "@vigie/spec";
import { readTable } from "@vigie/testset";
import { markdownTable } from "../../markdown-table.ts";
import { withSet } from "../../published-sets.ts";
import { indicatorCountPrecision } from "./indicator-count.ts";

/** The section of the realism report that tells what the world promises. */
const GUARDS = "guards";

export const CANDIDATES: readonly string[] = Array.from({ length: 10 }, (_, i) => `practice-${i + 1}`);

const Tried = Type.Object({
  text: Type.String(),
  ringAccounts: Type.Integer(),
  /** Those of them that belong to a look-alike group too. */
  overlap: Type.Integer(),
  /** Promises of the realism report that the world breaks. */
  broken: Type.Integer(),
  /** Average precision of the rule baseline: accounts by how many indicators they show. */
  rule: Type.Number(),
});
export type Tried = Static<typeof Tried>;

export const PracticeChoice = Type.Object({ tried: Type.Array(Tried), median: Type.Number(), chosen: Type.String() });
export type PracticeChoice = Static<typeof PracticeChoice>;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The choice among what was tried, in its order. @param tried at least one. */
export function chosenAmong(tried: readonly Tried[]): PracticeChoice {
  const middle = median(tried.map(({ overlap }) => overlap));
  const off = ({ overlap }: Tried): number => Math.abs(overlap - middle);
  const fewest = Math.min(...tried.map(({ broken }) => broken));
  const sound = tried.filter(({ broken }) => broken === fewest);
  const nearest = sound.reduce((best, one) => (off(one) < off(best) ? one : best));
  return { tried: [...tried], median: middle, chosen: nearest.text };
}

function measured(text: string, folder: string): Tried {
  const { members } = readBankTruth(folder);
  const groups = new TableReader(readTable(join(folder, "labels"), "groups", ["account"]), "groups");
  const alike = new Set(groups.numbers("account"));
  return {
    text,
    ringAccounts: members.length,
    overlap: members.filter(({ account }) => alike.has(account)).length,
    broken: measureRealism(folder).comparisons.filter(({ section, verdict }) => section === GUARDS && verdict === "off").length,
    rule: Math.round(100 * indicatorCountPrecision(folder)) / 100,
  };
}

/** Tries the candidates, each as a practice world of the challenge. */
export async function tryCandidates(
  challenge: ChallengeSpec,
  onStep: (what: string) => void,
  texts: readonly string[] = CANDIDATES,
): Promise<PracticeChoice> {
  const size = challenge.sizes.practice;
  const { id: datasetId, version: datasetVersion } = challenge.dataset;
  const tried: Tried[] = [];
  for (const text of texts) {
    onStep(`practice world of the text ${text}`);
    const seed = practiceSeed({ datasetId, datasetVersion, challengeId: challenge.id }, text);
    tried.push(await withSet(challenge, { split: "practice", size }, (folder) => measured(text, folder), seed));
  }
  return chosenAmong(tried);
}

const WORDS = {
  en: {
    rule: (median: string, chosen: string) =>
      `The practice world hangs on a text, which was chosen by a rule: of ten texts, tried openly, the one whose overlap of rings and look-alikes (ring accounts that belong to a look-alike group too) is nearest to the median of the ten, out of those whose world breaks fewest promises of the realism report; of equals the first. The median is ${median}; the text is \`${chosen}\`.`,
    head: [
      "text",
      "ring accounts",
      "of them in a look-alike group",
      "promises broken",
      "number of indicators, average precision",
    ],
    none: "The practice world hangs on the names of data set and challenge alone.",
  },
  fr: {
    rule: (median: string, chosen: string) =>
      `Le monde d’entraînement dépend d’un texte, choisi selon une règle : parmi dix textes essayés au grand jour, celui dont le recoupement entre réseaux et groupes semblables (les comptes de réseaux qui appartiennent aussi à un groupe semblable) est le plus proche de la médiane des dix, parmi ceux dont le monde rompt le moins de promesses du rapport de réalisme; à égalité, le premier. La médiane est ${median}; le texte est \`${chosen}\`.`,
    head: [
      "texte",
      "comptes de réseaux",
      "dont dans un groupe semblable",
      "promesses rompues",
      "nombre d’indicateurs, précision moyenne",
    ],
    none: "Le monde d’entraînement ne dépend que des noms du jeu de données et du défi.",
  },
} as const;

/** The card's block. */
export function practiceBlock(choice: PracticeChoice | null, language: Language): string {
  const words = WORDS[language];
  if (choice === null) return words.none;
  const rows = choice.tried.map(({ text, ringAccounts, overlap, broken, rule }) => [
    text === choice.chosen ? `**\`${text}\`**` : `\`${text}\``,
    formatCount(language, ringAccounts),
    formatCount(language, overlap),
    formatCount(language, broken),
    formatRatio(language, rule),
  ]);
  return `${words.rule(formatCount(language, choice.median), choice.chosen)}\n\n${markdownTable(words.head, rows, "--:")}`;
}

/** `dataset.json` with the text that practice hangs on, and not another letter changed. */
export function withPracticeText(json: string, text: string): string {
  const named = `"practice": "${text}"`;
  if (/"practice": "[^"]*"/.test(json)) return json.replace(/"practice": "[^"]*"/, named);
  return json.replace(/^( *)("days": \d+),$/m, `$1$2,\n$1${named},`);
}
