import type { Bilingual } from "./bilingual.ts";

/** What the SDK throws: a stable code, and a sentence in each language, one a line. @fr Ce que lève la trousse : un code stable et une phrase dans chaque langue, une par ligne. */
export class SdkError extends Error {
  readonly code: string;
  readonly text: Bilingual;

  constructor(code: string, text: Bilingual, options?: ErrorOptions) {
    super(`${text.en}\n${text.fr}`, options);
    this.name = "SdkError";
    this.code = code;
    this.text = text;
  }
}

/** At most 60 characters of whatever came, for a message. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? JSON.stringify(value) : describe(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function describe(value: unknown): string {
  if (value === null || value === undefined || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
