/**
 * Against forged requests: a request that changes something and rides on a cookie must come from our own pages.
 *
 * Browsers say so in Sec-Fetch-Site, but only to https and localhost; to a plain http address on a room's network
 * they send Origin alone. A program (the command line) sends neither, and no cookie either.
 */
import type { RequestHandler } from "express";
import { hasSessionCookie } from "./session-cookie.ts";
import { Refusal } from "./refusals.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses with 403 what another site makes a visitor's browser send. `publicUrl`: our address behind a proxy. */
export function sameOriginOnly(publicUrl: string | null): RequestHandler {
  const publicHost = publicUrl === null ? null : new URL(publicUrl).host;
  return (request, _response, next) => {
    if (SAFE.has(request.method)) {
      next();
      return;
    }
    const site = request.get("sec-fetch-site");
    const origin = request.get("origin");
    const ours =
      site !== undefined
        ? site === "same-origin" || site === "none"
        : origin !== undefined
          ? isOurs(origin, [request.get("host") ?? null, publicHost])
          : !hasSessionCookie(request);
    next(ours ? undefined : new Refusal("cross-site"));
  };
}

function isOurs(origin: string, hosts: readonly (string | null)[]): boolean {
  try {
    return hosts.includes(new URL(origin).host);
  } catch {
    return false;
  }
}
