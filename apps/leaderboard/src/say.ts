/** The pages' sentences, in both languages. */
import { speakerOf } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { en } from "./messages/en.ts";
import { fr } from "./messages/fr.ts";

export const say = speakerOf(en, fr);

/** All plain sentences under their keys, for templates: `{{t.nav_home}}`. */
function dictionary(lang: Language): Readonly<Record<string, string>> {
  const plain = Object.keys(en).filter((key) => !/_(one|other)$/.test(key));
  return Object.fromEntries(plain.filter(say.knows).map((key) => [key.replace(/[.-]/g, "_"), say(lang, key)]));
}

/** The same for every page of a language. */
export const dictionaries = { en: dictionary("en"), fr: dictionary("fr") };
