/**
 * Sentences by key, through i18next: interpolation, and plurals by `Intl.PluralRules` (`_one`, `_other`).
 *
 * Values are inserted as they are, and never read as templates of their own: what a detector printed can stand in a
 * sentence. The result is plain text; whoever puts it into HTML escapes it there.
 */
import { createInstance } from "i18next";
import type { Language } from "@vigie/spec";
import { frenchSpaces } from "./french-spaces.ts";

/** Sentences in groups, or in one list whose keys have dots of their own. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string];
type Stem<K> = K extends `${infer S}_one` | `${infer S}_other` ? S : K;

/** Every key that can be said; of a plural the stem alone (`finding.curve`). */
export type MessageKey<T> = Stem<Paths<T>>;

export type Values = Readonly<Record<string, string | number>>;

export interface Speaker<T> {
  /**
   * The sentence of a key, as plain text. With values some 24,000 a second: outside of loops over rows.
   * @param values what stands in the sentence's places, formatted already; `count` alone chooses the plural.
   */
  (lang: Language, key: MessageKey<T>, values?: Values): string;
  /** Whether there is such a sentence, for a key that is put together; plurals do not count. */
  knows(key: string): key is MessageKey<T> & string;
}

type Sentences = readonly (readonly [key: string, text: string])[];

function flat(tree: MessageTree, at = ""): Sentences {
  return Object.entries(tree).flatMap(([key, value]): Sentences =>
    typeof value === "string" ? [[at + key, value]] : flat(value, `${at}${key}.`),
  );
}

/** French has a third plural, `many` (of a whole million); it reads like the second. */
function french(tree: MessageTree): Sentences {
  return flat(tree).flatMap(([key, text]): Sentences => {
    const spaced = frenchSpaces(text);
    return key.endsWith("_other")
      ? [
          [key, spaced],
          [key.replace(/other$/, "many"), spaced],
        ]
      : [[key, spaced]];
  });
}

/** Says the sentences of one list that stands in both languages; the keys of the English one are the type. */
export function speakerOf<T extends MessageTree>(en: T, fr: NoInfer<T>): Speaker<T> {
  const english = Object.fromEntries(flat(en));
  const sentences = createInstance();
  void sentences.init({
    resources: { en: { translation: english }, fr: { translation: Object.fromEntries(french(fr)) } },
    lng: "en",
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    // Standard output is where the command line answers: nothing else may write there.
    showSupportNotice: false,
    interpolation: { escapeValue: false },
  });
  const fixed = { en: sentences.getFixedT("en"), fr: sentences.getFixedT("fr") };
  const plain = { en: new Map<string, string>(), fr: new Map<string, string>() };
  const say = (lang: Language, key: MessageKey<T>, values?: Values): string => {
    if (values !== undefined) return fixed[lang](key, values);
    const sentence = plain[lang].get(key) ?? fixed[lang](key);
    plain[lang].set(key, sentence);
    return sentence;
  };
  return Object.assign(say, { knows: (key: string): key is MessageKey<T> & string => Object.hasOwn(english, key) });
}
