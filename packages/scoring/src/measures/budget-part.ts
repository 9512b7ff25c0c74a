/**
 * The budget part: hits within the analyst budget, against chance.
 *
 * v = hits / min(k, P), c = max(k, P) / n, part = (v − c) / (1 − c): 1 when the budget holds all that it can, 0 by chance,
 * negative below. Put over one denominator, ((W·s + t·r)·n − k·P·s) / (s·min(k, P)·(n − max(k, P))) with W positives in
 * whole ties and t in the cut tie of size s with room r, so that both sides of the difference are whole numbers and constant
 * output gives exactly 0.
 */
import type { BudgetCut, CutCount } from "./budget-cut.ts";

/** Without a positive, or where the budget or the positives are everybody (only a resample can be so): 0. */
export function budgetPart(hits: CutCount, cut: BudgetCut, k: number, n: number, p: number): number {
  const most = Math.min(k, p);
  const others = n - Math.max(k, p);
  if (most <= 0 || others <= 0) return 0;
  const excess = (hits.whole * cut.size + hits.tied * cut.room) * n - k * p * cut.size;
  return excess / (cut.size * most * others);
}
