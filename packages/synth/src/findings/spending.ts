/** Predicates about what an account buys, where and when. Thresholds are ours; the catalogue names the published signs behind them. */
import { CHANNELS, PARTY, STATUS } from "../ground/vocabulary.ts";
import { VENUE_MCCS } from "../ground/merchant-kinds.ts";
import { crowded, distinct, rowsWhere, type Case } from "./predicate.ts";

const POS = CHANNELS.indexOf("pos");
const NIGHT_CHANNELS = new Set([POS, CHANNELS.indexOf("online"), CHANNELS.indexOf("e-transfer"), CHANNELS.indexOf("abm-cash")]);
const PREPAID = CHANNELS.indexOf("prepaid");
const CURRENCY = CHANNELS.indexOf("virtual-currency");
const WEEK_MS = 7 * 86_400_000;

function bought(one: Case, mccs: readonly number[]): number[] {
  const { mcc, credit, status } = one.rows;
  return rowsWhere(one, (row) => mccs.includes(mcc[row]) && credit[row] === 0 && status[row] === STATUS.posted);
}

/** At night: between 22:00 and 06:00, local time. */
export function atNight(one: Case, row: number): boolean {
  const minute = one.rows.minute[row];
  return minute >= 1320 || minute < 360;
}

/** Five or more payments of at most 30 dollars to classified sites in 30 days. */
export const smallAdPayments = (one: Case) =>
  crowded(
    one,
    bought(one, [7311]).filter((row) => one.rows.amount[row] <= 3000),
    5,
  );
/** Fourteen or more purchases of fast food in 30 days. */
export const frequentFastFood = (one: Case) => crowded(one, bought(one, [5814]), 14);
/** Ten or more rides in 30 days. */
export const manyRides = (one: Case) => crowded(one, bought(one, [4121]), 10);
/** Four or more train, coach or air tickets in 30 days. */
export const frequentTickets = (one: Case) => crowded(one, bought(one, [4112, 4131, 4511]), 4);
/** Twelve or more drug-store, cosmetics or clothing purchases in 30 days. */
export const personalSupplies = (one: Case) => crowded(one, bought(one, [5912, 5977, 5651]), 12);
/** Four or more loads of prepaid cards in 30 days. */
export const frequentPrepaidCards = (one: Case) =>
  crowded(
    one,
    rowsWhere(one, (row) => one.rows.channel[row] === PREPAID),
    4,
  );
/** Five or more purchases of virtual currency of at most 50 dollars in 30 days. */
export const smallVirtualCurrency = (one: Case) =>
  crowded(
    one,
    rowsWhere(one, (row) => one.rows.channel[row] === CURRENCY && one.rows.amount[row] <= 5000),
    5,
  );

/** Hotels in three or more cities other than home within 30 days. */
export function shortStays(one: Case): readonly number[] {
  const stays = crowded(one, bought(one, [7011]), 3);
  return distinct(stays, (row) => one.rows.city[row]) >= 3 ? stays : [];
}

/** Card payments and cash in four or more cities within 7 days. */
export function manyCities(one: Case): readonly number[] {
  const { city, time, status } = one.rows;
  const seen = rowsWhere(one, (row) => city[row] >= 0 && status[row] === STATUS.posted);
  const out = new Set<number>();
  let last = 0;
  for (let i = 0; i < seen.length; i++) {
    while (last < seen.length && time[seen[last]] - time[seen[i]] <= WEEK_MS) last++;
    const cities = new Set<number>();
    for (let j = i; j < last; j++) cities.add(city[seen[j]]);
    if (cities.size >= 4) for (let j = i; j < last; j++) out.add(seen[j]);
  }
  return [...out];
}

/** Fourteen or more purchases, transfers or cash rows at night in 30 days. */
export function nightActivity(one: Case): readonly number[] {
  if (one.business) return [];
  return crowded(
    one,
    rowsWhere(one, (row) => NIGHT_CHANNELS.has(one.rows.channel[row]) && atNight(one, row)),
    14,
  );
}

/** Three or more card payments at bars, salons or spas outside the venue's hours in 30 days. */
export function afterClosing(one: Case): readonly number[] {
  const { rows, merchants } = one;
  const late = bought(one, VENUE_MCCS).filter((row) => {
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
export const businessRooms = (one: Case) => (one.business ? crowded(one, bought(one, [7011, 4121, 5912]), 5) : []);

/** Three or more card sales of a business outside its hours in 30 days. */
export function businessAfterHours(one: Case): readonly number[] {
  if (!one.business) return [];
  const { channel, credit } = one.rows;
  return crowded(
    one,
    rowsWhere(
      one,
      (row) => channel[row] === POS && credit[row] === 1 && isClosed(one.rows.minute[row], one.openMinute, one.closeMinute),
    ),
    3,
  );
}
