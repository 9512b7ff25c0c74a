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

/** A number that sorts account ids (below 10^10) like their decimal digits sort as text: "1" < "10" < "2". */
export function decimalOrderKey(id: number): number {
  let digits = 1;
  for (let rest = id; rest >= 10; rest = Math.floor(rest / 10)) digits++;
  let key = id;
  for (let i = digits; i < 10; i++) key *= 10;
  return key * 16 + digits;
}

/** Ranks the alerts of a run: O(a log a) for a alerts. */
export function rankAlerts(predictions: Predictions): RankedAlerts {
  const { accountCount, alertCount, alerted, scores } = predictions;
  const accounts = new Int32Array(alertCount);
  const keys = new Float64Array(accountCount);
  let next = 0;
  for (let account = 0; account < accountCount; account++) {
    if (alerted[account] !== 1) continue;
    accounts[next++] = account;
    keys[account] = decimalOrderKey(account);
  }
  accounts.sort((a, b) => scores[b] - scores[a] || keys[a] - keys[b]);
  const tieOf = new Int32Array(alertCount);
  let tie = 0;
  for (let i = 0; i < alertCount; i++) {
    if (i > 0 && scores[accounts[i]] !== scores[accounts[i - 1]]) tie++;
    tieOf[i] = tie;
  }
  return { accounts, tieOf, tieCount: alertCount === 0 ? 0 : tie + 1 };
}
