/** Rows of the board under their brackets: teams by place, and references where their score puts them. */
import type { StandingRow } from "@vigie/spec";

export interface BandGroup {
  /** Null for references that stand between two bands, above the first or below the last. */
  readonly band: number | null;
  readonly rows: readonly StandingRow[];
}

function inOrder(a: StandingRow, b: StandingRow): number {
  const byScore = (b.score ?? 0) - (a.score ?? 0);
  const byPlace = (a.rank ?? 0) - (b.rank ?? 0);
  return byScore || (a.band ?? Infinity) - (b.band ?? Infinity) || byPlace || (a.teamName < b.teamName ? -1 : 1);
}

/** A reference lies in a band only when teams of that band stand on both its sides. */
function bandAt(rows: readonly StandingRow[], i: number): number | null {
  if (!rows[i].baseline) return rows[i].band;
  const above = rows.slice(0, i).findLast((row) => !row.baseline)?.band;
  const below = rows.slice(i + 1).find((row) => !row.baseline)?.band;
  return above !== undefined && above === below ? above : null;
}

/** Every row that has a score, from the top, in runs of one band. */
export function grouped(rows: readonly StandingRow[]): BandGroup[] {
  const sorted = rows.filter((row) => row.score !== null).toSorted(inOrder);
  const groups: { band: number | null; rows: StandingRow[] }[] = [];
  sorted.forEach((row, i) => {
    const band = bandAt(sorted, i);
    const last = groups.at(-1);
    if (last !== undefined && last.band === band) last.rows.push(row);
    else groups.push({ band, rows: [row] });
  });
  return groups;
}
