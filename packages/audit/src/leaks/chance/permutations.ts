/** Labels permuted: each cluster keeps its size and its members their traits, while chance says which subjects they are. */
import type { Draw } from "./generator.ts";
import type { Strata } from "./strata.ts";

/** Permutation 0 is the truth; the last one is the control, which has no part in the threshold; those between are chance's. */
export interface Permutations {
  readonly count: number;
  readonly members: number;
  /** Subject of member j in permutation p, at p × members + j. */
  readonly subjects: Int32Array;
}

function pools(strata: Strata): Int32Array[] {
  const lists: number[][] = Array.from({ length: strata.count }, () => []);
  strata.of.forEach((stratum, subject) => lists[stratum].push(subject));
  return lists.map((list) => Int32Array.from(list));
}

/**
 * Permutes the members' places `chances` times, and once more for the control.
 * Within a stratum, subjects are drawn without replacement (the head of a Fisher–Yates shuffle).
 */
export function permuteLabels(members: Int32Array, strata: Strata, chances: number, draw: Draw): Permutations {
  const count = chances + 2;
  const subjects = new Int32Array(count * members.length);
  subjects.set(members);
  const pool = pools(strata);
  const next = new Int32Array(strata.count);
  for (let permutation = 1; permutation < count; permutation++) {
    next.fill(0);
    members.forEach((member, j) => {
      const stratum = strata.of[member];
      const from = pool[stratum];
      const at = next[stratum]++;
      const other = at + draw(from.length - at);
      [from[at], from[other]] = [from[other], from[at]];
      subjects[permutation * members.length + j] = from[at];
    });
  }
  return { count, members: members.length, subjects };
}
