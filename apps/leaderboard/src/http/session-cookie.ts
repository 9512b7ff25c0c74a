/** The cookie that carries a session: read by hand, since it is the only one that the server reads beside the language. */
import type { Request, Response } from "express";

const NAME = "vigie";
const LIFETIME_MS = 7 * 24 * 3_600_000;

/** Value of a cookie, or null. */
export function cookie(request: { readonly headers: { readonly cookie?: string } }, name: string): string | null {
  for (const pair of (request.headers.cookie ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** The session's token as the browser sent it. */
export function sessionToken(request: Request): string | null {
  return cookie(request, NAME);
}

export function hasSessionCookie(request: { readonly headers: { readonly cookie?: string } }): boolean {
  return request.headers.cookie !== undefined && cookie(request, NAME) !== null;
}

export function setSession(response: Response, token: string, secure: boolean): void {
  response.cookie(NAME, token, { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: LIFETIME_MS });
}

export function clearSession(response: Response, secure: boolean): void {
  response.clearCookie(NAME, { httpOnly: true, sameSite: "lax", secure, path: "/" });
}
