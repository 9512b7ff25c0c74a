/**
 * Where columns of accounts are tried, one after the other, against labels that chance dealt.
 *
 * Theory. For each column and each target (all ring members, a role, a typology) the sum over the members is compared
 * with its exact mean, variance and skewness under dealing within strata, which gives a normal score. The same is done
 * for each of chance's deals; the largest score of a deal, over all columns and targets, says what a cheat who tries
 * everything finds where there is nothing. From these maxima the number of independent trials that the family amounts to
 * is estimated (the least p of m independent trials is Beta(1, m)), and from that number the score that chance passes with
 * the declared probability; never less than the largest that chance showed. This is Westfall and Young's (1993) largest
 * statistic with its tail carried on beyond the number of deals. A column is looked at once and then let go.
 */
import type { Feature, Finding, Unit } from "../feature.ts";
import type { Deals } from "./deals.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";
import { measure, momentsOfSum, roomFor, type StratumMoments, type SumMoments } from "./moments.ts";
import { normalScore, standardOf } from "./normal.ts";
import type { Strata } from "./strata.ts";
import type { Target } from "./targets.ts";

/** Members, their places in strata, and how chance dealt them: shared by the benches of all families. */
export interface Arena {
  readonly accountCount: number;
  readonly strata: Strata;
  readonly deals: Deals;
  readonly targets: readonly Target[];
}

function clamped(share: number): number {
  return Math.max(0, Math.min(1, share));
}

export class Bench {
  readonly arena: Arena;
  private readonly room: StratumMoments;
  /** By target: how many members each stratum has. */
  private readonly taken: readonly Float64Array[];
  private readonly ledgers: Map<string, Ledger>;

  constructor(arena: Arena, ledgers: Map<string, Ledger>) {
    this.arena = arena;
    this.ledgers = ledgers;
    this.room = roomFor(arena.strata);
    this.taken = arena.targets.map(({ members }) => {
      const taken = new Float64Array(arena.strata.count);
      for (const j of members) taken[arena.strata.of[arena.deals.accounts[j]]]++;
      return taken;
    });
  }

  /** Tries a column: one value an account, in units that `unit` names. */
  try(feature: Feature, values: Float64Array, unit: Unit): void {
    measure(values, this.arena.strata, this.room);
    const ledger = ledgerOf(this.ledgers, feature.family, this.arena.deals.count);
    this.arena.targets.forEach((target, t) => {
      const moments = momentsOfSum(this.taken[t], this.room);
      if (moments.deviation > 1e-9) this.tryTarget(ledger, feature, values, unit, target, moments);
    });
  }

  private tryTarget(
    ledger: Ledger,
    feature: Feature,
    values: Float64Array,
    unit: Unit,
    target: Target,
    moments: SumMoments,
  ): void {
    const { accounts, count, members } = this.arena.deals;
    const { expected, deviation, skewness } = moments;
    const own = target.members;
    ledger.trials++;
    for (let deal = 0; deal < count; deal++) {
      let sum = 0;
      const from = deal * members;
      for (let i = 0; i < own.length; i++) sum += values[accounts[from + own[i]]];
      const score = normalScore((sum - expected) / deviation, skewness);
      ledger.see(deal, Math.abs(score));
      if (deal > 0) continue;
      const size = own.length;
      ledger.keep(feature.column, Math.abs(score), (bound): Finding => {
        const within = unit === "share" || unit === "auc" ? clamped : (mean: number): number => mean;
        const at = (end: number): number => within((expected + deviation * standardOf(end, skewness)) / size);
        return {
          family: feature.family,
          column: feature.column,
          aspect: feature.aspect(),
          target: { kind: target.kind, name: target.name },
          unit,
          value: sum / size,
          low: at(-bound),
          high: at(bound),
          score: Math.abs(score),
          bound,
          strength: feature.strength?.() ?? null,
        };
      });
    }
  }
}
