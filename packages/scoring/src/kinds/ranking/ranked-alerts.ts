/**
 * The alerts in order: score descending, then the subject's number by UTF-16 code unit of its decimal digits. Equal scores
 * make a tie; ties are numbered from the top. Subjects without a line are not here: they come below every score.
 */
import type { Alerts } from "./alerts.ts";

export interface RankedAlerts {
  readonly subjects: Int32Array;
  /** By position in `subjects`: the tie it belongs to, 0 … tieCount − 1, never descending. */
  readonly tieOf: Int32Array;
  /** By subject: the same, `SILENT` without an alert. */
  readonly tieOfSubject: Int32Array;
  readonly tieCount: number;
}

/** Below every tie. */
const SILENT = 0x7fffffff;

/** Calls `visit` for 0 … count − 1 in the order of their decimal digits as text: 0, 1, 10, 100, …, 11, …, 2, …. */
export function eachInTextOrder(count: number, visit: (id: number) => void): void {
  if (count > 0) visit(0);
  let id = 1;
  for (let visited = 1; visited < count; visited++) {
    visit(id);
    if (10 * id < count) id *= 10;
    else {
      if (id + 1 >= count) id = Math.floor(id / 10);
      id++;
      while (id % 10 === 0) id /= 10;
    }
  }
}

type Ranked = Pick<Alerts, "count" | "alerted" | "scores">;

/** The distinct scores of the alerts, descending. */
function distinctScores({ count, alerted, scores }: Ranked): Float64Array {
  const sorted = new Float64Array(count);
  let next = 0;
  for (let subject = 0; subject < alerted.length; subject++) if (alerted[subject] === 1) sorted[next++] = scores[subject];
  sorted.sort();
  let distinct = 0;
  for (let i = 0; i < count; i++) if (i === 0 || sorted[i] !== sorted[distinct - 1]) sorted[distinct++] = sorted[i];
  return sorted.subarray(0, distinct).reverse();
}

/** The place of `score` in descending distinct scores, of which it is one. */
function tieWith(score: number, distinct: Float64Array): number {
  let low = 0;
  let high = distinct.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (distinct[middle] > score) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Ranks the alerts of a run: O(n + a log a) for a alerts of n subjects. Subjects are put into the room of their tie in the
 * order of their numbers' text, so that nothing is compared by it, and nothing is made for each but numbers in typed arrays.
 */
export function rankAlerts(alerts: Ranked): RankedAlerts {
  const { count, alerted, scores } = alerts;
  const distinct = distinctScores(alerts);
  const tieOfSubject = new Int32Array(alerted.length).fill(SILENT);
  const next = new Int32Array(distinct.length + 1);
  for (let subject = 0; subject < alerted.length; subject++) {
    if (alerted[subject] !== 1) continue;
    tieOfSubject[subject] = tieWith(scores[subject], distinct);
    next[tieOfSubject[subject] + 1]++;
  }
  for (let tie = 1; tie < next.length; tie++) next[tie] += next[tie - 1];
  const subjects = new Int32Array(count);
  const tieOf = new Int32Array(count);
  eachInTextOrder(alerted.length, (subject) => {
    if (alerted[subject] !== 1) return;
    const position = next[tieOfSubject[subject]]++;
    subjects[position] = subject;
    tieOf[position] = tieOfSubject[subject];
  });
  return { subjects, tieOf, tieOfSubject, tieCount: distinct.length };
}
