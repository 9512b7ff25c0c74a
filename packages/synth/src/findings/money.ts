/** Predicates about money that comes and goes. Thresholds are ours; the catalogue names the published signs behind them. */
import { CHANNELS, CODES } from "../ground/vocabulary.ts";
import { crowded, distinct, rowsWhere, type Case } from "./predicate.ts";
import { atNight } from "./spending.ts";

const ABM = CHANNELS.indexOf("abm-cash");
const BRANCH = CHANNELS.indexOf("branch-cash");
const TRANSFER = CHANNELS.indexOf("e-transfer");
const OUTWARD = new Set([
  ABM,
  TRANSFER,
  CHANNELS.indexOf("wire"),
  CHANNELS.indexOf("virtual-currency"),
  CHANNELS.indexOf("prepaid"),
]);
const PAY = new Set(["payroll", "payout"].map((code) => CODES.findIndex((known) => known === code)));
const DAY_MS = 86_400_000;

function cashIn(one: Case, channels: readonly number[]): number[] {
  const { channel, credit } = one.rows;
  return rowsWhere(one, (row) => credit[row] === 1 && channels.includes(channel[row]));
}

function transfersIn(one: Case): number[] {
  const { channel, credit } = one.rows;
  return rowsWhere(one, (row) => credit[row] === 1 && channel[row] === TRANSFER);
}

/** Three or more cash deposits by machine at night in 30 days, or in three or more cities. */
export function cashNightOrCities(one: Case): readonly number[] {
  const deposits = cashIn(one, [ABM]);
  const near = crowded(one, deposits, 3);
  if (distinct(near, (row) => one.rows.city[row]) >= 3) return near;
  return crowded(
    one,
    deposits.filter((row) => atNight(one, row)),
    3,
  );
}

/** Three or more cash deposits by two or more third parties in 30 days. */
export function thirdPartyCash(one: Case): readonly number[] {
  const { depositor } = one.rows;
  const theirs = crowded(
    one,
    cashIn(one, [ABM, BRANCH]).filter((row) => depositor[row] >= 0),
    3,
  );
  return distinct(theirs, (row) => depositor[row]) >= 2 ? theirs : [];
}

/** Two or more cash deposits within 24 hours, each under 10,000 dollars and together 4,000 or more. */
export function cashUnderThreshold(one: Case): readonly number[] {
  const { amount, time } = one.rows;
  const deposits = cashIn(one, [ABM, BRANCH]).filter((row) => amount[row] < 1_000_000);
  const out = new Set<number>();
  for (let i = 0; i < deposits.length; i++) {
    let sum = amount[deposits[i]];
    for (let j = i + 1; j < deposits.length && time[deposits[j]] - time[deposits[i]] <= DAY_MS; j++) {
      sum += amount[deposits[j]];
      if (sum >= 400_000) for (let k = i; k <= j; k++) out.add(deposits[k]);
    }
  }
  return [...out];
}

/** Ten or more e-transfers of 80 to 800 dollars from ten or more senders in 30 days. */
export function manySenders(one: Case): readonly number[] {
  const { amount, party } = one.rows;
  const similar = crowded(
    one,
    transfersIn(one).filter((row) => amount[row] >= 8000 && amount[row] <= 80_000),
    10,
  );
  return distinct(similar, (row) => party[row]) >= 10 ? similar : [];
}

/** Four or more e-transfers in 30 days whose message speaks of bookings, appointments or rooms. */
export const codedMemos = (one: Case) =>
  crowded(
    one,
    transfersIn(one).filter((row) => one.rows.booking[row] >= 0),
    4,
  );

/** Three or more sums of 100 dollars or more of which 70 % or more leaves at once, within a day. */
export function inAndOut(one: Case): readonly number[] {
  const { amount, channel, credit, time } = one.rows;
  const out = new Set<number>();
  let pairs = 0;
  for (const row of cashOrTransferIn(one)) {
    let paired = false;
    for (let next = row + 1; next < one.to && time[next] - time[row] <= DAY_MS; next++) {
      if (credit[next] === 1 || !OUTWARD.has(channel[next]) || amount[next] > amount[row] || amount[next] < amount[row] * 0.7)
        continue;
      out.add(row).add(next);
      paired = true;
    }
    if (paired) pairs++;
  }
  return pairs >= 3 ? [...out] : [];
}

function cashOrTransferIn(one: Case): number[] {
  const { amount, channel, credit } = one.rows;
  return rowsWhere(
    one,
    (row) =>
      credit[row] === 1 &&
      amount[row] >= 10_000 &&
      (channel[row] === TRANSFER || channel[row] === ABM || channel[row] === BRANCH),
  );
}

/** Three or more e-transfers to one receiver, each within a day of an income of 150 dollars or more, and 40 % of it or more. */
export function passedOn(one: Case): readonly number[] {
  const { amount, channel, code, credit, party, time } = one.rows;
  const incomes = rowsWhere(
    one,
    (row) => credit[row] === 1 && amount[row] >= 15_000 && (channel[row] === TRANSFER || PAY.has(code[row])),
  );
  const byReceiver = new Map<number, Set<number>>();
  for (const row of incomes) {
    for (let next = row + 1; next < one.to && time[next] - time[row] <= DAY_MS; next++) {
      if (credit[next] === 1 || channel[next] !== TRANSFER || amount[next] < amount[row] * 0.4) continue;
      const sums = byReceiver.get(party[next]) ?? new Set<number>();
      byReceiver.set(party[next], sums.add(next));
    }
  }
  return [...byReceiver.values()].filter((sums) => sums.size >= 3).flatMap((sums) => [...sums]);
}

/** Money in beyond what was stated: more than 1.3 times the stated income of these days and 2,500 dollars. Pay itself does not show it. */
export function beyondIncome(one: Case): readonly number[] {
  const { amount, code, credit } = one.rows;
  if (one.incomeCents < 0 || one.business) return [];
  let sum = 0;
  for (let row = one.from; row < one.to; row++) if (credit[row] === 1) sum += amount[row];
  if (sum <= (one.incomeCents * 1.3 * one.days) / 365 + 250_000) return [];
  return rowsWhere(
    one,
    (row) => credit[row] === 1 && amount[row] >= 10_000 && (CODES[code[row]] === "transfer" || CODES[code[row]] === "deposit"),
  );
}
