/** The blocks of a bank's data card, in one language, out of what was measured of its practice set. */
import { formatCount, nameOf } from "@vigie/report";
import { comparisonTitle, type RealismReport } from "@vigie/report/bank";
import type { Language } from "@vigie/spec";
import type { CardBlocks } from "../../card.ts";
import { markdownTable } from "../../markdown-table.ts";
import type { Composition } from "./composition.ts";

const BANK = { world: "bank" };

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
    realism: (judged: string, close: string) =>
      `Dans le jeu d’entraînement, ${close} des ${judged} mesures dotées d’une référence en sont proches.`,
    off: "Ce qui s’écarte\u00a0: ",
    none: "Aucune ne s’écarte.",
  },
} as const;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => markdownTable(head, rows, "--:");

function composition(of: Composition, lang: Language): string {
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

function typologies(of: Composition, lang: Language): string {
  const words = WORDS[lang];
  const rows = of.typologies.map(({ id, rings, accounts }) => [
    nameOf(BANK, id, lang),
    formatCount(lang, rings),
    formatCount(lang, accounts),
  ]);
  const roles = of.roles.map(({ id, accounts }) => [nameOf(BANK, id, lang), formatCount(lang, accounts)]);
  return `${table([words.typology, words.rings, words.accounts], rows)}\n\n${table([words.role, words.accounts], roles)}`;
}

function groups({ groups: all }: RealismReport, lang: Language): string {
  const words = WORDS[lang];
  const rows = all.map(({ group, members }) => [nameOf(BANK, group, lang), formatCount(lang, members)]);
  return table([words.group, words.lawful], rows);
}

function realism({ comparisons }: RealismReport, lang: Language): string {
  const words = WORDS[lang];
  const of = (verdict: string) => comparisons.filter((row) => row.verdict === verdict);
  const [close, off] = [of("close").length, of("off")];
  const count = (n: number): string => formatCount(lang, n);
  const sentence = words.realism(count(close + off.length), count(close));
  if (off.length === 0) return `${sentence} ${words.none}`;
  return `${sentence} ${words.off}${off.map((row) => comparisonTitle(lang, row)).join("; ")}.`;
}

export function bankBlocks(of: Composition, report: RealismReport, lang: Language): CardBlocks {
  return {
    composition: composition(of, lang),
    typologies: typologies(of, lang),
    groups: groups(report, lang),
    realism: realism(report, lang),
  };
}
