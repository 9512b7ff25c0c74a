/**
 * The board of everybody: rendered once a change, then sent as the same bytes with the same strong ETag.
 *
 * The store says when something changed; a few seconds' age is the net under a lost message. The kept page goes out
 * without Express's own machinery: its headers and its compressed form are made when it is rendered.
 */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Store } from "@vigie/store";

export interface KeptPage {
  readonly body: Buffer;
  readonly zipped: Buffer;
  readonly etag: string;
  readonly zippedEtag: string;
}

const OLDEST_MS = 5_000;

/** A strong ETag of a page's bytes. */
export function etagOf(html: string | Buffer): string {
  return `"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
}

function kept(html: string): KeptPage {
  const body = Buffer.from(html);
  const etag = etagOf(body);
  return { body, zipped: gzipSync(body), etag, zippedEtag: `${etag.slice(0, -1)}-z"` };
}

export class BoardCache {
  readonly #pages = new Map<string, { readonly page: Promise<KeptPage>; readonly at: number }>();
  readonly #unsubscribe: () => void;

  constructor(store: Store) {
    this.#unsubscribe = store.onChange(() => this.#pages.clear());
  }

  /** The page under `key`, made by `make` where it is not there or too old. */
  get(key: string, make: () => Promise<string>): Promise<KeptPage> {
    const known = this.#pages.get(key);
    if (known !== undefined && performance.now() - known.at < OLDEST_MS) return known.page;
    const page = make().then(kept);
    this.#pages.set(key, { page, at: performance.now() });
    page.catch(() => this.#pages.delete(key));
    return page;
  }

  close(): void {
    this.#unsubscribe();
  }
}

/** True where the sender has one of these versions already (RFC 9110, weak comparison). */
export function isFresh(request: IncomingMessage, etags: readonly string[]): boolean {
  const asked = request.headers["if-none-match"];
  if (asked === undefined) return false;
  return asked.split(",").some((tag) => tag.trim() === "*" || etags.includes(tag.trim().replace(/^W\//, "")));
}

/** Sends a kept page, or 304 to who has it. `headers` are those of every answer. */
export function sendKept(
  request: IncomingMessage,
  response: ServerResponse,
  page: KeptPage,
  headers: Readonly<Record<string, string>>,
): void {
  const zip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const head = {
    ...headers,
    etag: zip ? page.zippedEtag : page.etag,
    "cache-control": "public, no-cache",
    vary: "accept-encoding, cookie",
  };
  if (isFresh(request, [page.etag, page.zippedEtag])) {
    response.writeHead(304, head).end();
    return;
  }
  const body = zip ? page.zipped : page.body;
  const content = {
    "content-type": "text/html; charset=utf-8",
    "content-length": body.length,
    ...(zip ? { "content-encoding": "gzip" } : {}),
  };
  response.writeHead(200, { ...head, ...content });
  response.end(request.method === "HEAD" ? undefined : body);
}
