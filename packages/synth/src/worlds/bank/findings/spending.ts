/** Predicates about what an account buys, where and when. Thresholds are ours; the catalogue names the published signs behind them. */
import { PARTY } from "../ground/vocabulary.ts";
import { costly, crowded, DAY_MS, NONE, varied, type Case } from "./predicate.ts";

/** Five or more payments of at most 30 dollars to classified sites in 30 days. */
export const smallAdPayments = (one: Case) =>
  crowded(
    one,
    one.of.ads.filter((row) => one.rows.amount[row] <= 3000),
    5,
  );
/** Three or more payments to classified sites abroad in 30 days. */
export const foreignAdSites = (one: Case) =>
  crowded(
    one,
    one.of.ads.filter((row) => one.rows.abroad[row] === 1),
    3,
  );
/** Fourteen or more purchases of fast food in 30 days. */
export const frequentFastFood = (one: Case) => crowded(one, one.of.fastFood, 14);
/** Four or more orders of fast food of 50 dollars or more in 30 days, by a household of at most three. */
export const foodForSeveral = (one: Case) =>
  one.household > 3
    ? NONE
    : crowded(
        one,
        one.of.fastFood.filter((row) => one.rows.amount[row] >= 5000),
        4,
      );
/** Ten or more rides in 30 days. */
export const manyRides = (one: Case) => crowded(one, one.of.rides, 10);
/** Four or more train, coach or air tickets in 30 days. */
export const frequentTickets = (one: Case) => crowded(one, one.of.tickets, 4);
/** Twelve or more drug-store, cosmetics or clothing purchases in 30 days. */
export const personalSupplies = (one: Case) => crowded(one, one.of.supplies, 12);
/** Four or more loads of prepaid cards in 30 days. */
export const frequentPrepaidCards = (one: Case) => crowded(one, one.of.loads, 4);
/** Five or more purchases of virtual currency of at most 50 dollars in 30 days. */
export const smallVirtualCurrency = (one: Case) =>
  crowded(
    one,
    one.of.coins.filter((row) => one.rows.amount[row] <= 5000),
    5,
  );
/** Six or more payments of at most 60 dollars to two or more telephone companies in 30 days. */
export function phoneTopUps(one: Case): readonly number[] {
  const small = crowded(
    one,
    one.of.telephone.filter((row) => one.rows.amount[row] <= 6000),
    6,
  );
  return varied(one, small, 2, (row) => one.rows.party[row]);
}

/** 600 dollars or more for jewellery and betting in 30 days, and more than a fifth of a month's stated income. */
export function luxury(one: Case): readonly number[] {
  if (one.business) return NONE;
  return costly(one, one.of.luxury, Math.max(60_000, one.incomeCents / 60));
}

/** Hotels in three or more cities within 30 days. */
export const shortStays = (one: Case) => varied(one, one.of.lodging, 3, (row) => one.rows.city[row]);

/** Hotels for 1,200 dollars or more in 30 days, and more than a quarter of a month's stated income. */
export function lodgingBeyondProfile(one: Case): readonly number[] {
  if (one.business) return NONE;
  return costly(one, one.of.lodging, Math.max(120_000, one.incomeCents / 48));
}

/** Two or more amounts held by hotels that were never charged, where cash of at least half of it was taken within two days. */
export function lodgingInCash(one: Case): readonly number[] {
  const { amount, party, time } = one.rows;
  const out = new Set<number>();
  let settled = 0;
  for (const hold of one.of.holds) {
    const near = (row: number, days: number) => time[row] >= time[hold] && time[row] - time[hold] <= days * DAY_MS;
    if (one.of.lodging.some((row) => party[row] === party[hold] && near(row, 5))) continue;
    const cash = one.of.cashOut.filter((row) => near(row, 2) && amount[row] >= amount[hold] * 0.5);
    if (cash.length === 0) continue;
    settled++;
    for (const row of [hold, ...cash]) out.add(row);
  }
  return settled >= 2 ? [...out] : NONE;
}

/** Card payments and cash in four or more cities within 7 days. */
export const manyCities = (one: Case) => varied(one, one.of.placed, 4, (row) => one.rows.city[row], 7 * DAY_MS);

/** Fourteen or more purchases, transfers or cash rows at night in 30 days. */
export const nightActivity = (one: Case) => (one.business ? NONE : crowded(one, one.of.night, 14));

/** Three or more card payments at bars, salons or spas outside the venue's hours in 30 days. */
export function afterClosing(one: Case): readonly number[] {
  const { rows, merchants } = one;
  const late = one.of.venues.filter((row) => {
    if (rows.partyKind[row] !== PARTY.merchant) return false;
    const merchant = rows.partyNumber(rows.party[row]);
    return isClosed(rows.minute[row], merchants.openMinute[merchant], merchants.closeMinute[merchant]);
  });
  return crowded(one, late, 3);
}

/** True when a place with these hours is closed; hours may run past midnight. */
function isClosed(minute: number, open: number, close: number): boolean {
  const open1 = minute >= open && minute <= close;
  const open2 = minute + 1440 >= open && minute + 1440 <= close;
  return !open1 && !open2;
}

/** A business that buys five or more hotel nights, rides or drug-store goods in 30 days. */
export function businessRooms(one: Case): readonly number[] {
  if (!one.business) return NONE;
  const bought = [...one.of.lodging, ...one.of.rides, ...one.of.supplies.filter((row) => one.rows.mcc[row] === 5912)];
  return crowded(
    one,
    bought.sort((a, b) => a - b),
    5,
  );
}

/** Three or more card sales of a business outside its hours in 30 days. */
export function businessAfterHours(one: Case): readonly number[] {
  if (!one.business) return NONE;
  const late = one.of.sales.filter((row) => isClosed(one.rows.minute[row], one.openMinute, one.closeMinute));
  return crowded(one, late, 3);
}
