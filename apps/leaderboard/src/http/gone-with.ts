import type { Response } from "express";

/** Aborts when the one who asked goes away, or has the answer. */
export function goneWith(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  return gone.signal;
}
