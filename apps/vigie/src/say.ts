/** Sentences of the command line, in the language of the terminal or of `--lang`. */
import process from "node:process";
import { speakerOf, type MessageKey as KeyOf, type Values } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { en } from "./messages/en.ts";
import { fr } from "./messages/fr.ts";

const sentences = speakerOf(en, fr);

export type MessageKey = KeyOf<typeof en>;
export type Say = (key: MessageKey, values?: Values) => string;

/** The terminal's language: French where its locale says so, else English. */
export function terminalLanguage(): Language {
  const locale = process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"] || "";
  return locale.toLowerCase().startsWith("fr") ? "fr" : "en";
}

/** A language and its sentences. */
export interface Voice {
  readonly language: Language;
  readonly say: Say;
}

export function speaker(language: Language): Say {
  return (key, values) => sentences(language, key, values);
}
