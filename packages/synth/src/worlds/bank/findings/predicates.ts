/** One predicate for each indicator, written once: it labels, it checks what was planted, and it tells whom else it is true of. */
import type { Indicator } from "../indicators.ts";
import * as control from "./control.ts";
import * as money from "./money.ts";
import type { Predicate } from "./predicate.ts";
import * as spending from "./spending.ts";

export const PREDICATES: Readonly<Record<Indicator, Predicate>> = {
  "account-used-by-another": control.usedByAnother,
  "business-after-hours": spending.businessAfterHours,
  "business-pays-for-rooms-and-rides": spending.businessRooms,
  "cash-heavy-without-payroll": money.cashHeavy,
  "cash-night-or-many-cities": money.cashNightOrCities,
  "cash-under-threshold": money.cashUnderThreshold,
  "coded-memos": money.codedMemos,
  "collector-star": money.collectorStar,
  "contact-changed-to-anothers": control.contactChanged,
  "food-for-several": spending.foodForSeveral,
  "foreign-ad-sites": spending.foreignAdSites,
  "frequent-fast-food": spending.frequentFastFood,
  "frequent-prepaid-cards": spending.frequentPrepaidCards,
  "frequent-tickets": spending.frequentTickets,
  "funnel-account": money.funnel,
  "hidden-behind-processors": money.hiddenBehindProcessors,
  "high-ad-spending": money.highAdSpending,
  "in-and-out-within-a-day": money.inAndOut,
  "income-passed-on": money.passedOn,
  "lodging-beyond-profile": spending.lodgingBeyondProfile,
  "lodging-settled-in-cash": spending.lodgingInCash,
  "luxury-without-business": spending.luxury,
  "many-cities-in-days": spending.manyCities,
  "many-phone-top-ups": spending.phoneTopUps,
  "many-rides": spending.manyRides,
  "many-unrelated-senders": money.manySenders,
  "night-activity": spending.nightActivity,
  "payment-service-to-currency": money.serviceToCurrency,
  "personal-supplies-out-of-pattern": spending.personalSupplies,
  "several-rents": money.severalRents,
  "shared-device-or-address": control.addressShared,
  "shared-foreign-receiver": money.sharedReceiver,
  "short-stays-many-cities": spending.shortStays,
  "small-ad-payments": spending.smallAdPayments,
  "small-virtual-currency": spending.smallVirtualCurrency,
  "spoken-for": control.spokenFor,
  "third-party-cash": money.thirdPartyCash,
  "turnover-beyond-income": money.beyondIncome,
  "venue-payments-after-closing": spending.afterClosing,
  "wages-returned": money.wagesReturned,
};

/** Indicators whose evidence is events; that of all others is transactions. */
export const OF_EVENTS: ReadonlySet<Indicator> = new Set<Indicator>([
  "account-used-by-another",
  "contact-changed-to-anothers",
  "shared-device-or-address",
  "spoken-for",
]);
