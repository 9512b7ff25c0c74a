/** What a leak may tell: that a subject is a positive, or one of a trait. */
import type { AuditSet } from "../audit-set.ts";

export interface Target {
  /** What any positive is called, or a trait. */
  readonly kind: string;
  /** Which of the trait; empty for any positive. */
  readonly name: string;
  /** Places in the list of members. */
  readonly members: Int32Array;
}

const FEWEST = 8;

function places(codes: ArrayLike<number>, code: number): Int32Array {
  return Int32Array.from(Array.from(codes).flatMap((one, j) => (one === code ? [j] : [])));
}

/** All members; then those of each trait, as far as they are at least eight. `chosen` are places among the positives. */
export function targetsOf({ labels, words }: AuditSet, chosen: Int32Array): Target[] {
  const traits = Object.entries(labels.traits).flatMap(([kind, trait]) => {
    const codes = chosen.map((j) => trait.codes[j]);
    return trait.words.map((name, code) => ({ kind, name, members: places(codes, code) }));
  });
  const all = { kind: words.member, name: "", members: Int32Array.from(chosen.keys()) };
  return [all, ...traits.filter(({ members }) => members.length >= FEWEST)];
}
