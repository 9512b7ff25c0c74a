/** Counts against what chance gives: Poisson-like, with a bound by the number of trials. */
import type { AuditSet } from "../audit-set.ts";
import type { Feature, Finding } from "../feature.ts";
import { findingsOf, NOT_PERMUTED, type FindingLists } from "./findings-list.ts";
import { knownClusters, type KnownClusters } from "./known-clusters.ts";
import { normalScore, standardOf } from "./normal.ts";
import type { Strata } from "./strata.ts";

const FEWEST_HITS = 3;

interface Count {
  readonly hits: number;
  readonly expected: number;
  /** Of what chance gives; that of a Poisson count where it is left out. */
  readonly variance?: number;
  /** What a count is divided by when it is shown. */
  readonly of: number;
  readonly shown: number;
  readonly unit: "share" | "pairs";
  readonly strength: number | null;
}

export class CountTest {
  readonly #found: FindingLists;
  readonly #known: KnownClusters;
  readonly #member: string;

  constructor(set: AuditSet, strata: Strata, found: FindingLists) {
    this.#found = found;
    this.#known = knownClusters(set, strata);
    this.#member = set.words.member;
  }

  /** Tries whether these subjects belong to more clusters than chance gives. */
  tryUsers(feature: Feature, subjects: readonly number[]): void {
    const { cluster: clusterOf, rate } = this.#known;
    const clusters = new Set<number>();
    let members = 0;
    let expected = 0;
    for (const subject of subjects) {
      const cluster = clusterOf[subject];
      if (cluster < 0 || !clusters.has(cluster)) expected += rate[subject];
      if (cluster < 0) continue;
      clusters.add(cluster);
      members++;
    }
    const precision = members / subjects.length;
    const { size: hits } = clusters;
    this.#record(feature, { hits, expected, of: subjects.length, shown: precision, unit: "share", strength: precision });
  }

  /** Tries a number of pairs, of which chance gives so many, with a variance of that or more. */
  tryPairs(
    feature: Feature,
    hits: number,
    { expected, variance }: { readonly expected: number; readonly variance: number },
  ): void {
    this.#record(feature, { hits, expected, variance, of: 1, shown: hits, unit: "pairs", strength: null });
  }

  #record(feature: Feature, { hits, expected, variance = expected, of, shown, unit, strength }: Count): void {
    const list = findingsOf(this.#found, feature.family, NOT_PERMUTED);
    list.trials++;
    if (hits < FEWEST_HITS || hits <= expected || expected <= 0) return;
    const deviation = Math.sqrt(variance);
    const score = normalScore((hits - expected) / deviation, 1 / deviation);
    list.keep(feature.column, score, (bound): Finding => ({
      family: feature.family,
      column: feature.column,
      aspect: feature.aspect(),
      target: { kind: this.#member, name: "" },
      unit,
      value: shown,
      low: 0,
      high: (expected + deviation * standardOf(bound, 1 / deviation)) / of,
      score,
      bound,
      strength,
    }));
  }
}
