/** How often somebody may try: codes are guessed slowly, and one team's uploads leave room for the others'. */
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import type { Request, RequestHandler, Response } from "express";
import { Refusal } from "./refusals.ts";
import { viewerOf } from "./visitor.ts";

const FIVE_MINUTES_MS = 300_000;
const MINUTE_MS = 60_000;

function refuse(windowMs: number) {
  return (_request: Request, _response: Response, next: (error: unknown) => void): void => {
    next(new Refusal("too-many", { retryAfterSeconds: Math.ceil(windowMs / 1000) }));
  };
}

/** Failed sign-ins by address; a whole room may share one, so only failures count. */
export function signInLimit(): RequestHandler {
  return rateLimit({
    windowMs: FIVE_MINUTES_MS,
    limit: 20,
    skipSuccessfulRequests: true,
    standardHeaders: "draft-7",
    legacyHeaders: false,
    handler: refuse(FIVE_MINUTES_MS),
  });
}

/** Uploads by team, whatever becomes of them: each costs the server a walk through an archive. */
export function uploadLimit(): RequestHandler {
  return rateLimit({
    windowMs: MINUTE_MS,
    limit: 12,
    standardHeaders: "draft-7",
    legacyHeaders: false,
    keyGenerator: (request) => viewerOf(request)?.team?.id ?? ipKeyGenerator(request.ip ?? ""),
    handler: refuse(MINUTE_MS),
  });
}
