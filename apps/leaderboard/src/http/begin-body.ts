import type { Request, Response } from "express";

/** Tells a sender that waits for it (`Expect: 100-continue`) to send its body: by then nothing speaks against the request. */
export function beginBody(request: Request, response: Response): void {
  if (/100-continue/i.test(request.get("expect") ?? "")) response.writeContinue();
}
