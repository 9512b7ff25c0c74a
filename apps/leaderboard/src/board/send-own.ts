/** Sends a page that is one visitor's alone: compressed once, so as cheaply as it can be, off the event loop. */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, Response } from "express";
import { encodingFor } from "./kept.ts";

const squeeze = {
  br: (html: Buffer) => promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: (html: Buffer) => promisify(gzip)(html, { level: 1 }),
};

export async function sendOwn(request: Request, response: Response, html: Buffer): Promise<void> {
  const encoding = encodingFor(request);
  response.type("html");
  if (encoding === "identity" || request.method === "HEAD") {
    response.send(html);
    return;
  }
  const body = await squeeze[encoding](html);
  response.set({ "content-encoding": encoding, "content-length": String(body.length) });
  response.end(body);
}
