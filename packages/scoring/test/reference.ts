/**
 * The metrics a second time, slow and obvious, from their definitions: a data set is a plain list of entries (an account
 * drawn m times is m entries), the list is really sorted, weights are really summed. Shares no code with `src`.
 */
import type { RankingChallenge } from "@vigie/spec/ranking";
import type { Alerts } from "../src/kinds/ranking/alerts.ts";
import type { Positive, RankingLabels } from "../src/kinds/ranking/ranking-labels.ts";

interface Entry {
  readonly account: number;
  readonly score: number | null;
  readonly positive: Positive | undefined;
  weight: number;
}

export interface ReferenceScore {
  readonly points: number;
  readonly parts: { ranking: number; budget: number; indicators: number; evidence: number; roles: number };
  readonly harm: number;
  readonly worst: number;
  readonly misnamed: number;
  readonly hits: number;
  readonly ap: number;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

function f1(named: ReadonlySet<unknown>, planted: ReadonlySet<unknown>): number {
  const both = [...named].filter((one) => planted.has(one)).length;
  const precision = named.size === 0 ? 0 : both / named.size;
  const recall = planted.size === 0 ? 0 : both / planted.size;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function averagePrecision(entries: readonly Entry[]): number {
  const total = entries.filter((entry) => entry.positive).length;
  let ap = 0;
  let recall = 0;
  for (const score of [...new Set(entries.map((entry) => entry.score))]) {
    const above = entries.filter((entry) => (score === null ? true : entry.score !== null && entry.score >= score));
    const found = above.filter((entry) => entry.positive).length;
    ap += (found / total - recall) * (found / above.length);
    recall = found / total;
  }
  return ap;
}

/** Gives every entry its weight within the budget. */
function weighEntries(entries: readonly Entry[], k: number): void {
  let room = k;
  for (const score of [...new Set(entries.map((entry) => entry.score))]) {
    if (score === null) continue;
    const tie = entries.filter((entry) => entry.score === score);
    for (const entry of tie) entry.weight = Math.min(1, room / tie.length);
    room = Math.max(0, room - tie.length);
  }
}

/** @param times how often each account is in the data set. */
export function referenceScore(
  challenge: RankingChallenge,
  labels: RankingLabels,
  alerts: Alerts,
  times: readonly number[],
): ReferenceScore {
  const k = Math.max(1, Math.round(challenge.budgetShare * labels.subjects));
  const entries: Entry[] = times.flatMap((many, account) =>
    Array.from({ length: many }, () => ({
      account,
      score: alerts.alerted[account] === 1 ? alerts.scores[account] : null,
      positive: labels.positives.find((positive) => positive.subject === account),
      weight: 0,
    })),
  );
  entries.sort((a, b) => {
    if (a.score !== b.score) return a.score === null ? 1 : b.score === null ? -1 : b.score - a.score;
    return String(a.account) < String(b.account) ? -1 : String(a.account) > String(b.account) ? 1 : 0;
  });
  weighEntries(entries, k);
  const n = entries.length;
  const positives = entries.filter((entry) => entry.positive);
  const p = positives.length;
  const silent = entries.every((entry) => entry.score === null);
  const defined = p > 0 && p < n;
  const ap = p > 0 ? averagePrecision(entries) : 0;
  const ranking = defined ? (ap - p / n) / (1 - p / n) : 0;
  const hits = sum(positives.map((entry) => entry.weight));
  const chance = Math.max(k, p) / n;
  const budget = silent || p === 0 || chance >= 1 ? 0 : (hits / Math.min(k, p) - chance) / (1 - chance);
  const mean = (of: (entry: Entry, positive: Positive) => number) =>
    hits === 0 ? 0 : sum(positives.map((entry) => entry.weight * of(entry, entry.positive!))) / hits;
  const named = (entry: Entry) => alerts.findings.get(entry.account) ?? new Map<string, Float64Array>();
  const indicators = mean((entry, { planted, incidental }) =>
    f1(new Set([...named(entry).keys()].filter((id) => !incidental.has(id))), new Set(planted.keys())),
  );
  const evidence = mean((entry, { planted, incidentalRows }) =>
    f1(
      new Set([...named(entry).values()].flatMap((ids) => [...ids]).filter((id) => !incidentalRows.has(id))),
      new Set([...planted.values()].flatMap((ids) => [...ids])),
    ),
  );
  const roleOf = (entry: Entry) => alerts.roleOf(entry.account);
  const swapped = (role: string | null, named: string | null) =>
    (role === "exploited" && named === "controller") || (role === "controller" && named === "exploited");
  const roles = mean((entry, { role }) => (roleOf(entry) === role ? 1 : swapped(role, roleOf(entry)) ? -1 : 0));
  const exploited = positives.filter((entry) => entry.positive!.role === "exploited");
  const exploitedWeight = sum(exploited.map((entry) => entry.weight));
  const misnamed =
    exploitedWeight === 0
      ? 0
      : sum(exploited.map((entry) => (roleOf(entry) === "controller" ? entry.weight : 0))) / exploitedWeight;
  const lawfulOf = (accounts: Int32Array) =>
    [...accounts].filter((account) => !labels.positives.some((one) => one.subject === account));
  const [declared] = challenge.penalties;
  const rates = [...labels.groups.values()]
    .filter((accounts) => lawfulOf(accounts).length >= declared.smallestGroup)
    .map((accounts) => {
      const members = entries.filter((entry) => !entry.positive && accounts.includes(entry.account));
      return members.length === 0
        ? 0
        : sum(members.map((entry) => entry.weight)) / members.length / Math.min(1, k / members.length);
    });
  const worst = Math.max(0, ...rates);
  const x = Math.hypot(...rates);
  const harm = x / (1 + x);
  const parts = {
    ...{ ranking, budget, indicators: budget * indicators, evidence: budget * evidence },
    roles: Math.max(0, budget) * roles,
  };
  const weights = challenge.parts.map(({ measure, weight }) => [measure, weight] as const);
  const points = (100 * sum(Object.entries(parts).map(([id, part]) => (new Map(weights).get(id) ?? 0) * part))) / (1 + x);
  return { points, parts, harm, worst, misnamed, hits, ap };
}
