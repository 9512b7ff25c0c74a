/**
 * The board of everybody: rendered once a change, then sent as the same bytes with the same strong ETag.
 * The store says when something changed; a few seconds' age is the net under a lost message.
 */
import { createHash } from "node:crypto";
import type { Store } from "@vigie/store";

export interface CachedPage {
  readonly body: Buffer;
  readonly etag: string;
}

const OLDEST_MS = 5_000;

export class BoardCache {
  readonly #pages = new Map<string, { readonly page: Promise<CachedPage>; readonly at: number }>();
  readonly #unsubscribe: () => void;

  constructor(store: Store) {
    this.#unsubscribe = store.onChange(() => this.#pages.clear());
  }

  /** The page under `key`, made by `make` where it is not there or too old. */
  get(key: string, make: () => Promise<string>): Promise<CachedPage> {
    const known = this.#pages.get(key);
    if (known !== undefined && performance.now() - known.at < OLDEST_MS) return known.page;
    const page = make().then(cached);
    this.#pages.set(key, { page, at: performance.now() });
    page.catch(() => this.#pages.delete(key));
    return page;
  }

  close(): void {
    this.#unsubscribe();
  }
}

export function cached(html: string): CachedPage {
  const body = Buffer.from(html);
  return { body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
}
