/** Sends a page that is one visitor's alone: compressed once, so as cheaply as it can be, off the event loop. */
import type { Request, Response } from "express";
import { encodingFor, squeezed } from "./kept.ts";

const ONCE = { br: 1, gzip: 1 } as const;

export async function sendOwn(request: Request, response: Response, html: Buffer): Promise<void> {
  const encoding = encodingFor(request);
  response.type("html");
  if (encoding === "identity" || request.method === "HEAD") {
    response.send(html);
    return;
  }
  const body = await squeezed(html, encoding, ONCE);
  response.set({ "content-encoding": encoding, "content-length": String(body.length) });
  response.end(body);
}
