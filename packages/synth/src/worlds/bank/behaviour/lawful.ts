/** Lawful people who show indicators: look-alike groups by their trade, and everybody now and then. */
import { INDICATORS } from "../indicators.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Profile } from "../life/profile.ts";
import type { Parameters } from "../parameters.ts";
import type { Plan } from "../plan.ts";
import { ACT_DAYS, type Act } from "./act.ts";
import { BEHAVIOURS, suits, type Deed } from "./behaviours.ts";
import { GROUP_REPERTOIRES } from "./look-alikes.ts";
import { otherOf } from "./other.ts";
import { shareCosts } from "./partners.ts";
import { sendsHome } from "./remittances.ts";

const TOPIC_LAWFUL = 7;
/** Each deed has a stream of its own, by the place of its indicator. */
const TOPIC_DEEDS = 64;
/** How likely somebody in no group shows any one indicator: most people have some odd month. */
const BACKGROUND = 0.011;

const NOTHING = new Float64Array(INDICATORS.length);
/** By group, how likely its members show each indicator, in the order of INDICATORS: forty questions an account. */
const LIKELIHOODS = new Map(
  Object.entries(GROUP_REPERTOIRES).map(([group, repertoire]) => [
    group,
    Float64Array.from(INDICATORS, (indicator) => repertoire?.[indicator] ?? 0),
  ]),
);

/** The unusual but lawful habits of an account. */
export function lawfulDeeds(ledger: Ledger, profile: Profile, plan: Plan, parameters: Parameters): Deed[] {
  const generator = ledger.open(TOPIC_LAWFUL);
  const likelihoods = LIKELIHOODS.get(profile.group) ?? NOTHING;
  const { days } = ledger.ground.calendar;
  const friend = plan.friend(ledger.slot, 0);
  const other = friend < 0 ? null : otherOf(plan, friend);
  const deeds: Deed[] = [];
  INDICATORS.forEach((indicator, place) => {
    const likely = Math.min(0.95, likelihoods[place] * parameters.lookalikeOverlap);
    const shows = generator.chance(Math.max(likely, BACKGROUND));
    const strength = 0.75 + 0.75 * generator.unit();
    const start = generator.below(days) - (ACT_DAYS >> 1);
    if (!shows || !suits(indicator, profile.business)) return;
    const behaviour = BEHAVIOURS[indicator];
    if (!behaviour) return;
    const act = { ledger, profile, start, days: ACT_DAYS, strength, planted: false, other };
    deeds.push({ indicator, perform: () => behaviour({ ...act, generator: ledger.open(TOPIC_DEEDS + place) }) });
  });
  return deeds;
}

/** Wires abroad and costs that friends share: what lawful people do in pairs and threes. */
export function shareWithOthers(ledger: Ledger, profile: Profile, plan: Plan, parameters: Parameters): void {
  const { generator } = ledger;
  const act: Act = { ledger, profile, generator, start: 0, days: ACT_DAYS, strength: 1, planted: false, other: null };
  if (!profile.business) sendsHome(act, plan, parameters);
  shareCosts(ledger, plan);
}
