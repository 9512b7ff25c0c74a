/** Who is asking: by bearer token (programs) or by cookie (browsers). */
import type { Request, RequestHandler } from "express";
import type { Store, Viewer } from "@vigie/store";
import { sessionToken } from "./session-cookie.ts";

const visitors = new WeakMap<Request, { readonly viewer: Viewer | null; readonly token: string | null }>();

/** The token that a request carries; null where it has none. */
export function sessionOf(request: Request): string | null {
  return bearerToken(request) ?? sessionToken(request);
}

/** Looks the session up once a request; an unknown or ended one is a visitor without a name. */
export function identify(store: Store): RequestHandler {
  return async (request, _response, next) => {
    const token = sessionOf(request);
    visitors.set(request, { token, viewer: token === null ? null : await store.viewer(token) });
    next();
  };
}

/** The viewer of this request; null without a session. */
export function viewerOf(request: Request): Viewer | null {
  return visitors.get(request)?.viewer ?? null;
}

/** The token of this request, for signing out. */
export function tokenOf(request: Request): string | null {
  return visitors.get(request)?.token ?? null;
}

function bearerToken(request: Request): string | null {
  const match = /^Bearer ([\w.~+/=-]{1,512})$/i.exec(request.get("authorization") ?? "");
  return match?.[1] ?? null;
}
