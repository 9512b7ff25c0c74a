/** The same questions asked of a data set twice: through the SDK's rows, and in loops over typed arrays. */
import type { OpenDataset } from "@vigie/sdk/node";

const NIGHT_ENDS = 5;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Cash deposited at machines, in cents, over all accounts: one filter, one sum. */
export function cashByRows(dataset: OpenDataset): number {
  let sum = 0;
  for (let number = 0; number < dataset.tables.accounts.rows; number++) {
    const cash = dataset.freshAccount(number).transactions.filter((t) => t.channel === "abm-cash");
    for (const t of cash) sum += t.amountCents;
  }
  return sum;
}

export function cashByLoop({ tables: { transactions } }: OpenDataset): number {
  const channels = transactions.codes("channel");
  const amounts = transactions.numbers("amountCents");
  const channel = transactions.words("channel").indexOf("abm-cash");
  let sum = 0;
  for (let row = 0; row < transactions.rows; row++) if (channels[row] === channel) sum += amounts[row];
  return sum;
}

/** How many rows pass each of eight predicates, added up. */
export function eightByRows(dataset: OpenDataset): number {
  let passed = 0;
  for (let number = 0; number < dataset.tables.accounts.rows; number++) {
    for (const t of dataset.freshAccount(number).transactions) {
      if (t.channel === "e-transfer") passed++;
      if (t.direction === "credit") passed++;
      if (t.amountCents >= 100_000) passed++;
      if (t.balanceAfterCents < 10_000) passed++;
      if (t.status === "declined") passed++;
      if (t.localHour < NIGHT_ENDS) passed++;
      if (t.mcc === 5411) passed++;
      if (t.counterpartyKind === "merchant") passed++;
    }
  }
  return passed;
}

export function eightByLoop({ tables: { transactions } }: OpenDataset): number {
  const [channels, directions] = [transactions.codes("channel"), transactions.codes("direction")];
  const [statuses, kinds] = [transactions.codes("status"), transactions.codes("counterpartyKind")];
  const [amounts, balances] = [transactions.numbers("amountCents"), transactions.numbers("balanceAfterCents")];
  const [times, offsets, mccs] = (["time", "utcOffsetMinutes", "mcc"] as const).map((name) => transactions.numbers(name));
  const transfer = transactions.words("channel").indexOf("e-transfer");
  const credit = transactions.words("direction").indexOf("credit");
  const declined = transactions.words("status").indexOf("declined");
  const merchant = transactions.words("counterpartyKind").indexOf("merchant");
  let passed = 0;
  for (let row = 0; row < transactions.rows; row++) {
    if (channels[row] === transfer) passed++;
    if (directions[row] === credit) passed++;
    if (amounts[row] >= 100_000) passed++;
    if (balances[row] < 10_000) passed++;
    if (statuses[row] === declined) passed++;
    const local = times[row] + offsets[row] * 60_000;
    if (Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / HOUR_MS) < NIGHT_ENDS) passed++;
    if (mccs[row] === 5411) passed++;
    if (kinds[row] === merchant) passed++;
  }
  return passed;
}
