/** Sentences of the command line, through i18next, in the language of the terminal or of `--lang`. */
import process from "node:process";
import { createInstance } from "i18next";
import type { Language } from "@vigie/spec";
import { en, type MessageKey } from "./messages/en.ts";
import { fr } from "./messages/fr.ts";

const sentences = createInstance();
void sentences.init({
  resources: { en: { translation: en }, fr: { translation: fr } },
  lng: "en",
  fallbackLng: false,
  keySeparator: false,
  showSupportNotice: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});

export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** The terminal's language: French where its locale says so, else English. */
export function terminalLanguage(): Language {
  const locale = process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"] || "";
  return locale.toLowerCase().startsWith("fr") ? "fr" : "en";
}

export function speaker(language: Language): Say {
  const fixed = sentences.getFixedT(language);
  return (key, values) => fixed(key, { ...values });
}
