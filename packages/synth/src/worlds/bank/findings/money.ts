/** Predicates about money that comes and goes. Thresholds are ours; the catalogue names the published signs behind them. */
import { CHANNELS } from "@vigie/spec/bank";
import { CODES } from "../ground/vocabulary.ts";
import { isNight } from "./buckets.ts";
import { costly, crowded, DAY_MS, followed, NONE, varied, type Case } from "./predicate.ts";

const ABM = CHANNELS.indexOf("abm-cash");
const [TRANSFER, DEPOSIT] = [CODES.indexOf("transfer"), CODES.indexOf("deposit")];
const PERSONAL_SERVICES: readonly string[] = ["nail and beauty salon", "massage studio", "barber shop"];

/** Three or more cash deposits by machine in three or more cities, or three or more at night, in 30 days. */
export function cashNightOrCities(one: Case): readonly number[] {
  const { channel, city, minute } = one.rows;
  const deposits = one.of.cashIn.filter((row) => channel[row] === ABM);
  const far = varied(one, deposits, 3, (row) => city[row]);
  if (far.length > 0) return far;
  return crowded(
    one,
    deposits.filter((row) => isNight(minute[row])),
    3,
  );
}

/** Three or more cash deposits by two or more third parties in 30 days. */
export function thirdPartyCash(one: Case): readonly number[] {
  const { depositor } = one.rows;
  const theirs = crowded(
    one,
    one.of.cashIn.filter((row) => depositor[row] >= 0),
    3,
  );
  return varied(one, theirs, 2, (row) => depositor[row]);
}

/** Two or more cash deposits within 24 hours, each under 10,000 dollars and together 4,000 or more. */
export function cashUnderThreshold(one: Case): readonly number[] {
  const { amount, time } = one.rows;
  const deposits = one.of.cashIn;
  const out = new Set<number>();
  for (let i = 0; i < deposits.length; i++) {
    let sum = amount[deposits[i]];
    if (sum >= 1_000_000) continue;
    for (let j = i + 1; j < deposits.length && time[deposits[j]] - time[deposits[i]] <= DAY_MS; j++) {
      if (amount[deposits[j]] >= 1_000_000) continue;
      sum += amount[deposits[j]];
      if (sum >= 400_000) for (let k = i; k <= j; k++) if (amount[deposits[k]] < 1_000_000) out.add(deposits[k]);
    }
  }
  return out.size === 0 ? NONE : [...out];
}

/** Two or more cash deposits of 100 dollars or more, each followed within two days by cash of half of it or more in another city. */
export function funnel(one: Case): readonly number[] {
  const { amount, city } = one.rows;
  const deposits = one.of.cashIn.filter((row) => amount[row] >= 10_000 && city[row] >= 0);
  return followed(
    one,
    deposits,
    one.of.cashOut,
    2,
    2 * DAY_MS,
    (before, after) => city[after] !== city[before] && amount[after] >= amount[before] * 0.5,
  );
}

/** Ten or more e-transfers of 80 to 800 dollars from ten or more senders in 30 days. */
export function manySenders(one: Case): readonly number[] {
  if (one.of.transfersIn.length < 10) return NONE;
  const { amount, party } = one.rows;
  const similar = one.of.transfersIn.filter((row) => amount[row] >= 8000 && amount[row] <= 80_000);
  return varied(one, similar, 10, (row) => party[row]);
}

/** Three or more people who each send 100 dollars or more three times or more. */
export function collectorStar(one: Case): readonly number[] {
  if (one.of.transfersIn.length < 9) return NONE;
  const { amount, party } = one.rows;
  const sums = one.of.transfersIn.filter((row) => amount[row] >= 10_000);
  const counts = new Map<number, number>();
  for (const row of sums) counts.set(party[row], (counts.get(party[row]) ?? 0) + 1);
  const regular = sums.filter((row) => (counts.get(party[row]) ?? 0) >= 3);
  return new Set(regular.map((row) => party[row])).size >= 3 ? regular : NONE;
}

/** Four or more e-transfers in 30 days whose message speaks of bookings, appointments or rooms. */
export const codedMemos = (one: Case) =>
  crowded(
    one,
    one.of.transfersIn.filter((row) => one.rows.booking[row] >= 0),
    4,
  );

/** Three or more sums of 100 dollars or more, in cash or by e-transfer, of which 70 % or more leaves at once, within a day. */
export function inAndOut(one: Case): readonly number[] {
  const { amount } = one.rows;
  if (one.of.outward.length === 0 || one.of.transfersIn.length + one.of.cashIn.length < 3) return NONE;
  const sums = [...one.of.transfersIn, ...one.of.cashIn].filter((row) => amount[row] >= 10_000).sort((a, b) => a - b);
  return followed(
    one,
    sums,
    one.of.outward,
    3,
    DAY_MS,
    (before, after) => amount[after] <= amount[before] && amount[after] >= amount[before] * 0.7,
  );
}

/** Three or more e-transfers to one receiver, each within a day of an income of 150 dollars or more, and 40 % of it or more. */
export function passedOn(one: Case): readonly number[] {
  if (one.of.transfersOut.length < 3) return NONE;
  const { amount, party, time } = one.rows;
  const incomes = [...one.of.transfersIn, ...one.of.pays].filter((row) => amount[row] >= 15_000).sort((a, b) => a - b);
  const byReceiver = new Map<number, Set<number>>();
  let start = 0;
  for (const row of incomes) {
    while (start < one.of.transfersOut.length && one.of.transfersOut[start] <= row) start++;
    for (let i = start; i < one.of.transfersOut.length; i++) {
      const after = one.of.transfersOut[i];
      if (time[after] - time[row] > DAY_MS) break;
      if (amount[after] < amount[row] * 0.4) continue;
      const sums = byReceiver.get(party[after]) ?? new Set<number>();
      byReceiver.set(party[after], sums.add(after));
    }
  }
  return [...byReceiver.values()].filter((sums) => sums.size >= 3).flatMap((sums) => [...sums]);
}

/** Money in beyond what was stated: more than 1.3 times the stated income of these days and 2,500 dollars. Pay itself does not show it. */
export function beyondIncome(one: Case): readonly number[] {
  const { amount, code } = one.rows;
  if (one.incomeCents < 0 || one.business) return NONE;
  if (one.inwardCents <= (one.incomeCents * 1.3 * one.days) / 365 + 250_000) return NONE;
  return [...one.of.transfersIn, ...one.of.cashIn, ...one.of.cheques].filter(
    (row) => amount[row] >= 10_000 && (code[row] === TRANSFER || code[row] === DEPOSIT),
  );
}

/** Three or more sums of at most 250 dollars by a payment service, each followed within three days by currency of half of it or more. */
export function serviceToCurrency(one: Case): readonly number[] {
  const { amount } = one.rows;
  const small = one.of.serviceIn.filter((row) => amount[row] <= 25_000);
  return followed(one, small, one.of.coins, 3, 3 * DAY_MS, (before, after) => amount[after] >= amount[before] * 0.5);
}

/** Five or more rows of a payment service in 30 days that name no other side. */
export const hiddenBehindProcessors = (one: Case) => crowded(one, one.of.nameless, 5);

/** Two or more wires to a receiver to whom another client wires too. */
export function sharedReceiver(one: Case): readonly number[] {
  const { party, partyText } = one.rows;
  const shared = one.of.wiresOut.filter((row) => party[row] >= 0 && one.elsewhere.isSharedReceiver(partyText(party[row])));
  return shared.length >= 2 ? shared : NONE;
}

/** Rent to two or more receivers within 20 days. */
export const severalRents = (one: Case) => varied(one, one.of.rents, 2, (row) => one.rows.party[row], 20 * DAY_MS);

/** Of a personal-service business that pays no wages: its cash deposits, where they are half of what comes in or more. */
export function cashHeavy(one: Case): readonly number[] {
  if (!PERSONAL_SERVICES.includes(one.businessType) || one.of.wages.length > 0) return NONE;
  const { amount } = one.rows;
  const cash = one.of.cashIn.reduce((sum, row) => sum + amount[row], 0);
  return cash >= one.inwardCents * 0.5 ? one.of.cashIn : NONE;
}

/** Two or more wages of which half or more comes back from the same person within five days. */
export function wagesReturned(one: Case): readonly number[] {
  const { amount, party } = one.rows;
  return followed(
    one,
    one.of.wages,
    one.of.transfersIn,
    2,
    5 * DAY_MS,
    (before, after) => party[after] === party[before] && amount[after] >= amount[before] * 0.5,
  );
}

/** 300 dollars or more for advertisements in 30 days. */
export const highAdSpending = (one: Case) => costly(one, one.of.ads, 30_000);
