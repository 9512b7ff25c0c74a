/**
 * The life of a ring: somebody is recruited, exploited, moved on, and in the end the money is dispersed. Then it may begin
 * anew: the days of a world are a circle here, and a ring that is at it on the last day went on from the first one.
 *
 * That is what keeps the days fair. A ring begins on any day of the circle as likely as on any other, so each phase, each
 * sign and each transfer of rings is as likely on any day of the world. A ring that had to begin and end within the world,
 * or to show most of itself there, would leave the first and the last days nearly empty, which would tell on it.
 */
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { ACT_DAYS } from "../behaviour/act.ts";
import type { Indicator } from "../indicators.ts";

export const PHASES = ["recruitment", "exploitation", "move", "dispersal"] as const;
export type Phase = (typeof PHASES)[number];

/** Days `start` … `start + days − 1`. */
export interface Stretch {
  readonly start: number;
  readonly days: number;
}

export interface Cycle {
  /** Each begins within the world; beyond its last day a phase goes on from the first. */
  readonly phases: Readonly<Record<Phase, Stretch>>;
  /** From the first day of exploitation to the last of the ring. */
  readonly busy: Stretch;
  /** Days of the world. */
  readonly days: number;
}

const SHORTEST = 55;
/** Rings that would last longer than the world do not pause. */
const LONGEST = 115;
const SHORTEST_STRETCH = 9;

/** Draws a ring's cycle in a world of `days`. */
export function drawCycle(generator: Sfc32, days: number): Cycle {
  const length = Math.min(generator.between(SHORTEST, LONGEST), days);
  const first = generator.below(days);
  const at = [0, 0.08 + 0.1 * generator.unit(), 0.55 + 0.15 * generator.unit(), 0.78 + 0.1 * generator.unit(), 1];
  const ends = at.map((part) => Math.round(part * length));
  const from = (i: number, to: number): Stretch => ({ start: (first + ends[i]) % days, days: ends[to] - ends[i] });
  return {
    phases: { recruitment: from(0, 1), exploitation: from(1, 2), move: from(2, 3), dispersal: from(3, 4) },
    busy: from(1, 4),
    days,
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

/** A day of a stretch that may run beyond the last day of the world. */
export function dayOf({ start, days }: Stretch, worldDays: number, generator: Sfc32): number {
  return (start + generator.below(days)) % worldDays;
}

/** The days of one act, around some day of a stretch; they may reach beyond it, and beyond the world. */
export function around(stretch: Stretch, { days }: Cycle, generator: Sfc32): Stretch {
  const reach = Math.max(SHORTEST_STRETCH, Math.min(ACT_DAYS, stretch.days)) >> 1;
  return { start: dayOf(stretch, days, generator) - reach, days: 2 * reach + 1 };
}

/** When an act of a ring happens: around a day of one of the phases that go with the indicator. */
export function stretchFor(indicator: Indicator, cycle: Cycle, generator: Sfc32): Stretch {
  return around(cycle.phases[generator.pick(phasesOf(indicator))], cycle, generator);
}
