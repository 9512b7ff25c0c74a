/**
 * Explanation: two F1 a positive, of the indicators that were named and of the rows that were cited. Each in [0, 1], higher
 * is better; 0 where nothing right was said. A part of a challenge is another part × their weighted mean.
 */

/** What a positive was labelled with. */
export interface Planted {
  /** Indicator → ids of the rows that were planted for it; never empty where findings are labelled. */
  readonly planted: ReadonlyMap<string, ReadonlySet<number>>;
  /** Indicators whose predicate is true of the subject though nothing was planted. */
  readonly incidental: ReadonlySet<string>;
  /** Rows for which the predicate of some indicator is true though they were planted for none. */
  readonly incidentalRows: ReadonlySet<number>;
}

/** Indicator → ids of the rows that were cited for it, without doubles; undefined without findings. */
export type Findings = ReadonlyMap<string, Float64Array> | undefined;

/** 2·hits / (a + b): F1 of two sets of a and b members that share `hits`; 0 where both are empty. */
function f1(hits: number, a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * hits) / (a + b);
}

/** Named against planted indicators; an incidental one counts on neither side. */
export function indicatorF1({ planted, incidental }: Planted, findings: Findings): number {
  let named = 0;
  let hits = 0;
  for (const indicator of findings?.keys() ?? []) {
    if (planted.has(indicator)) hits++;
    else if (incidental.has(indicator)) continue;
    named++;
  }
  return f1(hits, named, planted.size);
}

/** Every row that was planted or cited, whatever for. */
export function rowsOf(byIndicator: ReadonlyMap<string, Iterable<number>> | undefined): Set<number> {
  const rows = new Set<number>();
  for (const ids of byIndicator?.values() ?? []) for (const id of ids) rows.add(id);
  return rows;
}

/** The union of cited against the union of planted rows; an incidental row counts on neither side, any other is wrong. */
export function evidenceF1(positive: Planted, findings: Findings): number {
  const planted = rowsOf(positive.planted);
  let cited = 0;
  let hits = 0;
  for (const id of rowsOf(findings)) {
    if (planted.has(id)) hits++;
    else if (positive.incidentalRows.has(id)) continue;
    cited++;
  }
  return f1(hits, cited, planted.size);
}
