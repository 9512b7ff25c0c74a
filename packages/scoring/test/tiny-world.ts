/** Tiny splits and outputs for tests: plain literals in, the room's own types out. */
import { ROLES, type Role } from "@vigie/sdk";
import type { Labels } from "@vigie/spec";
import type { Predictions } from "../src/predictions.ts";

export interface PlainPositive {
  readonly account: number;
  readonly ring?: number;
  readonly role?: Role;
  readonly planted?: Readonly<Record<string, readonly number[]>>;
  readonly incidental?: readonly string[];
}

export interface PlainAlert {
  readonly account: number;
  readonly score: number;
  readonly role?: Role;
  readonly findings?: Readonly<Record<string, readonly number[]>>;
}

export const RULES = {
  budgetShare: 0.1,
  weights: { ranking: 0.4, budget: 0.2, indicators: 0.15, evidence: 0.15, roles: 0.1 },
  harm: { weight: 0.5, cap: 0.2, smallestGroup: 20 },
  interval: { resamples: 200, level: 0.95 },
};

/** Units: rings of positives; every other account alone. Strata: positives apart from the rest, by their groups. */
export function labelsOf(
  accountCount: number,
  positives: readonly PlainPositive[],
  groups: Readonly<Record<string, readonly number[]>> = {},
): Labels {
  const ofAccount = new Int32Array(accountCount).fill(-1);
  const strata: string[] = [];
  const unitOfRing = new Map<number, number>();
  const stratumOf = (account: number) =>
    Object.keys(groups)
      .filter((group) => groups[group].includes(account))
      .join("+");
  for (const { account, ring = account } of positives) {
    const unit = unitOfRing.get(ring) ?? strata.push("ring") - 1;
    unitOfRing.set(ring, unit);
    ofAccount[account] = unit;
  }
  ofAccount.forEach((unit, account) => {
    if (unit < 0) ofAccount[account] = strata.push(stratumOf(account)) - 1;
  });
  const names = [...new Set(strata)].sort();
  return {
    accountCount,
    positives: positives
      .toSorted((a, b) => a.account - b.account)
      .map(({ account, ring = account, role = "exploited", planted = { cash: [account * 10] }, incidental = [] }) => ({
        account,
        ring,
        role,
        planted: new Map(Object.entries(planted).map(([indicator, ids]) => [indicator, new Set(ids)])),
        incidental: new Set(incidental),
      })),
    groups: new Map(Object.entries(groups).map(([group, accounts]) => [group, Int32Array.from(accounts)])),
    units: { ofAccount, stratumOfUnit: Int32Array.from(strata, (stratum) => names.indexOf(stratum)) },
  };
}

export function predictionsOf(accountCount: number, alerts: readonly PlainAlert[]): Predictions {
  const alerted = new Uint8Array(accountCount);
  const scores = new Float64Array(accountCount);
  const roles = new Int8Array(accountCount).fill(-1);
  const findings = new Map<number, Map<string, Float64Array>>();
  for (const alert of alerts) {
    alerted[alert.account] = 1;
    scores[alert.account] = alert.score;
    if (alert.role) roles[alert.account] = ROLES.indexOf(alert.role);
    const named = Object.entries(alert.findings ?? {}).map(
      ([indicator, ids]) => [indicator, Float64Array.from(ids).sort()] as const,
    );
    if (named.length > 0) findings.set(alert.account, new Map(named));
  }
  return { accountCount, alertCount: alerts.length, alerted, scores, roles, findings };
}
