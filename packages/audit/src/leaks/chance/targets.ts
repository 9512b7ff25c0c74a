/** What a leak may tell: that an account belongs to a ring, its role there, or the ring's typology. */
import type { AuditLabels } from "../audit-set.ts";

export interface Target {
  readonly kind: "ring" | "role" | "typology";
  /** The role or the typology; empty for any ring. */
  readonly name: string;
  /** Places in the list of members. */
  readonly members: Int32Array;
}

const FEWEST = 8;

function places(codes: ArrayLike<number>, code: number): Int32Array {
  return Int32Array.from(Array.from(codes).flatMap((one, j) => (one === code ? [j] : [])));
}

/** All members; then each role and each typology that has at least eight. `chosen` are places among the positives. */
export function targetsOf(labels: AuditLabels, chosen: Int32Array): Target[] {
  const of = (kind: "role" | "typology"): Target[] => {
    const codes = chosen.map((j) => labels[kind].codes[j]);
    return labels[kind].words
      .map((name, code) => ({ kind, name, members: places(codes, code) }))
      .filter(({ members }) => members.length >= FEWEST);
  };
  return [{ kind: "ring", name: "", members: Int32Array.from(chosen.keys()) }, ...of("role"), ...of("typology")];
}
