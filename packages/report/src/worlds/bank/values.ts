/**
 * What the realism report shows, as plain values: measures of a test set, each beside the reference that it is held
 * against. Whoever measures fills these in; this room turns them into words and pictures.
 */
import type { Role } from "@vigie/sdk";
import type { BilingualText } from "@vigie/spec";

/** `published`: somebody else's figure; `law`: follows from mathematics; `expected`: our own, stated, from no survey. */
export type ReferenceBasis = "published" | "law" | "expected";

export interface Reference {
  readonly basis: ReferenceBasis;
  /** What the reference says and whose it is. */
  readonly words: BilingualText;
}

export type RealismUnit = "cents" | "count" | "share" | "days" | "ratio" | "hours" | "speed";

/** Shares of kinds, in an order of their own; `hours` are compared along the clock. */
export interface SharesDetail {
  readonly kind: "shares";
  readonly along: "kinds" | "hours";
  readonly labels: readonly BilingualText[];
  readonly observed: readonly number[];
  readonly expected: readonly number[] | null;
}

/** A distribution by some of its points: the values below which 10, 50 and 90 in 100 lie. */
export interface PointsDetail {
  readonly kind: "points";
  readonly unit: RealismUnit;
  readonly observed: readonly [number, number, number];
  readonly expected: readonly [number, number, number] | null;
}

/** One figure against one figure. */
export interface FigureDetail {
  readonly kind: "figure";
  readonly unit: RealismUnit;
  readonly observed: number;
  readonly expected: number | null;
}

/** One figure that should lie within bounds. */
export interface BandDetail {
  readonly kind: "band";
  readonly unit: RealismUnit;
  readonly observed: number;
  readonly low: number;
  readonly high: number;
}

export type ComparisonDetail = SharesDetail | PointsDetail | FigureDetail | BandDetail;

export type RealismVerdict = "close" | "off" | "none";

/** One row of the report. `distance` and `tolerance` are in the measure that `detail` calls for; null without a reference. */
export interface Comparison {
  readonly id: string;
  readonly section: RealismSectionId;
  readonly title: BilingualText;
  readonly reference: Reference | null;
  readonly observations: number;
  readonly detail: ComparisonDetail;
  readonly distance: number | null;
  readonly tolerance: number | null;
  readonly verdict: RealismVerdict;
  /** How well the feature behind it tells ring accounts from lawful ones (the area under the ROC curve); null for too few, absent where none is meant. */
  readonly ringAuc?: number | null;
}

/** Fewer cases than this are no ground for a verdict. */
export const FEWEST_CASES = 30;

export const REALISM_SECTIONS = [
  "guards",
  "payments",
  "amounts",
  "clock",
  "rhythm",
  "people",
  "balances",
  "digits",
  "words",
] as const;
export type RealismSectionId = (typeof REALISM_SECTIONS)[number];

/** How many in each set of accounts show an indicator, planted or not. */
export interface IndicatorRate {
  readonly indicator: string;
  readonly rings: number;
  readonly lookAlikes: number;
  readonly others: number;
  /** By look-alike group, in the order of `RealismReport.groups`. */
  readonly byGroup: readonly number[];
}

export interface AccountCounts {
  readonly rings: number;
  readonly lookAlikes: number;
  readonly others: number;
}

/** Share of `units` that have at least `values[i]` of something; values ascend. */
export interface DegreeTail {
  readonly title: BilingualText;
  readonly values: readonly number[];
  readonly shares: readonly number[];
  /** How many accounts or merchants were counted. */
  readonly units: number;
}

export interface ExampleRow {
  /** Whole local days since the world's first. */
  readonly day: number;
  readonly cents: number;
  readonly credit: boolean;
  readonly planted: boolean;
  /** It shows an indicator, planted or not. Events move no money: 0 cents. */
  readonly shows: boolean;
}

/** A row worth reading: it shows an indicator. */
export interface ExampleNote {
  readonly day: number;
  readonly cents: number;
  readonly credit: boolean;
  /** Channel of a transaction, type of an event. */
  readonly channel: string;
  readonly party: string | null;
  readonly memo: string | null;
  /** Indicators that it shows. */
  readonly indicators: readonly string[];
}

/** One account's three months. */
export interface ExampleAccount {
  readonly kind: "typology" | "group";
  /** Id of the typology or the look-alike group. */
  readonly of: string;
  readonly account: number;
  /** Role in the ring; null of lawful accounts. */
  readonly role: Role | null;
  /** Stated occupation or line of business. */
  readonly occupation: string | null;
  readonly city: string;
  readonly rows: readonly ExampleRow[];
  readonly notes: readonly ExampleNote[];
}

export interface RealismReport {
  readonly title: BilingualText;
  readonly accounts: number;
  readonly transactions: number;
  readonly rings: number;
  /** First local day, whole days since 1970-01-01, and how many days. */
  readonly firstDay: number;
  readonly days: number;
  readonly comparisons: readonly Comparison[];
  /** Rows on each day, from the first. */
  readonly volumes: readonly number[];
  readonly groups: readonly { readonly group: string; readonly members: number }[];
  readonly counts: AccountCounts;
  readonly indicators: readonly IndicatorRate[];
  readonly tails: readonly DegreeTail[];
  readonly examples: readonly ExampleAccount[];
}
