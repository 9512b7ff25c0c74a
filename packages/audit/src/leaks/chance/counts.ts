/** Counts against what chance gives: Poisson-like, with a bound by the number of trials. */
import type { AuditSet } from "../audit-set.ts";
import type { Feature, Finding } from "../feature.ts";
import { knownRings, type KnownRings } from "./known-rings.ts";
import { CHANCE_DEALS_NOTHING, type Ledger, ledgerOf } from "./ledger.ts";
import { normalScore, standardOf } from "./normal.ts";
import type { Strata } from "./strata.ts";

const FEWEST_HITS = 3;

export class Counts {
  private readonly ledgers: Map<string, Ledger>;
  private readonly known: KnownRings;

  constructor(set: AuditSet, strata: Strata, ledgers: Map<string, Ledger>) {
    this.ledgers = ledgers;
    this.known = knownRings(set, strata);
  }

  /** Tries whether these accounts belong to more rings than chance gives. */
  tryUsers(feature: Feature, accounts: readonly number[]): void {
    const { ring: ringOf, rate } = this.known;
    const rings = new Set<number>();
    let members = 0;
    let expected = 0;
    for (const account of accounts) {
      const ring = ringOf[account];
      if (ring < 0 || !rings.has(ring)) expected += rate[account];
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
