/** The language of a visitor whose address does not say it: the cookie of an earlier choice, then Accept-Language. */
import type { Request } from "express";
import { LANGUAGES, type Language } from "@vigie/spec";
import { cookie } from "./session-cookie.ts";

export function preferredLanguage(request: Request, among: readonly Language[] = LANGUAGES): Language {
  const chosen = cookie(request, "vigie-lang");
  const wished = among.find((one) => one === chosen) ?? request.acceptsLanguages([...among]);
  return among.find((one) => one === wished) ?? among[0];
}
