/**
 * The newest announcement, which stands on every page: read at most every few seconds, at once where the store says that
 * something of the event changed, and told to those who listen.
 */
import type { Language } from "@vigie/spec";
import type { Announcement, Store } from "@vigie/store";

const OLDEST_MS = 5_000;
/** After a day it is no news: it stays on the event's page. */
const NEWS_MS = 24 * 3_600_000;

type Words = Announcement["text"];

export interface Told {
  readonly id: string;
  readonly text: Words;
}

/** An announcement in a page's language, or in the one in which it was made. */
export function wordsOf(text: Words, lang: Language): { readonly text: string; readonly lang: Language } | null {
  const other = lang === "en" ? "fr" : "en";
  const spoken = text[lang] === undefined ? other : lang;
  const words = text[spoken];
  return words === undefined ? null : { text: words, lang: spoken };
}

export class News {
  readonly #store: Store;
  readonly #listeners = new Set<(told: Told | null) => void>();
  readonly #unsubscribe: () => void;
  #newest: Told | null = null;
  #readAt = -Infinity;
  #reading: Promise<void> | null = null;

  constructor(store: Store) {
    this.#store = store;
    this.#unsubscribe = store.onChange(({ kind }) => {
      if (kind !== "event") return;
      this.#readAt = -Infinity;
      if (this.#listeners.size > 0) this.look().catch(() => undefined);
    });
  }

  /** What stands on pages now; null where nothing is announced. */
  get newest(): Told | null {
    return this.#newest;
  }

  /** Reads again what is older than a few seconds. */
  async look(): Promise<void> {
    if (performance.now() - this.#readAt < OLDEST_MS) return;
    this.#reading ??= this.#read().finally(() => (this.#reading = null));
    await this.#reading;
  }

  async #read(): Promise<void> {
    const at = performance.now();
    const now = this.#store.clock.now();
    const said = (await this.#store.announcements()).find(({ takenDownAt }) => takenDownAt === null);
    const fresh = said === undefined || now - Date.parse(said.at) > NEWS_MS ? null : { id: said.id, text: said.text };
    const changed = fresh?.id !== this.#newest?.id;
    [this.#newest, this.#readAt] = [fresh, at];
    if (changed) for (const listener of this.#listeners) listener(fresh);
  }

  /** @returns what ends it. */
  listen(listener: (told: Told | null) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close(): void {
    this.#unsubscribe();
  }
}
