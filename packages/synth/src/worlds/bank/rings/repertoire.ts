/** What a ring's member may show, by role and by the way in which the ring moves its money, and how likely. */
import type { Role } from "@vigie/sdk";
import type { Repertoire } from "../behaviour/behaviours.ts";
import type { Typology } from "../plan.ts";

const HELPER: Repertoire = {
  "cash-night-or-many-cities": 0.3,
  "frequent-tickets": 0.3,
  "frequent-prepaid-cards": 0.25,
  "in-and-out-within-a-day": 0.3,
  "night-activity": 0.25,
  "several-rents": 0.2,
  "many-phone-top-ups": 0.2,
  "food-for-several": 0.2,
};

const BY_ROLE: Readonly<Record<Role, Repertoire>> = {
  exploited: {
    "spoken-for": 0.28,
    "account-used-by-another": 0.35,
    "contact-changed-to-anothers": 0.25,
    "shared-device-or-address": 0.25,
    "frequent-fast-food": 0.25,
    "many-rides": 0.25,
    "personal-supplies-out-of-pattern": 0.22,
    "night-activity": 0.3,
  },
  controller: {
    "small-ad-payments": 0.35,
    "high-ad-spending": 0.25,
    "foreign-ad-sites": 0.2,
    "many-rides": 0.22,
    "frequent-prepaid-cards": 0.25,
    "small-virtual-currency": 0.2,
    "personal-supplies-out-of-pattern": 0.2,
    "food-for-several": 0.22,
    "luxury-without-business": 0.25,
    "several-rents": 0.25,
    "many-phone-top-ups": 0.22,
    "lodging-beyond-profile": 0.2,
  },
  facilitator: { ...HELPER, "several-rents": 0.35, "lodging-settled-in-cash": 0.25, "small-ad-payments": 0.25 },
  mule: { ...HELPER, "third-party-cash": 0.25, "funnel-account": 0.25 },
  front: {
    "business-after-hours": 0.6,
    "business-pays-for-rooms-and-rides": 0.5,
    "cash-under-threshold": 0.45,
    "small-ad-payments": 0.3,
    "high-ad-spending": 0.25,
    "cash-night-or-many-cities": 0.3,
    "wages-returned": 0.4,
    "hidden-behind-processors": 0.25,
    "third-party-cash": 0.25,
  },
};

const BY_TYPOLOGY: Readonly<Record<Typology, Repertoire>> = {
  "advertisement-cards": {
    "small-ad-payments": 0.5,
    "high-ad-spending": 0.4,
    "frequent-prepaid-cards": 0.5,
    "payment-service-to-currency": 0.4,
    "small-virtual-currency": 0.4,
    "foreign-ad-sites": 0.35,
    "many-phone-top-ups": 0.3,
  },
  "cash-pooler": {
    "cash-night-or-many-cities": 0.6,
    "third-party-cash": 0.5,
    "cash-under-threshold": 0.35,
    "in-and-out-within-a-day": 0.3,
    "funnel-account": 0.25,
  },
  "city-circuit": {
    "short-stays-many-cities": 0.65,
    "frequent-tickets": 0.35,
    "many-rides": 0.35,
    "small-ad-payments": 0.35,
    "cash-night-or-many-cities": 0.3,
    "lodging-settled-in-cash": 0.4,
    "lodging-beyond-profile": 0.25,
  },
  "controlled-account": {
    "account-used-by-another": 0.6,
    "contact-changed-to-anothers": 0.4,
    "shared-device-or-address": 0.35,
    "income-passed-on": 0.5,
    "spoken-for": 0.4,
    "third-party-cash": 0.25,
  },
  "cross-border-remittance": {
    "third-party-cash": 0.4,
    "cash-under-threshold": 0.35,
    "in-and-out-within-a-day": 0.35,
    "hidden-behind-processors": 0.3,
    "many-phone-top-ups": 0.25,
  },
  "e-transfer-collector": {
    "many-unrelated-senders": 0.6,
    "coded-memos": 0.5,
    "in-and-out-within-a-day": 0.35,
    "small-ad-payments": 0.3,
    "collector-star": 0.4,
    "hidden-behind-processors": 0.25,
  },
  "front-business": {
    "venue-payments-after-closing": 0.45,
    "coded-memos": 0.35,
    "night-activity": 0.35,
    "cash-under-threshold": 0.3,
    "several-rents": 0.25,
  },
  "mule-funnel": {
    "funnel-account": 0.55,
    "in-and-out-within-a-day": 0.45,
    "cash-night-or-many-cities": 0.35,
    "hidden-behind-processors": 0.3,
    "payment-service-to-currency": 0.3,
    "collector-star": 0.25,
  },
};

/** What a ring's member may show: what both the role and the typology bring. */
export function repertoireOf(typology: Typology, role: Role): Repertoire {
  return { ...BY_ROLE[role], ...BY_TYPOLOGY[typology] };
}
