/** The language of a visitor whose address does not say it: the cookie of an earlier choice, then Accept-Language. */
import type { Request } from "express";
import type { Language } from "@vigie/spec";
import { cookie } from "./session-cookie.ts";

export function preferredLanguage(request: Request): Language {
  const chosen = cookie(request, "vigie-lang");
  if (chosen === "en" || chosen === "fr") return chosen;
  return request.acceptsLanguages(["en", "fr"]) === "fr" ? "fr" : "en";
}
