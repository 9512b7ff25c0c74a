/** The pages' sentences, through i18next, in both languages. */
import { createInstance, type TFunction } from "i18next";
import type { Language } from "@vigie/spec";
import { en, type MessageKey } from "./messages/en.ts";
import { fr } from "./messages/fr.ts";

type Plural<Key> = Key extends `${infer Stem}_one` ? Stem : Key extends `${string}_other` ? never : Key;
export type Sentence = Plural<MessageKey>;

const NO_BREAK = "\u00a0";

/** No-break spaces where French typography has them: inside guillemets, before a colon and a percent sign. */
function typeset(text: string): string {
  return text
    .replaceAll("« ", `«${NO_BREAK}`)
    .replaceAll(" »", `${NO_BREAK}»`)
    .replaceAll(" : ", `${NO_BREAK}: `)
    .replace(/ :$/, `${NO_BREAK}:`);
}

/** French has a third plural, `many`; it reads like the second. */
function french(): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [key, text] of Object.entries(fr)) {
    out[key] = typeset(text);
    if (key.endsWith("_other")) out[key.replace(/_other$/, "_many")] = typeset(text);
  }
  return out;
}

const sentences = createInstance();
void sentences.init({
  resources: { en: { translation: en }, fr: { translation: french() } },
  lng: "en",
  fallbackLng: false,
  keySeparator: false,
  initAsync: false,
  showSupportNotice: false,
  interpolation: { escapeValue: false },
});
const fixed: Readonly<Record<Language, TFunction>> = { en: sentences.getFixedT("en"), fr: sentences.getFixedT("fr") };

/** One sentence as plain text; whoever puts it into HTML escapes it there. */
export function say(lang: Language, key: Sentence, values: Readonly<Record<string, string | number>> = {}): string {
  return fixed[lang](key, { ...values });
}

/** All plain sentences of a page's frame under their keys, for templates: `{{t.nav_home}}`. */
export function dictionary(lang: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(en)
      .filter(isPlain)
      .map((key) => [key.replaceAll(".", "_").replaceAll("-", "_"), say(lang, key)]),
  );
}

function isPlain(key: string): key is Sentence {
  return Object.hasOwn(en, key) && !/_(one|other)$/.test(key);
}
