/**
 * Wires to people abroad. Neighbours who come from one place may send to one receiver there, who hands it on: three slots
 * next to each other are such neighbours, and each of them computes alone whether all of them do.
 */
import { MIDDLING } from "../../../chance/quantiles.ts";
import { Sfc32 } from "../../../chance/sfc32.ts";
import { TOKEN, tokenNumber } from "../ground/tokens.ts";
import { TEMPLATE } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { hourOf } from "../life/spending.ts";
import type { Parameters } from "../parameters.ts";
import { GROUP_IDS, type Plan } from "../plan.ts";
import { actDay, mark, type Act } from "./act.ts";

const NEIGHBOURS = 3;
const NEIGHBOUR_LAYER = 14;
const TOPIC_ABROAD = 9;
const NEWCOMERS = GROUP_IDS.indexOf("newcomers-sending-money-home");
const together = new Sfc32();

/** Wires `count` sums to one receiver abroad. */
export function wires(act: Act, receiver: number, count: number): void {
  const { ledger, generator } = act;
  for (let i = 0; i < count; i++) {
    const day = actDay(act);
    const cents = Math.max(10_000, Math.round((36_000 * MIDDLING.draw(generator)) / 1000) * 1000);
    const row = ledger.deal(TEMPLATE.wireOut, receiver, day, hourOf(540, 1260, generator), cents);
    ledger.rows.abroad[row] = 1;
    mark(act, row, "shared-foreign-receiver");
  }
}

/** The person abroad to whom all accounts wire that know of `owner` and `n`. */
export function sharedReceiver(ledger: Ledger, owner: number, n: number, nameBits: number): number {
  return ledger.outsider(tokenNumber(TOKEN.receiver, owner, n), ledger.ground.names.person(nameBits));
}

function neighbours(plan: Plan, slot: number): number {
  const lead = slot - (slot % NEIGHBOURS);
  let count = 0;
  for (let other = lead; other < Math.min(plan.accounts, lead + NEIGHBOURS); other++)
    if (plan.group[other] === NEWCOMERS && plan.ring[other] < 0) count++;
  return count;
}

/** Wires of lawful people: of newcomers often, to a receiver of their own or to that of their neighbours; of others now and then. */
export function sendsHome(act: Act, plan: Plan, { lookalikeOverlap }: Parameters): void {
  const { ledger } = act;
  const generator = ledger.open(TOPIC_ABROAD);
  const newcomer = plan.group[ledger.slot] === NEWCOMERS;
  const whole = { ...act, generator, start: 0, days: ledger.ground.calendar.days };
  if (newcomer && plan.ring[ledger.slot] < 0 && neighbours(plan, ledger.slot) > 1) {
    const lead = ledger.slot - (ledger.slot % NEIGHBOURS);
    ledger.ground.pairStreams.open(together, lead, NEIGHBOUR_LAYER);
    if (together.chance(0.4 * lookalikeOverlap)) {
      wires(whole, sharedReceiver(ledger, lead, 0, together.word()), generator.between(2, 4));
      return;
    }
  }
  if (generator.chance(newcomer ? 0.65 : 0.02)) wires(whole, ledger.stranger(generator), generator.between(2, 4));
}
