/** Rows of the board under their brackets: teams by place, and those outside the race where their score puts them. */
import type { StandingRow } from "@vigie/spec";
import { isOutside } from "./shown-row.ts";

export interface BandGroup {
  /** Null for those outside the race that stand between two bands, above the first or below the last. */
  readonly band: number | null;
  readonly rows: readonly StandingRow[];
}

function inOrder(a: StandingRow, b: StandingRow): number {
  const byScore = (b.score ?? 0) - (a.score ?? 0);
  const byPlace = (a.rank ?? 0) - (b.rank ?? 0);
  return byScore || (a.band ?? Infinity) - (b.band ?? Infinity) || byPlace || (a.teamName < b.teamName ? -1 : 1);
}

/** Who is outside the race lies in a band only when teams of that band stand on both its sides. */
function bandAt(rows: readonly StandingRow[], i: number): number | null {
  if (!isOutside(rows[i])) return rows[i].band;
  const above = rows.slice(0, i).findLast((row) => !isOutside(row))?.band;
  const below = rows.slice(i + 1).find((row) => !isOutside(row))?.band;
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
