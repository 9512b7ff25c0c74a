/** What forms of organizers send, whose fields are all text: read kindly, and kept as typed. */
import { hash } from "node:crypto";
import { Type } from "@sinclair/typebox";
import type { Language } from "@vigie/spec";

const LONGEST = 200_000;
/** One field of a form, or none. */
export const Field = Type.Optional(Type.String({ maxLength: LONGEST }));
/** A field that may come several times, as check boxes do. */
export const Several = Type.Optional(
  Type.Union([Type.String({ maxLength: 200 }), Type.Array(Type.String({ maxLength: 200 }), { maxItems: 5000 })]),
);
/** A file's bytes, where one was chosen. */
export const Bytes = Type.Optional(Type.Unsafe<Uint8Array>({}));

/** Every value of a field that may come several times. */
export function all(field: string | readonly string[] | undefined): readonly string[] {
  if (field === undefined) return [];
  return typeof field === "string" ? [field] : field;
}

/** A text as it is kept: without blanks around it. */
export function trimmed(field: string | undefined): string {
  return (field ?? "").normalize("NFC").trim();
}

/** What a form was filled in on, so that it is told where somebody else was quicker. */
export function seenOf(value: object): string {
  return hash("sha256", JSON.stringify(value)).slice(0, 16);
}

/** "9", "9:00", "9 h", "17 h 05", "0930" as "09:00"; null where it is no time of day. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})(?:\s*[:h.]\s*(\d{2})?|(\d{2}))?$/i.exec(text.replace(/[\s\u00a0]+/g, " ").trim());
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** "2026-10-23", "2026/10/23", "2026.1.5" as "2026-10-23"; null where it is no such day. */
export function readDay(text: string): string | null {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim());
  return match === null ? null : `${match[1]}-${match[2].padStart(2, "0")}-${match[3].padStart(2, "0")}`;
}

/** A time of day as people write it in a form: "9:00", "9 h 00". */
export function typedTime(lang: Language, time: string): string {
  const [hours, minutes] = time.split(":");
  return lang === "en" ? `${Number(hours)}:${minutes}` : `${Number(hours)} h ${minutes}`;
}
