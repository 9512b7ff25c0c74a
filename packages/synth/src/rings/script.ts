/**
 * What a ring does, from the ring's own stream: money that members pass on to the controller, and which indicators
 * each member's account shows. Both sides of a transfer compute it from the same stream; no lawful account takes part,
 * and the people who pay a ring are outside the set.
 */
import { MIDDLING, NARROW } from "../chance/quantiles.ts";
import { Sfc32 } from "../chance/sfc32.ts";
import { ACT_DAYS, mark, type Act } from "../behaviour/act.ts";
import { BEHAVIOURS, repertoireOf, suits } from "../behaviour/repertoire.ts";
import { INDICATORS, type Indicator } from "../indicators.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import { TOKEN, tokenNumber } from "../ground/tokens.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { heaped, memo, RING_LAYER, writeLeg } from "../life/acquaintances.ts";
import type { Profile } from "../life/profile.ts";
import { hourOf } from "../life/spending.ts";
import type { Parameters } from "../parameters.ts";
import type { Plan, Ring } from "../plan.ts";

const TOPIC_PASSES = 0;
const TOPIC_MEMBER = 8;
const passes = new Sfc32();

function receiverOf(ring: Ring): number {
  const controller = ring.roles.indexOf("controller");
  const at = controller >= 0 ? controller : ring.roles.indexOf("front");
  return at < 0 ? -1 : ring.first + at;
}

/** The transfers inside the ring, as this account sees them. */
function passMoney(act: Act, plan: Plan, ring: Ring, number: number): void {
  const receiver = receiverOf(ring);
  const { ledger } = act;
  const { days } = ledger.ground.calendar;
  const generator = ledger.ground.ringStreams.open(passes, number, TOPIC_PASSES);
  ring.roles.forEach((role, i) => {
    const member = ring.first + i;
    const takesPart = generator.chance(0.6);
    const count = generator.between(3, 6);
    for (let n = 0; n < count; n++) {
      const day = Math.min(act.start + generator.below(ACT_DAYS), days - 3);
      const second = hourOf(520, 1380, generator);
      const cents = heaped(26_000 * MIDDLING.draw(generator), generator) + 5000;
      const wait = generator.between(900, 40_000);
      const text = memo(generator);
      const passText = memo(generator);
      const passed = Math.ceil((cents * (0.55 + 0.4 * generator.unit())) / 500) * 500;
      if (!takesPart || member === receiver || receiver < 0 || role === "front") continue;
      if (ledger.slot === member) {
        // A sum comes from outside the set, and a part of it goes on.
        const income = ledger.deal(TEMPLATE.transferIn, ledger.stranger(act.generator), day, second, cents);
        ledger.rows.memo[income] = text;
        mark(act, income, "turnover-beyond-income", "in-and-out-within-a-day");
      }
      if (ledger.slot !== member && ledger.slot !== receiver) continue;
      const sends = ledger.slot === member;
      const row = writeLeg(ledger, plan, {
        from: member,
        to: receiver,
        pair: member,
        layer: RING_LAYER,
        n,
        day,
        second: second + wait,
        amountCents: Math.min(passed, cents),
        memo: passText,
      });
      if (sends) mark(act, row, "income-passed-on", "in-and-out-within-a-day");
      else mark(act, row, "turnover-beyond-income");
    }
  });
}

function chosen(
  repertoire: Readonly<Partial<Record<Indicator, number>>>,
  profile: Profile,
  camouflage: number,
  generator: Sfc32,
): readonly Indicator[] {
  const able = INDICATORS.filter((indicator) => (repertoire[indicator] ?? 0) > 0 && suits(indicator, profile.business));
  const shown = able.filter((indicator) => generator.chance((repertoire[indicator] ?? 0) * (1.25 - 0.6 * camouflage)));
  for (let i = 0; i < 2 && shown.length < 2; i++) {
    const more = generator.pick(able);
    if (!shown.includes(more)) shown.push(more);
  }
  return shown;
}

/** Writes what the ring does with this account; everyday life stays beside it. */
export function actInRing(ledger: Ledger, profile: Profile, plan: Plan, parameters: Parameters): void {
  const number = plan.ring[ledger.slot];
  const ring = plan.rings[number];
  const role = ring.roles[ledger.slot - ring.first];
  const { days } = ledger.ground.calendar;
  const start = ledger.ground.ringStreams.open(passes, number, 1).below(Math.max(1, days - ACT_DAYS - 3));
  const generator = ledger.open(TOPIC_MEMBER);
  const receiver = receiverOf(ring);
  const partner =
    receiver >= 0 && receiver !== ledger.slot ? receiver : ring.first + ((ledger.slot - ring.first + 1) % ring.roles.length);
  const act = {
    ledger,
    profile,
    generator,
    start,
    planted: true,
    othersDevice: tokenNumber(TOKEN.device, partner, 0),
    othersPhone: tokenNumber(TOKEN.phone, partner, 0),
  };
  for (const indicator of chosen(repertoireOf(ring.typology, role), profile, parameters.camouflage, generator)) {
    BEHAVIOURS[indicator]?.({ ...act, strength: 1 + 0.5 * generator.unit() * NARROW.draw(generator) });
  }
  passMoney({ ...act, strength: 1 }, plan, ring, number);
}
