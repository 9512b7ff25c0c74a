/** Who holds an account: drawn anew from the account's own stream whenever it is needed, the same each time. */
import { MIDDLING, NARROW, VAST } from "../../../chance/quantiles.ts";
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { INSTITUTIONS, type Ground } from "../ground/ground.ts";
import { BUSINESS_TYPES, OCCUPATIONS, OCCUPATION_WEIGHTS, type Occupation } from "../ground/occupations.ts";
import { GROUP_IDS, type Plan } from "../plan.ts";

export interface Profile {
  readonly slot: number;
  readonly city: number;
  readonly business: boolean;
  readonly group: string;
  readonly occupation: Occupation;
  readonly businessType: (typeof BUSINESS_TYPES)[number];
  readonly openMinute: number;
  readonly closeMinute: number;
  /** Yearly, before tax, as it really is; what is stated may be absent. */
  readonly incomeDollars: number;
  readonly statesIncome: boolean;
  readonly householdSize: number;
  readonly institution: number;
  /** Days before the world's first on which the account was opened. */
  readonly ageDays: number;
  readonly name: number;
  readonly handle: number;
  readonly hasEmail: boolean;
  readonly openingCents: number;
  /** How far the bank lets the account be overdrawn; 0 for not at all. */
  readonly overdraftCents: number;
}

const TOPIC_PROFILE = 0;
const HAS_OVERDRAFT = 0.3;
const TYPICAL: Readonly<Record<string, readonly string[]>> = {
  "gig-drivers": ["rideshare driver", "courier"],
  "newcomers-sending-money-home": ["warehouse worker", "cleaner", "cook", "personal support worker", "factory worker"],
  "night-shift-and-event-staff": ["bartender", "server", "event staff", "security guard", "nurse"],
  "self-employed-personal-services": ["hairstylist", "massage therapist", "esthetician", "tutor"],
  "students-sharing-rent": ["student"],
  "touring-performers": ["musician", "performer"],
  "travelling-nurses": ["nurse"],
};

function occupationFor(group: string, generator: Sfc32): Occupation {
  const any = OCCUPATIONS[generator.weighted(OCCUPATION_WEIGHTS)];
  const typical = TYPICAL[group];
  if (!typical || !generator.chance(0.93)) return any;
  const name = generator.pick(typical);
  return OCCUPATIONS.find((occupation) => occupation.name === name) ?? any;
}

/** The profile of a slot. */
export function profileOf(ground: Ground, plan: Plan, slot: number, generator: Sfc32): Profile {
  ground.accountStreams.open(generator, slot, TOPIC_PROFILE);
  const group = plan.group[slot] < 0 ? "" : GROUP_IDS[plan.group[slot]];
  const business = plan.business[slot] === 1;
  const occupation = occupationFor(group, generator);
  const businessType = BUSINESS_TYPES[generator.below(BUSINESS_TYPES.length)];
  const shift = 30 * generator.between(-2, 2);
  const income = business ? 160_000 * MIDDLING.draw(generator) : occupation.income * NARROW.draw(generator);
  const draw = generator.word();
  const name = business ? ground.tradeNames[draw % ground.tradeNames.length] : ground.names.person(draw, plan.city[slot]);
  return {
    slot,
    city: plan.city[slot],
    business,
    group,
    occupation,
    businessType,
    openMinute: businessType.open + shift,
    closeMinute: businessType.close + shift,
    incomeDollars: Math.round(income / 100) * 100,
    statesIncome: !generator.chance(0.06),
    householdSize: 1 + generator.weighted([30, 64, 80, 92, 97, 100]),
    institution: generator.below(INSTITUTIONS.length),
    ageDays: 40 + generator.below(group === "newcomers-sending-money-home" ? 1400 : 5000),
    name,
    handle: handleOf(ground, name, business || occupation.pay === "pieces", business, generator),
    hasEmail: !generator.chance(0.07),
    openingCents: openingOf(business, generator),
    overdraftCents: !business && generator.chance(HAS_OVERDRAFT) ? 50_000 * generator.between(1, 4) : 0,
  };
}

/** What an account held when the world began: most people little, some a good deal. */
function openingOf(business: boolean, generator: Sfc32): number {
  const cents = business
    ? 900_000 * MIDDLING.draw(generator) * (0.2 + generator.unit())
    : 290_000 * VAST.draw(generator) * (0.2 + generator.unit());
  return Math.round(Math.min(cents, 12_000_000));
}

/** What others see in e-transfers, which never come without a name: the full one, its short form, or a trade name. */
function handleOf(ground: Ground, name: number, trades: boolean, business: boolean, generator: Sfc32): number {
  const draw = generator.unit();
  const trade = generator.below(ground.tradeNames.length);
  if (business || draw < 0.72) return name;
  return draw < 0.93 || !trades ? ground.names.short(name) : ground.tradeNames[trade];
}
