/** The baseline table for the terminal, and for the data cards in both languages. */
import type { Language } from "@vigie/spec";
import { aligned, markdown } from "../tables.ts";
import { aimOf, type AreaKey, type BaselineKey, type BaselineRow, type Difficulty } from "./difficulty-result.ts";

interface Words {
  readonly head: readonly string[];
  readonly rows: Readonly<Record<BaselineKey, string>>;
  readonly areas: Readonly<Record<AreaKey, string>>;
  readonly areaHead: readonly string[];
  readonly number: (value: number) => string;
  readonly count: (value: number) => string;
}

const grouped = (value: number, mark: string): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, mark);

const EN: Words = {
  head: ["baseline", "saw (worlds × accounts)", "average precision", "95 % interval", "precision at 1 %"],
  rows: {
    random: "random order",
    "best-indicator": "best single indicator",
    "indicator-count": "number of indicators",
    "indicator-weights": "indicators, weights fitted",
    logistic: "logistic regression on hand-made features",
    trees: "gradient-boosted trees on hand-made features",
    "trees-and-indicators": "gradient-boosted trees on features and indicators",
    "trees-practice": "the same, from the practice world alone",
    "trees-more": "the same, from more worlds",
  },
  areaHead: ["told apart by", "area under the curve"],
  areas: {
    rows: "number of rows alone",
    profile: "the account's row on file alone (trees)",
    "twins-rows": "number of rows, among lawful twins",
    "twins-trees": "trees without indicators, among lawful twins",
  },
  number: (value) => value.toFixed(2),
  count: (value) => grouped(value, ","),
};

const FR: Words = {
  head: ["référence", "a vu (mondes × comptes)", "précision moyenne", "intervalle à 95 %", "précision à 1 %"],
  rows: {
    random: "ordre aléatoire",
    "best-indicator": "meilleur indicateur seul",
    "indicator-count": "nombre d’indicateurs",
    "indicator-weights": "indicateurs, poids ajustés",
    logistic: "régression logistique sur des variables faites à la main",
    trees: "arbres à gradient sur des variables faites à la main",
    "trees-and-indicators": "arbres à gradient sur variables et indicateurs",
    "trees-practice": "les mêmes, du seul monde d’entraînement",
    "trees-more": "les mêmes, de plus de mondes",
  },
  areaHead: ["distingués par", "aire sous la courbe"],
  areas: {
    rows: "le seul nombre d’opérations",
    profile: "la seule fiche du compte (arbres)",
    "twins-rows": "le nombre d’opérations, parmi les jumeaux licites",
    "twins-trees": "les arbres sans indicateurs, parmi les jumeaux licites",
  },
  number: (value) => value.toFixed(2).replace(".", ","),
  count: (value) => grouped(value, "\u00a0"),
};

function baselineCells(row: BaselineRow, { rows, number, count }: Words): string[] {
  const name = row.about === null ? rows[row.key] : `${rows[row.key]} (${row.about})`;
  const [low, high] = row.interval;
  const saw = row.saw === null ? "" : `${count(row.saw.worlds)} × ${count(row.saw.accounts)}`;
  return [name, saw, number(row.averagePrecision), `${number(low)} – ${number(high)}`, number(row.precisionAtK)];
}

function judged(row: BaselineRow): string[] {
  const [low, high] = aimOf(row.key);
  const met = low <= row.averagePrecision && row.averagePrecision <= high;
  return [low > 0 ? `${low.toFixed(2)} – ${high.toFixed(2)}` : `≤ ${high.toFixed(2)}`, met ? "met" : "MISSED"];
}

/** For the terminal; `aims` adds what is aimed at, and whether it was met. */
export function findingsAsText(found: Difficulty, aims: boolean): string {
  const { accounts, positives, rings } = found;
  const about = `difficulty: ${positives} positives (${rings} rings) among ${accounts} accounts of fresh worlds, fitted on other worlds`;
  const rows = found.rows.map((row) => [...baselineCells(row, EN), ...(aims ? judged(row) : [])]);
  const pairs = (count: number | undefined, alone: number | undefined): string =>
    count === undefined ? "" : `${count} pairs, ${alone ?? 0} without a twin`;
  const areas = found.areas.map(({ key, area, pairs: count, withoutTwin }) => [
    EN.areas[key],
    EN.number(area),
    pairs(count, withoutTwin),
  ]);
  return [
    `\n${about}`,
    aligned([aims ? [...EN.head, "aim", ""] : EN.head, ...rows]),
    aligned([[...EN.areaHead, ""], ...areas]),
  ].join("\n");
}

/** For the data card, in its language. */
export function findingsAsMarkdown(found: Difficulty, language: Language): string {
  const words = language === "fr" ? FR : EN;
  const rows = found.rows.map((row) => baselineCells(row, words));
  const areas = found.areas.map(({ key, area }) => [words.areas[key], words.number(area)]);
  return `${markdown([words.head, ...rows])}\n\n${markdown([words.areaHead, ...areas])}`;
}
