/** What the sources of both SDKs are made from: the tables of a world, and what rows know beside their columns. */
import type { Bilingual } from "../src/bilingual.ts";

export interface SdkColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** What it holds, with its unit. */
  readonly about: Bilingual;
  readonly words?: readonly string[] | undefined;
  readonly meanings?: Readonly<Record<string, Bilingual>> | undefined;
}

/** What an editor says of a column or of anything else. */
export type Said = Pick<SdkColumn, "about" | "words" | "meanings">;

export interface SdkTable {
  readonly name: string;
  readonly columns: readonly SdkColumn[];
}

/** What a row works out beside its columns; `type` is TypeScript's. */
interface Derived {
  readonly name: string;
  readonly type: string;
  readonly about: Bilingual;
}

interface RowWords {
  readonly about: Bilingual;
  readonly derived?: readonly Derived[];
}

/** Of each world and table: what a row is. */
export const ROW_WORDS: Readonly<Record<string, Readonly<Record<string, RowWords>>>> = {
  bank: {
    accounts: {
      about: { en: "one account; its number is its id", fr: "un compte; son numéro l’identifie" },
      derived: [
        {
          name: "transactions",
          type: "readonly Transaction[]",
          about: { en: "its transactions, in the order of time", fr: "ses opérations, dans l’ordre du temps" },
        },
        {
          name: "events",
          type: "readonly Event[]",
          about: { en: "its events, in the order of time", fr: "ses événements, dans l’ordre du temps" },
        },
      ],
    },
    transactions: {
      about: {
        en: "one leg of a payment, as the account's own bank sees it; its columns are read when they are asked for",
        fr: "un volet d’un paiement, tel que le voit la banque du compte; ses colonnes sont lues sur demande",
      },
      derived: [
        {
          name: "localHour",
          type: "number",
          about: { en: "hour of the local clock, 0 to 23", fr: "l’heure locale, de 0 à 23" },
        },
        {
          name: "localMinute",
          type: "number",
          about: { en: "minutes after local midnight, 0 to 1439", fr: "les minutes après minuit, heure locale, de 0 à 1439" },
        },
        {
          name: "localDay",
          type: "number",
          about: {
            en: "local calendar day, in whole days since 1970-01-01",
            fr: "le jour du calendrier local, en jours entiers depuis le 1970-01-01",
          },
        },
        {
          name: "merchant",
          type: "Merchant | null",
          about: { en: "the merchant on the other side, if it is one", fr: "le commerce, si l’autre partie en est un" },
        },
        {
          name: "counterpartyAccount",
          type: "number | null",
          about: {
            en: "number of the account on the other side, if it is one of the set",
            fr: "le numéro du compte, si l’autre partie en est un du jeu",
          },
        },
      ],
    },
    events: {
      about: {
        en: "something that happened on an account and moved no money",
        fr: "ce qui est arrivé à un compte sans mouvement d’argent",
      },
    },
    merchants: { about: { en: "one merchant; its number is its id", fr: "un commerce; son numéro l’identifie" } },
  },
};

/** `merchants` → `Merchant`, `account_kind` → `AccountKind`. */
export function typeName(name: string): string {
  return name.replace(/s$/, "").replace(/(^|_)([a-z])/g, (_all, _mark, letter: string) => letter.toUpperCase());
}

/** The type of a column's words: `Channel`; of columns whose own name says little, `AccountKind`. */
export function wordType(table: string, column: string): string {
  return ["kind", "type"].includes(column) ? typeName(`${table.replace(/s$/, "")}_${column}`) : typeName(`${column}s`);
}

export type Language = keyof Bilingual;

function spaced(text: string, language: Language): string {
  return language === "en" ? text : text.replace(/ ([:»%$])/g, "\u00a0$1").replaceAll("« ", "«\u00a0");
}

/** A text as a sentence, and beneath it what each value stands for. */
export function docLines({ about, words = [], meanings = {} }: Said, language: Language): readonly string[] {
  const text = about[language];
  const begun = words.includes(text.split(/[ ,]/)[0]) ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  const sentence = /[.…!?]$/.test(text) ? begun : `${begun}.`;
  const colon = language === "en" ? ":" : " :";
  const list = Object.entries(meanings).map(([value, meaning]) => `- \`${value}\`${colon} ${meaning[language]}`);
  return [sentence, ...list].map((line) => spaced(line, language));
}

/** A comment of TypeScript in both languages; `declarations.mjs` keeps one of them. */
export function doc(said: Said, indent = ""): string {
  const french = docLines(said, "fr").map((line, i) => (i === 0 ? `@fr ${line}` : line));
  const lines = [...docLines(said, "en"), ...french].map((line) => `${indent} * ${line}\n`);
  return `${indent}/**\n${lines.join("")}${indent} */\n`;
}

export const NOTE = "Made by `npm run prepare` (apps/vigie/build/sdk-sources.ts) from the tables of spec and the catalogue";
