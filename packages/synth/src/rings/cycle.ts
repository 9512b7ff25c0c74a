/**
 * The life of a ring: somebody is recruited, exploited, moved on, and in the end the money is dispersed. Rings begin and
 * end at days of their own; of many the world shows only a part, and some are at it the whole time.
 */
import type { Sfc32 } from "../chance/sfc32.ts";
import { ACT_DAYS } from "../behaviour/act.ts";
import type { Indicator } from "../indicators.ts";

export const PHASES = ["recruitment", "exploitation", "move", "dispersal"] as const;
export type Phase = (typeof PHASES)[number];

/** Days of the world, `start` … `start + days − 1`; none where `days` is 0. */
export interface Stretch {
  readonly start: number;
  readonly days: number;
}

export interface Cycle {
  readonly phases: Readonly<Record<Phase, Stretch>>;
  /** All that the world shows of the ring. */
  readonly whole: Stretch;
}

const SHORTEST = 55;
const LONGEST = 165;
/** How much of a ring the world shows at least. */
const LEAST_SEEN = 48;
const SHORTEST_STRETCH = 8;

function within(from: number, to: number, days: number): Stretch {
  const start = Math.max(0, Math.round(from));
  return { start, days: Math.max(0, Math.min(days, Math.round(to)) - start) };
}

/** Draws a ring's cycle in a world of `days`. */
export function drawCycle(generator: Sfc32, days: number): Cycle {
  const length = generator.between(SHORTEST, LONGEST);
  const seen = Math.min(LEAST_SEEN, days - 6, length);
  const first = generator.between(seen - length, days - seen);
  const at = [0, 0.08 + 0.1 * generator.unit(), 0.55 + 0.15 * generator.unit(), 0.78 + 0.1 * generator.unit(), 1];
  const phase = (i: number): Stretch => within(first + at[i] * length, first + at[i + 1] * length, days);
  return {
    phases: { recruitment: phase(0), exploitation: phase(1), move: phase(2), dispersal: phase(3) },
    whole: within(first, first + length, days),
  };
}

/** When an indicator shows, other than while people are exploited: during all of which most do. */
const ALSO: Readonly<Record<Exclude<Phase, "exploitation">, readonly Indicator[]>> = {
  recruitment: [
    "contact-changed-to-anothers",
    "food-for-several",
    "frequent-fast-food",
    "high-ad-spending",
    "lodging-beyond-profile",
    "many-phone-top-ups",
    "personal-supplies-out-of-pattern",
    "shared-device-or-address",
    "small-ad-payments",
    "spoken-for",
  ],
  move: [
    "account-used-by-another",
    "cash-night-or-many-cities",
    "foreign-ad-sites",
    "frequent-fast-food",
    "frequent-tickets",
    "funnel-account",
    "lodging-settled-in-cash",
    "many-rides",
    "night-activity",
    "several-rents",
    "short-stays-many-cities",
    "small-ad-payments",
    "third-party-cash",
  ],
  dispersal: [
    "business-after-hours",
    "cash-under-threshold",
    "frequent-prepaid-cards",
    "funnel-account",
    "hidden-behind-processors",
    "in-and-out-within-a-day",
    "income-passed-on",
    "luxury-without-business",
    "payment-service-to-currency",
    "small-virtual-currency",
    "wages-returned",
  ],
};
/** What happens once, at the start of a phase, and not while people are exploited. */
const NOT_LATER: readonly Indicator[] = ["contact-changed-to-anothers", "shared-device-or-address"];

function phasesOf(indicator: Indicator): Phase[] {
  return PHASES.filter((phase) => (phase === "exploitation" ? !NOT_LATER.includes(indicator) : ALSO[phase].includes(indicator)));
}

/** When an act of a ring happens: in one of the phases that go with the indicator, or null where the world shows none of them. */
export function stretchFor(indicator: Indicator, { phases }: Cycle, generator: Sfc32): Stretch | null {
  const open = phasesOf(indicator)
    .map((phase) => phases[phase])
    .filter(({ days }) => days >= SHORTEST_STRETCH);
  return open.length === 0 ? null : partOf(generator.pick(open), generator);
}

/** A part of a stretch that is short enough for one act. */
export function partOf({ start, days }: Stretch, generator: Sfc32): Stretch {
  const part = Math.min(ACT_DAYS, days);
  return { start: start + generator.below(days - part + 1), days: part };
}
