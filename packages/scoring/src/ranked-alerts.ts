/**
 * The alerts in order: score descending, then account id by UTF-16 code unit of its decimal digits. Equal scores make a
 * tie; ties are numbered from the top. Accounts without a line are not here: they come below every score.
 */
import type { Predictions } from "./predictions.ts";

export interface RankedAlerts {
  readonly accounts: Int32Array;
  /** By position in `accounts`: the tie it belongs to, 0 … tieCount − 1, never descending. */
  readonly tieOf: Int32Array;
  readonly tieCount: number;
}

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

/** The distinct scores of the alerts, descending. */
function distinctScores({ accountCount, alertCount, alerted, scores }: Predictions): Float64Array {
  const sorted = new Float64Array(alertCount);
  let next = 0;
  for (let account = 0; account < accountCount; account++) if (alerted[account] === 1) sorted[next++] = scores[account];
  sorted.sort();
  let distinct = 0;
  for (let i = 0; i < alertCount; i++) if (i === 0 || sorted[i] !== sorted[distinct - 1]) sorted[distinct++] = sorted[i];
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
 * Ranks the alerts of a run: O(n + a log a) for a alerts of n accounts. Accounts are put into the room of their tie in the
 * order of their ids' text, so that nothing is compared by it, and nothing is made for each but numbers in typed arrays.
 */
export function rankAlerts(predictions: Predictions): RankedAlerts {
  const { accountCount, alertCount, alerted, scores } = predictions;
  const distinct = distinctScores(predictions);
  const tieOfAccount = new Int32Array(accountCount);
  const next = new Int32Array(distinct.length + 1);
  for (let account = 0; account < accountCount; account++) {
    if (alerted[account] !== 1) continue;
    tieOfAccount[account] = tieWith(scores[account], distinct);
    next[tieOfAccount[account] + 1]++;
  }
  for (let tie = 1; tie < next.length; tie++) next[tie] += next[tie - 1];
  const accounts = new Int32Array(alertCount);
  const tieOf = new Int32Array(alertCount);
  eachInTextOrder(accountCount, (account) => {
    if (alerted[account] !== 1) return;
    const position = next[tieOfAccount[account]]++;
    accounts[position] = account;
    tieOf[position] = tieOfAccount[account];
  });
  return { accounts, tieOf, tieCount: distinct.length };
}
