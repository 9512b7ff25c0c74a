/** The indicators that this world plants, by catalogue id in the order of their text, and sets of them. */
export const INDICATORS = [
  "account-used-by-another",
  "business-after-hours",
  "business-pays-for-rooms-and-rides",
  "cash-heavy-without-payroll",
  "cash-night-or-many-cities",
  "cash-under-threshold",
  "coded-memos",
  "collector-star",
  "contact-changed-to-anothers",
  "food-for-several",
  "foreign-ad-sites",
  "frequent-fast-food",
  "frequent-prepaid-cards",
  "frequent-tickets",
  "funnel-account",
  "hidden-behind-processors",
  "high-ad-spending",
  "in-and-out-within-a-day",
  "income-passed-on",
  "lodging-beyond-profile",
  "lodging-settled-in-cash",
  "luxury-without-business",
  "many-cities-in-days",
  "many-phone-top-ups",
  "many-rides",
  "many-unrelated-senders",
  "night-activity",
  "payment-service-to-currency",
  "personal-supplies-out-of-pattern",
  "several-rents",
  "shared-device-or-address",
  "shared-foreign-receiver",
  "short-stays-many-cities",
  "small-ad-payments",
  "small-virtual-currency",
  "spoken-for",
  "third-party-cash",
  "turnover-beyond-income",
  "venue-payments-after-closing",
  "wages-returned",
] as const;
export type Indicator = (typeof INDICATORS)[number];

const PLACES: ReadonlyMap<Indicator, number> = new Map(INDICATORS.map((indicator, place) => [indicator, place]));

/** An indicator's place in INDICATORS. */
export function placeOf(indicator: Indicator): number {
  return PLACES.get(indicator) ?? -1;
}

/**
 * Sets of indicators as small numbers, so that a row of typed arrays can carry one however many indicators there are.
 * Number 0 is the empty set; any other is its place in the list of sets that have come up. The numbers stay inside one
 * process and stand in no file.
 */
class IndicatorSets {
  readonly #members: Uint8Array[] = [new Uint8Array(INDICATORS.length)];
  readonly #larger = new Map<number, number>();
  readonly #known = new Map<string, number>();

  /** The set with one indicator more. */
  with(set: number, indicator: Indicator): number {
    const step = set * INDICATORS.length + placeOf(indicator);
    const number = this.#larger.get(step) ?? this.#numberOf(set, placeOf(indicator));
    this.#larger.set(step, number);
    return number;
  }

  #numberOf(set: number, place: number): number {
    const members = this.#members[set].slice();
    members[place] = 1;
    const number = this.#known.get(members.join("")) ?? this.#members.push(members) - 1;
    this.#known.set(members.join(""), number);
    return number;
  }

  /** True where a set holds the indicator at a place. */
  has(set: number, place: number): boolean {
    return this.#members[set][place] === 1;
  }
}

export const SETS = new IndicatorSets();
