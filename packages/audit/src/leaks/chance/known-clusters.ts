/** What is known of a set's clusters, by subject. */
import type { AuditSet } from "../audit-set.ts";
import type { Strata } from "./strata.ts";

export interface KnownClusters {
  /** −1 for none. */
  readonly cluster: Int32Array;
  /** How many subjects of the same stratum belong to one, as a share. */
  readonly rate: Float64Array;
}

export function knownClusters({ subjects, labels }: AuditSet, strata: Strata): KnownClusters {
  const cluster = new Int32Array(subjects).fill(-1);
  labels.positives.forEach((subject, j) => (cluster[subject] = labels.cluster[j]));
  const all = new Float64Array(strata.count);
  const members = new Float64Array(strata.count);
  strata.of.forEach((stratum, subject) => {
    all[stratum]++;
    if (cluster[subject] >= 0) members[stratum]++;
  });
  return { cluster, rate: Float64Array.from(strata.of, (stratum) => members[stratum] / all[stratum]) };
}
