/** The indicators that this world plants, by catalogue id in the order of their text; an indicator's place here is its bit. */
export const INDICATORS = [
  "account-used-by-another",
  "business-after-hours",
  "business-pays-for-rooms-and-rides",
  "cash-night-or-many-cities",
  "cash-under-threshold",
  "coded-memos",
  "contact-changed-to-anothers",
  "frequent-fast-food",
  "frequent-prepaid-cards",
  "frequent-tickets",
  "in-and-out-within-a-day",
  "income-passed-on",
  "many-cities-in-days",
  "many-rides",
  "many-unrelated-senders",
  "night-activity",
  "personal-supplies-out-of-pattern",
  "short-stays-many-cities",
  "small-ad-payments",
  "small-virtual-currency",
  "spoken-for",
  "third-party-cash",
  "turnover-beyond-income",
  "venue-payments-after-closing",
] as const;
export type Indicator = (typeof INDICATORS)[number];

/** The bit of each named indicator, together. */
export function bitsOf(...indicators: readonly Indicator[]): number {
  return indicators.reduce((bits, indicator) => bits | (1 << INDICATORS.indexOf(indicator)), 0);
}
