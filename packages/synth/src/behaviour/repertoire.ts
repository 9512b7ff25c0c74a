/** Which behaviour shows which indicator, and who shows what how often: rings by typology and role, look-alikes by group. */
import type { Role } from "@vigie/sdk";
import type { Indicator } from "../indicators.ts";
import type { Typology } from "../plan.ts";
import type { Act } from "./act.ts";
import { anotherLogsIn, anotherSpeaks, contactBecomesAnothers } from "./control-acts.ts";
import {
  depositsAtNight,
  emptiesQuickly,
  manySend,
  othersDeposit,
  sellsLate,
  sendsPayOn,
  splitsCash,
  takesBookings,
} from "./money-acts.ts";
import {
  advertises,
  buysCoins,
  eatsFast,
  hostsOthers,
  livesAtNight,
  loadsCards,
  paysLate,
  rides,
  stocksUp,
  tours,
  travels,
} from "./spending-acts.ts";

/** Indicators that a behaviour of their own shows (turnover beyond income comes with the money of the others). */
export const BEHAVIOURS: Readonly<Partial<Record<Indicator, (act: Act) => void>>> = {
  "account-used-by-another": anotherLogsIn,
  "business-after-hours": sellsLate,
  "business-pays-for-rooms-and-rides": hostsOthers,
  "cash-night-or-many-cities": depositsAtNight,
  "cash-under-threshold": splitsCash,
  "coded-memos": takesBookings,
  "contact-changed-to-anothers": contactBecomesAnothers,
  "frequent-fast-food": eatsFast,
  "frequent-prepaid-cards": loadsCards,
  "frequent-tickets": travels,
  "in-and-out-within-a-day": emptiesQuickly,
  "income-passed-on": sendsPayOn,
  "many-rides": rides,
  "many-unrelated-senders": manySend,
  "night-activity": livesAtNight,
  "personal-supplies-out-of-pattern": stocksUp,
  "short-stays-many-cities": tours,
  "small-ad-payments": advertises,
  "small-virtual-currency": buysCoins,
  "spoken-for": anotherSpeaks,
  "third-party-cash": othersDeposit,
  "venue-payments-after-closing": paysLate,
};

/** Indicator → how likely it is shown. */
export type Repertoire = Readonly<Partial<Record<Indicator, number>>>;

const EXPLOITED: Repertoire = {
  "spoken-for": 0.3,
  "account-used-by-another": 0.4,
  "contact-changed-to-anothers": 0.25,
  "frequent-fast-food": 0.3,
  "many-rides": 0.3,
  "personal-supplies-out-of-pattern": 0.25,
  "night-activity": 0.35,
};
const CONTROLLER: Repertoire = {
  "small-ad-payments": 0.45,
  "many-rides": 0.3,
  "frequent-prepaid-cards": 0.35,
  "small-virtual-currency": 0.3,
  "personal-supplies-out-of-pattern": 0.3,
};
const HELPER: Repertoire = {
  "cash-night-or-many-cities": 0.35,
  "frequent-tickets": 0.35,
  "frequent-prepaid-cards": 0.3,
  "in-and-out-within-a-day": 0.35,
  "night-activity": 0.3,
};

const BY_ROLE: Readonly<Record<Role, Repertoire>> = {
  exploited: EXPLOITED,
  controller: CONTROLLER,
  facilitator: HELPER,
  mule: { ...HELPER, "third-party-cash": 0.3 },
  front: {
    "business-after-hours": 0.75,
    "business-pays-for-rooms-and-rides": 0.6,
    "cash-under-threshold": 0.5,
    "small-ad-payments": 0.4,
    "cash-night-or-many-cities": 0.3,
  },
};

const BY_TYPOLOGY: Readonly<Record<Typology, Repertoire>> = {
  "cash-pooler": {
    "cash-night-or-many-cities": 0.65,
    "third-party-cash": 0.6,
    "cash-under-threshold": 0.4,
    "in-and-out-within-a-day": 0.35,
  },
  "city-circuit": {
    "short-stays-many-cities": 0.75,
    "frequent-tickets": 0.4,
    "many-rides": 0.45,
    "small-ad-payments": 0.4,
    "cash-night-or-many-cities": 0.35,
  },
  "e-transfer-collector": {
    "many-unrelated-senders": 0.65,
    "coded-memos": 0.55,
    "in-and-out-within-a-day": 0.45,
    "small-ad-payments": 0.4,
  },
  "front-business": {
    "venue-payments-after-closing": 0.5,
    "coded-memos": 0.35,
    "night-activity": 0.4,
    "cash-under-threshold": 0.3,
  },
};

const BUSINESS_ONLY: readonly Indicator[] = ["business-after-hours", "business-pays-for-rooms-and-rides"];
const BUSINESS_TOO: readonly Indicator[] = [
  ...BUSINESS_ONLY,
  "cash-under-threshold",
  "small-ad-payments",
  "cash-night-or-many-cities",
  "third-party-cash",
  "many-unrelated-senders",
  "coded-memos",
  "in-and-out-within-a-day",
];

/** True where an account of that kind can show the indicator. */
export function suits(indicator: Indicator, business: boolean): boolean {
  return business ? BUSINESS_TOO.includes(indicator) : !BUSINESS_ONLY.includes(indicator);
}

/** What a ring's member may show. */
export function repertoireOf(typology: Typology, role: Role): Repertoire {
  return { ...BY_ROLE[role], ...BY_TYPOLOGY[typology] };
}

export const GROUP_REPERTOIRES: Readonly<Record<string, Repertoire>> = {
  "families-with-pooled-accounts": {
    "income-passed-on": 0.35,
    "in-and-out-within-a-day": 0.4,
    "spoken-for": 0.4,
    "third-party-cash": 0.3,
    "contact-changed-to-anothers": 0.35,
    "account-used-by-another": 0.3,
    "many-unrelated-senders": 0.15,
  },
  "gig-drivers": {
    "night-activity": 0.55,
    "frequent-fast-food": 0.55,
    "in-and-out-within-a-day": 0.25,
    "frequent-prepaid-cards": 0.2,
    "cash-night-or-many-cities": 0.35,
    "many-rides": 0.15,
  },
  "newcomers-sending-money-home": {
    "income-passed-on": 0.65,
    "in-and-out-within-a-day": 0.4,
    "spoken-for": 0.45,
    "third-party-cash": 0.3,
    "frequent-prepaid-cards": 0.35,
    "contact-changed-to-anothers": 0.15,
  },
  "night-shift-and-event-staff": {
    "night-activity": 0.6,
    "many-rides": 0.5,
    "frequent-fast-food": 0.4,
    "cash-night-or-many-cities": 0.5,
    "venue-payments-after-closing": 0.45,
    "personal-supplies-out-of-pattern": 0.2,
  },
  "self-employed-personal-services": {
    "small-ad-payments": 0.6,
    "many-unrelated-senders": 0.6,
    "coded-memos": 0.6,
    "personal-supplies-out-of-pattern": 0.45,
    "cash-night-or-many-cities": 0.2,
    "frequent-prepaid-cards": 0.1,
  },
  "small-cash-businesses": {
    "cash-under-threshold": 0.6,
    "business-after-hours": 0.55,
    "third-party-cash": 0.45,
    "small-ad-payments": 0.35,
    "business-pays-for-rooms-and-rides": 0.3,
    "cash-night-or-many-cities": 0.35,
  },
  "students-sharing-rent": {
    "many-unrelated-senders": 0.35,
    "frequent-fast-food": 0.55,
    "in-and-out-within-a-day": 0.4,
    "coded-memos": 0.25,
    "frequent-tickets": 0.3,
    "small-virtual-currency": 0.25,
  },
  "touring-performers": {
    "short-stays-many-cities": 0.75,
    "frequent-tickets": 0.5,
    "frequent-fast-food": 0.3,
    "account-used-by-another": 0.3,
    "many-rides": 0.3,
    "coded-memos": 0.3,
    "venue-payments-after-closing": 0.2,
  },
  "travelling-nurses": {
    "short-stays-many-cities": 0.5,
    "frequent-tickets": 0.5,
    "night-activity": 0.5,
    "frequent-fast-food": 0.35,
    "many-rides": 0.35,
    "account-used-by-another": 0.2,
    "personal-supplies-out-of-pattern": 0.2,
  },
};
