/** Which behaviour shows which indicator, and in which kind of account. */
import type { Indicator } from "../indicators.ts";
import type { Act } from "./act.ts";
import { hostsOthers, returnsWages, sellsLate } from "./business-acts.ts";
import { depositsAtNight, funnelsCash, othersDeposit, splitsCash } from "./cash-acts.ts";
import { anotherLogsIn, anotherSpeaks, contactBecomesAnothers, movesInWithAnother } from "./control-acts.ts";
import { buysCoins, hides, loadsCards, topsUp, turnsIntoCoins } from "./service-acts.ts";
import * as spending from "./spending-acts.ts";
import { emptiesQuickly, gathers, manySend, sendsPayOn, takesBookings } from "./transfer-acts.ts";
import { rentsMore, settlesInCash, staysLong, tours, travels } from "./travel-acts.ts";

/** Indicators that a behaviour of their own shows; the others come with the money of these, or with wires. */
export const BEHAVIOURS: Readonly<Partial<Record<Indicator, (act: Act) => void>>> = {
  "account-used-by-another": anotherLogsIn,
  "business-after-hours": sellsLate,
  "business-pays-for-rooms-and-rides": hostsOthers,
  "cash-night-or-many-cities": depositsAtNight,
  "cash-under-threshold": splitsCash,
  "coded-memos": takesBookings,
  "collector-star": gathers,
  "contact-changed-to-anothers": contactBecomesAnothers,
  "food-for-several": spending.feedsSeveral,
  "foreign-ad-sites": spending.advertisesAbroad,
  "frequent-fast-food": spending.eatsFast,
  "frequent-prepaid-cards": loadsCards,
  "frequent-tickets": travels,
  "funnel-account": funnelsCash,
  "hidden-behind-processors": hides,
  "high-ad-spending": spending.advertisesMuch,
  "in-and-out-within-a-day": emptiesQuickly,
  "income-passed-on": sendsPayOn,
  "lodging-beyond-profile": staysLong,
  "lodging-settled-in-cash": settlesInCash,
  "luxury-without-business": spending.livesLarge,
  "many-phone-top-ups": topsUp,
  "many-rides": spending.rides,
  "many-unrelated-senders": manySend,
  "night-activity": spending.livesAtNight,
  "payment-service-to-currency": turnsIntoCoins,
  "personal-supplies-out-of-pattern": spending.stocksUp,
  "several-rents": rentsMore,
  "shared-device-or-address": movesInWithAnother,
  "short-stays-many-cities": (act) => tours(act),
  "small-ad-payments": spending.advertises,
  "small-virtual-currency": buysCoins,
  "spoken-for": anotherSpeaks,
  "third-party-cash": othersDeposit,
  "venue-payments-after-closing": spending.paysLate,
  "wages-returned": returnsWages,
};

/**
 * Those that take the holder out of town, in the order in which their journeys are booked: the longest first. All others
 * happen wherever the holder is then.
 */
const TRAVELLING: readonly Indicator[] = [
  "short-stays-many-cities",
  "lodging-beyond-profile",
  "cash-night-or-many-cities",
  "funnel-account",
  "lodging-settled-in-cash",
  "frequent-tickets",
];

/** Something unusual that an account is about to do. */
export interface Deed {
  readonly indicator: Indicator;
  readonly perform: () => void;
}

/** Deeds that take the holder out of town, in the order in which they are done; and all the rest. */
export function byPlace(deeds: readonly Deed[]): readonly [away: readonly Deed[], rest: readonly Deed[]] {
  const away = TRAVELLING.flatMap((travelling) => deeds.filter(({ indicator }) => indicator === travelling));
  return [away, deeds.filter(({ indicator }) => !TRAVELLING.includes(indicator))];
}

/** Those that show their indicator whatever else the account does. */
export const CERTAIN: ReadonlySet<Indicator> = new Set<Indicator>([
  "business-after-hours",
  "coded-memos",
  "frequent-fast-food",
  "frequent-prepaid-cards",
  "frequent-tickets",
  "many-rides",
  "personal-supplies-out-of-pattern",
  "small-ad-payments",
  "small-virtual-currency",
  "spoken-for",
  "third-party-cash",
]);

/** Indicator → how likely it is shown. */
export type Repertoire = Readonly<Partial<Record<Indicator, number>>>;

const BUSINESS_ONLY: readonly Indicator[] = ["business-after-hours", "business-pays-for-rooms-and-rides", "wages-returned"];
const BUSINESS_TOO: readonly Indicator[] = [
  ...BUSINESS_ONLY,
  "cash-night-or-many-cities",
  "cash-under-threshold",
  "coded-memos",
  "collector-star",
  "foreign-ad-sites",
  "funnel-account",
  "hidden-behind-processors",
  "high-ad-spending",
  "in-and-out-within-a-day",
  "many-unrelated-senders",
  "payment-service-to-currency",
  "several-rents",
  "small-ad-payments",
  "third-party-cash",
];

/** True where an account of that kind can show the indicator. */
export function suits(indicator: Indicator, business: boolean): boolean {
  return business ? BUSINESS_TOO.includes(indicator) : !BUSINESS_ONLY.includes(indicator);
}
