/**
 * Versions of a challenge that this process does not judge: the event was prepared with another test set than this judge
 * makes, or one could not be made just now. Their runs wait for a judge that makes the same one, for a rejudge, whose
 * revision is another, or for the next try.
 */
import type { HeldRevision } from "@vigie/store/judge";

export class HeldRevisions {
  readonly #held = new Map<string, HeldRevision & { readonly until: number }>();

  get all(): readonly HeldRevision[] {
    const now = performance.now();
    for (const [key, { until }] of this.#held) if (until <= now) this.#held.delete(key);
    return [...this.#held.values()].map(({ challenge, revision }) => ({ challenge, revision }));
  }

  /** @returns false where it was held already. */
  hold({ challenge, revision }: HeldRevision, forMs: number): boolean {
    const key = `${challenge} ${revision}`;
    if (this.#held.has(key)) return false;
    this.#held.set(key, { challenge, revision, until: performance.now() + forMs });
    return true;
  }
}
