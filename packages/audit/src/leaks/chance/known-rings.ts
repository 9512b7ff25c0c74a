/** What is known of a set's rings, by account. */
import type { AuditSet } from "../audit-set.ts";
import type { Strata } from "./strata.ts";

export interface KnownRings {
  /** −1 for none. */
  readonly ring: Int32Array;
  /** How many accounts of the same stratum are a ring's, as a share. */
  readonly rate: Float64Array;
}

export function knownRings({ accountCount, labels }: AuditSet, strata: Strata): KnownRings {
  const ring = new Int32Array(accountCount).fill(-1);
  labels.accounts.forEach((account, j) => (ring[account] = labels.ring[j]));
  const all = new Float64Array(strata.count);
  const members = new Float64Array(strata.count);
  strata.of.forEach((stratum, account) => {
    all[stratum]++;
    if (ring[account] >= 0) members[stratum]++;
  });
  return { ring, rate: Float64Array.from(strata.of, (stratum) => members[stratum] / all[stratum]) };
}
