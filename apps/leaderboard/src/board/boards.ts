/**
 * The boards that are kept: the newest snapshot of each challenge, some before it, and what was made of them.
 *
 * The store says when something changed; a few seconds' age is the net under a lost message. Whatever hangs on a
 * snapshot stands under its version, so that nothing has to be thrown away at a change, and only what is the same for
 * everybody is kept: a signed-in visitor's page is joined for each request and never enters a shelf.
 */
import type { Language } from "@vigie/spec";
import type { Store } from "@vigie/store";
import { challengeById } from "../challenge-of.ts";
import type { Render } from "../render.ts";
import type { Audience } from "../visibility.ts";
import { fragmentOf, type Fragment } from "./fragment.ts";
import type { Kept } from "./kept.ts";
import { pageOf, queryOf, type BoardPage, type Wish } from "./pages.ts";
import { Shelf } from "./shelf.ts";
import { snapshotOf, type Snapshot } from "./snapshot.ts";

const OLDEST_MS = 5_000;
/** So many changes a visitor may have missed and still get only what changed since. */
const MOST_VERSIONS = 24;

export interface ShownBoard {
  readonly snapshot: Snapshot;
  readonly page: BoardPage;
  readonly fragment: Fragment;
}

export function addressOf(lang: Language, challenge: string): string {
  return `/${lang}/challenges/${challenge}/leaderboard`;
}

const AUDIENCES: readonly Audience[] = ["everybody", "hosts"];

function placeOf(challenge: string, audience: Audience): string {
  return `${audience} ${challenge}`;
}

interface Followed {
  now: { readonly snapshot: Promise<Snapshot>; readonly at: number } | null;
  newest: Snapshot | null;
  readonly versions: Map<string, Snapshot>;
}

function remembered(followed: Followed, snapshot: Snapshot): Snapshot {
  followed.newest = snapshot;
  followed.versions.delete(snapshot.version);
  followed.versions.set(snapshot.version, snapshot);
  const oldest = followed.versions.keys().next();
  if (followed.versions.size > MOST_VERSIONS && oldest.done !== true) followed.versions.delete(oldest.value);
  return snapshot;
}

export class Boards {
  readonly #store: Store;
  readonly #render: Render;
  readonly #followed = new Map<string, Followed>();
  readonly #fragments = new Shelf<Fragment>(64);
  readonly #bytes = new Shelf<Kept>(192);
  readonly #unsubscribe: () => void;

  constructor(store: Store, render: Render) {
    this.#store = store;
    this.#render = render;
    this.#unsubscribe = store.onChange(({ challenge }) => {
      const touched = AUDIENCES.map((audience) => this.#followed.get(placeOf(challenge, audience)));
      // What is said of the event itself is of no challenge, and stands on every board.
      for (const followed of challenge === "" ? this.#followed.values() : touched) {
        if (followed !== undefined) followed.now = null;
      }
    });
  }

  /** The board of a challenge as it is now, for some. @throws Refusal `not-found`. */
  async snapshot(id: string, audience: Audience = "everybody"): Promise<Snapshot> {
    const open = await this.#snapshotFor(id, "everybody");
    return audience === "everybody" || open.state.frozenSince === null ? open : this.#snapshotFor(id, "hosts");
  }

  async #snapshotFor(id: string, audience: Audience): Promise<Snapshot> {
    const followed = await this.#follow(id, audience);
    const at = performance.now();
    if (followed.now !== null && at - followed.now.at < OLDEST_MS) return followed.now.snapshot;
    const made = snapshotOf(this.#store, this.#render, id, followed.newest, audience);
    const now = { at, snapshot: made.then((snapshot) => remembered(followed, snapshot)) };
    followed.now = now;
    now.snapshot.catch(() => {
      if (followed.now === now) followed.now = null;
    });
    return now.snapshot;
  }

  /** What nobody knows is not remembered: addresses are a stranger's to invent. */
  async #follow(id: string, audience: Audience): Promise<Followed> {
    const key = placeOf(id, audience);
    const known = this.#followed.get(key);
    if (known !== undefined) return known;
    await challengeById({ store: this.#store }, id);
    const followed = this.#followed.get(key) ?? { now: null, newest: null, versions: new Map<string, Snapshot>() };
    this.#followed.set(key, followed);
    return followed;
  }

  /** Everybody's board of before, or null where it is no longer kept. */
  earlier(id: string, version: string): Snapshot | null {
    return this.#followed.get(placeOf(id, "everybody"))?.versions.get(version) ?? null;
  }

  /** A page of a board, its rows left open. */
  async shown(id: string, wish: Wish, lang: Language, audience: Audience = "everybody"): Promise<ShownBoard> {
    const snapshot = await this.snapshot(id, audience);
    const page = pageOf(snapshot, wish);
    const key = `${snapshot.version} ${lang} ${queryOf(page)}`;
    const make = async (): Promise<Fragment> =>
      Promise.resolve(fragmentOf(this.#render, snapshot, page, addressOf(lang, id), lang));
    return { snapshot, page, fragment: await this.#fragments.get(key, make) };
  }

  /** Bytes that are the same for everybody, under a key that names all that they hang on. */
  bytes(key: string, make: () => Promise<Kept>): Promise<Kept> {
    return this.#bytes.get(key, make);
  }

  close(): void {
    this.#unsubscribe();
  }
}
