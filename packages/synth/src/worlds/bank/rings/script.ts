/**
 * What a ring does, from the ring's own streams: which signs each member's account shows and when, the money that runs
 * between members, and who wires abroad. No lawful account takes part; the people who pay a ring are outside the set.
 */
import { NARROW } from "../../../chance/quantiles.ts";
import { Sfc32 } from "../../../chance/sfc32.ts";
import type { Act } from "../behaviour/act.ts";
import { BEHAVIOURS, CERTAIN, suits, type Deed, type Repertoire } from "../behaviour/behaviours.ts";
import { otherOf } from "../behaviour/other.ts";
import { sharedReceiver, wires } from "../behaviour/remittances.ts";
import { tours } from "../behaviour/travel-acts.ts";
import { INDICATORS, placeOf, type Indicator } from "../indicators.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Profile } from "../life/profile.ts";
import type { Parameters } from "../parameters.ts";
import type { Plan } from "../plan.ts";
import { around, drawCycle, stretchFor, type Cycle, type Stretch } from "./cycle.ts";
import { runLink } from "./flows.ts";
import { hubOf, linksOf } from "./links.ts";
import { repertoireOf } from "./repertoire.ts";

const TOPIC_CYCLE = 1;
const TOPIC_ROUTE = 2;
const TOPIC_RECEIVER = 3;
const TOPIC_MEMBER = 8;
const TOPIC_LINKS = 21;
/** Each deed has a stream of its own, by the place of its indicator. */
const TOPIC_DEEDS = 128;
const LEAST_SHOWN = 2;
const ofRing = new Sfc32();

/** What a member shows of its repertoire, and when: two signs or more, one of them without fail. Rings avoid some of it. */
function chosen(
  repertoire: Repertoire,
  profile: Profile,
  camouflage: number,
  cycle: Cycle,
  generator: Sfc32,
): ReadonlyMap<Indicator, Stretch> {
  const able = INDICATORS.filter((indicator) => (repertoire[indicator] ?? 0) > 0 && suits(indicator, profile.business));
  const shown = new Map<Indicator, Stretch>();
  for (const indicator of able) {
    const when = stretchFor(indicator, cycle, generator);
    if (generator.chance((repertoire[indicator] ?? 0) * (1.42 - 0.6 * camouflage))) shown.set(indicator, when);
  }
  const add = (more: Indicator): void => {
    if (!shown.has(more)) shown.set(more, stretchFor(more, cycle, generator));
  };
  if (![...shown.keys()].some((indicator) => CERTAIN.has(indicator)))
    add(generator.pick(able.filter((indicator) => CERTAIN.has(indicator))));
  while (shown.size < LEAST_SHOWN) add(generator.pick(able));
  return shown;
}

function wireAbroad(act: Act, plan: Plan, number: number, cycle: Cycle): void {
  const drawn = act.ledger.ground.ringStreams.open(ofRing, number, TOPIC_RECEIVER);
  const receiver = sharedReceiver(act.ledger, plan.rings[number].first, 1, drawn.word());
  wires({ ...act, ...around(cycle.busy, cycle, act.generator) }, receiver, act.generator.between(2, 4));
}

/** Members on one circuit go the same way together. */
function goRound(act: Act, plan: Plan, number: number, cycle: Cycle): void {
  const route = act.ledger.ground.ringStreams.open(ofRing, number, TOPIC_ROUTE);
  tours({ ...act, ...stretchFor("short-stays-many-cities", cycle, route) }, route, plan.city[plan.rings[number].first]);
}

/** What a ring does with an account, beside its everyday life. */
export interface Part {
  readonly deeds: readonly Deed[];
  /** Writes the money that runs between members, and abroad. */
  readonly moveMoney: () => void;
}

/** The part that an account has in its ring. */
export function partInRing(ledger: Ledger, profile: Profile, plan: Plan, { camouflage }: Parameters): Part {
  const number = plan.ring[ledger.slot];
  const ring = plan.rings[number];
  const { days } = ledger.ground.calendar;
  const cycle = drawCycle(ledger.ground.ringStreams.open(ofRing, number, TOPIC_CYCLE), days);
  const generator = ledger.open(TOPIC_MEMBER);
  const hub = hubOf(ring);
  const partner = hub === ledger.slot ? ring.first + ((ledger.slot - ring.first + 1) % ring.roles.length) : hub;
  const other = otherOf(plan, partner);
  const act: Act = { ledger, profile, generator, ...cycle.busy, strength: 1, planted: true, other };
  const repertoire = repertoireOf(ring.typology, ring.roles[ledger.slot - ring.first]);
  const deeds: Deed[] = [];
  for (const [indicator, when] of chosen(repertoire, profile, camouflage, cycle, generator)) {
    const strength = 1 + 0.35 * generator.unit() * NARROW.draw(generator);
    const together = indicator === "short-stays-many-cities" && ring.typology === "city-circuit";
    const perform = (): void => {
      const own = { ...act, ...when, strength, generator: ledger.open(TOPIC_DEEDS + placeOf(indicator)) };
      if (together) goRound(own, plan, number, cycle);
      else BEHAVIOURS[indicator]?.(own);
    };
    deeds.push({ indicator, perform });
  }
  return {
    deeds,
    moveMoney() {
      const own = { ...act, generator: ledger.open(TOPIC_LINKS) };
      for (const link of linksOf(ring)) runLink(own, plan, link, number, cycle.busy);
      if (ring.typology === "cross-border-remittance") wireAbroad(own, plan, number, cycle);
    },
  };
}
