/**
 * Sentences by key, through i18next: interpolation, and plurals by `Intl.PluralRules` (`_one`, `_other`).
 *
 * Values are inserted as they are, and never read as templates of their own: what a detector printed can stand in a
 * sentence. The result is plain text; whoever puts it into HTML escapes it there.
 */
import { createInstance, type TFunction } from "i18next";
import type { Language } from "@vigie/spec";
import { en } from "./messages/en.ts";
import { fr } from "./messages/fr.ts";
import { frenchSpaces } from "./french-spaces.ts";
import type { MessageKey } from "./messages/messages.ts";

export type Values = Readonly<Record<string, string | number>>;

interface Tree {
  [key: string]: string | Tree;
}

/** French has a third plural, `many` (of a whole million); it reads like the second. */
function loaded(tree: Readonly<Tree>, finish: (text: string) => string): Tree {
  const out: Tree = {};
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value !== "string") {
      out[key] = loaded(value, finish);
      continue;
    }
    out[key] = finish(value);
    if (key.endsWith("_other")) out[key.replace(/_other$/, "_many")] = finish(value);
  }
  return out;
}

const sentences = createInstance();
void sentences.init({
  resources: {
    en: { translation: loaded(en, (text) => text) },
    fr: { translation: loaded(fr, frenchSpaces) },
  },
  lng: "en",
  fallbackLng: false,
  initAsync: false,
  // Standard output is where the command line answers: nothing else may write there.
  showSupportNotice: false,
  interpolation: { escapeValue: false },
});

const fixed: Readonly<Record<Language, TFunction>> = { en: sentences.getFixedT("en"), fr: sentences.getFixedT("fr") };

/**
 * The sentence of a key, as plain text. Some 24,000 a second: outside of loops over rows.
 * @param values what stands in the sentence's places, formatted already; `count` alone chooses the plural.
 */
export function say(lang: Language, key: MessageKey, values: Values = {}): string {
  return fixed[lang](key, values);
}
