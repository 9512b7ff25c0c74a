/**
 * Explanation: two F1 a positive, of the indicators that were named and of the rows that were cited. Each in [0, 1], higher
 * is better; 0 where nothing right was said. The parts are the budget part × the weighted mean over the positives within
 * the budget, 0 where none is there.
 */
import type { Positive } from "@vigie/spec";

type Findings = ReadonlyMap<string, Float64Array>;

/** 2·hits / (a + b): F1 of two sets of a and b members that share `hits`; 0 where both are empty. */
function f1(hits: number, a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * hits) / (a + b);
}

/** Named against planted indicators; an incidental one counts on neither side. */
export function indicatorF1(positive: Positive, findings: Findings | undefined): number {
  let named = 0;
  let hits = 0;
  for (const indicator of findings?.keys() ?? []) {
    if (positive.planted.has(indicator)) hits++;
    else if (positive.incidental.has(indicator)) continue;
    named++;
  }
  return f1(hits, named, positive.planted.size);
}

/** Every row planted for an account, whatever for. */
export function plantedRows(positive: Positive): Set<number> {
  const rows = new Set<number>();
  for (const ids of positive.planted.values()) for (const id of ids) rows.add(id);
  return rows;
}

/** Every row cited for an account, under whatever indicator. */
export function citedRows(findings: Findings | undefined): Set<number> {
  const rows = new Set<number>();
  for (const ids of findings?.values() ?? []) for (const id of ids) rows.add(id);
  return rows;
}

/** The union of cited against the union of planted rows; whatever was not planted is wrong. */
export function evidenceF1(positive: Positive, findings: Findings | undefined): number {
  const planted = plantedRows(positive);
  const cited = citedRows(findings);
  let hits = 0;
  for (const id of cited) if (planted.has(id)) hits++;
  return f1(hits, cited.size, planted.size);
}
