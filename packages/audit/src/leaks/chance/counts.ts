/** Counts against what chance gives: Poisson-like, with a bound by the number of trials. */
import type { AuditSet } from "../audit-set.ts";
import type { Feature, Finding } from "../feature.ts";
import { CHANCE_DEALS_NOTHING, type Ledger, ledgerOf } from "./ledger.ts";
import { normalScore, standardOf } from "./normal.ts";
import type { Strata } from "./strata.ts";

const FEWEST_HITS = 3;

export class Counts {
  private readonly ledgers: Map<string, Ledger>;
  /** By account: its ring, −1 for none; and how many of its stratum's accounts are a ring's, as a share. */
  private readonly ring: Int32Array;
  private readonly rate: Float64Array;

  constructor(set: AuditSet, strata: Strata, ledgers: Map<string, Ledger>) {
    const { accounts, ring } = set.labels;
    this.ledgers = ledgers;
    this.ring = new Int32Array(set.accountCount).fill(-1);
    accounts.forEach((account, j) => (this.ring[account] = ring[j]));
    const all = new Float64Array(strata.count);
    const members = new Float64Array(strata.count);
    strata.of.forEach((stratum, account) => {
      all[stratum]++;
      if (this.ring[account] >= 0) members[stratum]++;
    });
    this.rate = Float64Array.from(strata.of, (stratum) => members[stratum] / all[stratum]);
  }

  /** Tries whether these accounts belong to more rings than chance gives. */
  tryUsers(feature: Feature, accounts: readonly number[]): void {
    const rings = new Set<number>();
    let members = 0;
    let expected = 0;
    for (const account of accounts) {
      const ring = this.ring[account];
      if (ring < 0 || !rings.has(ring)) expected += this.rate[account];
      if (ring < 0) continue;
      rings.add(ring);
      members++;
    }
    const precision = members / accounts.length;
    this.record(feature, {
      hits: rings.size,
      expected,
      of: accounts.length,
      shown: precision,
      unit: "share",
      strength: precision,
    });
  }

  /** Tries a number of pairs. */
  tryPairs(feature: Feature, hits: number, expected: number): void {
    this.record(feature, { hits, expected, of: 1, shown: hits, unit: "pairs", strength: null });
  }

  private record(feature: Feature, count: Count): void {
    const { hits, expected } = count;
    const ledger = ledgerOf(this.ledgers, feature.family, CHANCE_DEALS_NOTHING);
    ledger.trials++;
    if (hits < FEWEST_HITS || hits <= expected || expected <= 0) return;
    const deviation = Math.sqrt(expected);
    const score = normalScore((hits - expected) / deviation, 1 / deviation);
    ledger.keep(feature.column, score, (bound): Finding => ({
      family: feature.family,
      column: feature.column,
      aspect: feature.aspect(),
      target: { kind: "ring", name: "" },
      unit: count.unit,
      value: count.shown,
      low: 0,
      high: (expected + deviation * standardOf(bound, 1 / deviation)) / count.of,
      score,
      bound,
      strength: count.strength,
    }));
  }
}

interface Count {
  readonly hits: number;
  readonly expected: number;
  /** What a count is divided by when it is shown. */
  readonly of: number;
  readonly shown: number;
  readonly unit: "share" | "pairs";
  readonly strength: number | null;
}
