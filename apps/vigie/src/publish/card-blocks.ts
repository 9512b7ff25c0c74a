/** The blocks of a data card, in one language, out of what was measured. */
import type { LeakAudit } from "@vigie/audit";
import {
  comparisonTitle,
  formatCount,
  frenchSpaces,
  groupName,
  roleName,
  splitName,
  typologyName,
  type RealismReport,
} from "@vigie/report";
import { isRole } from "@vigie/sdk";
import type { DatasetSpec, Language, Split } from "@vigie/spec";
import { auditLine } from "./audit-page.ts";
import type { CardBlocks } from "./card.ts";
import type { Composition } from "./composition.ts";

/** What the blocks are made from. */
export interface CardFacts {
  readonly dataset: DatasetSpec;
  readonly composition: Composition;
  readonly realism: RealismReport;
  readonly audits: readonly { readonly split: Split; readonly audit: LeakAudit }[];
  /** By language. */
  readonly difficulty: Readonly<Record<Language, string>>;
}

const WORDS = {
  en: {
    what: "what",
    many: "how many",
    accounts: "accounts",
    people: "of people",
    businesses: "of businesses",
    transactions: "transactions",
    events: "events",
    merchants: "merchants",
    rings: "rings",
    inRings: "accounts in rings",
    indicators: "indicators that are planted somewhere",
    shown: "indicators with a predicate that is true somewhere",
    lookAlikes: "lawful accounts in look-alike groups",
    typology: "way of moving money",
    group: "look-alike group",
    lawful: "lawful accounts",
    role: "role",
    parameter: "parameter",
    value: "value",
    range: "range",
    realism: (judged: string, close: string) =>
      `On the practice set, ${close} of ${judged} measures with a reference are close to it.`,
    off: "Off: ",
    none: "None is off.",
  },
  fr: {
    what: "élément",
    many: "nombre",
    accounts: "comptes",
    people: "de particuliers",
    businesses: "d’entreprises",
    transactions: "opérations",
    events: "événements",
    merchants: "commerces",
    rings: "réseaux",
    inRings: "comptes de réseaux",
    indicators: "indicateurs placés quelque part",
    shown: "indicateurs dont le prédicat est vrai quelque part",
    lookAlikes: "comptes licites de groupes semblables",
    typology: "façon de déplacer l’argent",
    group: "groupe semblable",
    lawful: "comptes licites",
    role: "rôle",
    parameter: "paramètre",
    value: "valeur",
    range: "intervalle",
    realism: (judged: string, close: string) =>
      `Dans le jeu d’entraînement, ${close} des ${judged} mesures dotées d’une référence en sont proches.`,
    off: "Ce qui s’écarte\u00a0: ",
    none: "Aucune ne s’écarte.",
  },
} as const;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

function composition({ composition: of }: CardFacts, lang: Language): string {
  const words = WORDS[lang];
  const rows: readonly (readonly [string, number])[] = [
    [words.accounts, of.accounts],
    [`${words.accounts} ${words.people}`, of.people],
    [`${words.accounts} ${words.businesses}`, of.accounts - of.people],
    [words.transactions, of.transactions],
    [words.events, of.events],
    [words.merchants, of.merchants],
    [words.rings, of.rings],
    [words.inRings, of.inRings],
    [words.lookAlikes, of.lookAlikes],
    [words.indicators, of.planted],
    [words.shown, of.shown],
  ];
  return table(
    [words.what, words.many],
    rows.map(([name, count]) => [name, formatCount(lang, count)]),
  );
}

function typologies({ composition: of }: CardFacts, lang: Language): string {
  const words = WORDS[lang];
  const rows = of.typologies.map(({ id, rings, accounts }) => [
    typologyName(lang, id),
    formatCount(lang, rings),
    formatCount(lang, accounts),
  ]);
  const roles = of.roles.map(({ id, accounts }) => [isRole(id) ? roleName(lang, id) : id, formatCount(lang, accounts)]);
  return `${table([words.typology, words.rings, words.accounts], rows)}\n\n${table([words.role, words.accounts], roles)}`;
}

function groups({ realism }: CardFacts, lang: Language): string {
  const words = WORDS[lang];
  const rows = realism.groups.map(({ group, members }) => [groupName(lang, group), formatCount(lang, members)]);
  return table([words.group, words.lawful], rows);
}

function realism({ realism: report }: CardFacts, lang: Language): string {
  const words = WORDS[lang];
  const of = (verdict: string) => report.comparisons.filter((row) => row.verdict === verdict);
  const [close, off] = [of("close").length, of("off")];
  const count = (n: number): string => formatCount(lang, n);
  const sentence = words.realism(count(close + off.length), count(close));
  if (off.length === 0) return `${sentence} ${words.none}`;
  return `${sentence} ${words.off}${off.map((row) => comparisonTitle(lang, row)).join("; ")}.`;
}

function parameters({ dataset }: CardFacts, lang: Language): string {
  const words = WORDS[lang];
  const number = (value: number): string => (Number.isInteger(value) ? formatCount(lang, value) : exact(value, lang));
  const rows = Object.entries(dataset.parameters).map(([id, { value, range, about }]) => [
    `\`${id}\`, ${about[lang]}`,
    number(value),
    `${number(range[0])} – ${number(range[1])}`,
  ]);
  return table([words.parameter, words.value, words.range], rows);
}

function exact(value: number, lang: Language): string {
  return lang === "fr" ? String(value).replace(".", ",") : String(value);
}

function audits({ audits: all }: CardFacts, lang: Language): string {
  return all
    .map(
      ({ split, audit }) =>
        `- [${splitName(lang, split)}](published/audit.${split}.${lang}.md)${lang === "fr" ? " :" : ":"} ${auditLine(audit, lang)}`,
    )
    .join("\n");
}

/** All blocks of the card in one language. */
export function cardBlocks(facts: CardFacts, lang: Language): CardBlocks {
  const blocks = {
    composition: composition(facts, lang),
    typologies: typologies(facts, lang),
    groups: groups(facts, lang),
    difficulty: facts.difficulty[lang],
    audit: audits(facts, lang),
    realism: realism(facts, lang),
    parameters: parameters(facts, lang),
  };
  if (lang === "en") return blocks;
  return Object.fromEntries(Object.entries(blocks).map(([name, text]) => [name, frenchSpaces(text)]));
}
