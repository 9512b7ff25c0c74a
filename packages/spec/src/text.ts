import { Type, type Static } from "@sinclair/typebox";

/** A sentence in both languages; English and French are equal, so neither may be missing. */
export const BilingualText = Type.Object(
  { en: Type.String({ minLength: 1 }), fr: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
);
export type BilingualText = Static<typeof BilingualText>;

export const LANGUAGES = ["en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];
