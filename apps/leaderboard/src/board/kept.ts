/**
 * Bytes that are the same whoever asks: made once, sent with a strong ETag of each form.
 *
 * They go out without Express's own machinery. A compressed form is made off the event loop when somebody first takes it.
 */
import { hash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

const SUFFIX: Readonly<Record<Encoding, string>> = { br: "-b", gzip: "-z", identity: "" };
/** How hard a form is pressed: brotli of 0 to 11, gzip of 1 to 9. */
interface Effort {
  readonly br: number;
  readonly gzip: number;
}
/** Pressed once, sent often: a page of 100 rows in some 4 ms, a tenth larger than the best, which takes fifty times as long. */
const OFTEN: Effort = { br: 5, gzip: 6 };

/** Some bytes in another form, made off the event loop. */
export function squeezed(body: Buffer, encoding: Exclude<Encoding, "identity">, effort: Effort): Promise<Buffer> {
  if (encoding === "gzip") return promisify(gzip)(body, { level: effort.gzip });
  const params = { [constants.BROTLI_PARAM_QUALITY]: effort.br, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return promisify(brotliCompress)(body, { params });
}

/** A short name of some bytes or of what they hang on. */
export function markOf(content: string | Buffer): string {
  return hash("sha256", content, "base64url").slice(0, 22);
}

export class Kept {
  readonly type: string;
  readonly #mark: string;
  readonly #forms = new Map<Encoding, Promise<Buffer>>();

  constructor(body: Buffer, type: string) {
    this.type = type;
    this.#mark = markOf(body);
    this.#forms.set("identity", Promise.resolve(body));
  }

  etag(encoding: Encoding): string {
    return `"${this.#mark}${SUFFIX[encoding]}"`;
  }

  async as(encoding: Encoding): Promise<Buffer> {
    const known = this.#forms.get(encoding);
    if (known !== undefined) return known;
    const body = await this.as("identity");
    const form = encoding === "identity" ? Promise.resolve(body) : squeezed(body, encoding, OFTEN);
    this.#forms.set(encoding, form);
    return form;
  }
}

/** What a sender takes, the smallest first; a form that it refuses by `q=0` is not sent. */
export function encodingFor(request: IncomingMessage): Encoding {
  const accepted = (request.headers["accept-encoding"] ?? "").toLowerCase();
  const takes = (name: string): boolean => new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted);
  return takes("br") ? "br" : takes("gzip") ? "gzip" : "identity";
}

/** True where the sender has one of these versions already (RFC 9110, weak comparison). */
export function isFresh(request: IncomingMessage, etags: readonly string[]): boolean {
  const asked = request.headers["if-none-match"];
  if (asked === undefined) return false;
  return asked.split(",").some((tag) => tag.trim() === "*" || etags.includes(tag.trim().replace(/^W\//, "")));
}

/** Sends kept bytes, or 304 to who has them. `headers` are those of every answer; `vary` says what else answers under the address. */
export async function sendKept(
  request: IncomingMessage,
  response: ServerResponse,
  kept: Kept,
  headers: Readonly<Record<string, string>>,
  vary = "accept-encoding",
): Promise<void> {
  const encoding = encodingFor(request);
  const head = { ...headers, etag: kept.etag(encoding), "cache-control": "public, no-cache", vary };
  if (isFresh(request, [kept.etag("identity"), kept.etag("gzip"), kept.etag("br")])) {
    response.writeHead(304, head).end();
    return;
  }
  const body = await kept.as(encoding);
  const content = {
    "content-type": kept.type,
    "content-length": body.length,
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
  };
  response.writeHead(200, { ...head, ...content });
  response.end(request.method === "HEAD" ? undefined : body);
}
