/**
 * Versions of a challenge that this process does not judge: the event was prepared with another test set than this judge
 * makes. Their runs wait for a judge that makes the same one, or for a rejudge, whose revision is another.
 */
import type { HeldRevision } from "@vigie/store/judge";

export class HeldRevisions {
  readonly #held = new Map<string, HeldRevision>();

  get all(): readonly HeldRevision[] {
    return [...this.#held.values()];
  }

  /** @returns false where it was held already. */
  hold({ challenge, revision }: HeldRevision): boolean {
    const key = `${challenge} ${revision}`;
    if (this.#held.has(key)) return false;
    this.#held.set(key, { challenge, revision });
    return true;
  }
}
