/** Log-ins, changes of address and contact, visits to the branch: what happens on an account without moving money. */
import { COMPANION_NOTES, NOTES } from "../ground/memos.ts";
import { CITY_WEIGHTS } from "../../../ground/geography.ts";
import { TOKEN, tokenNumber } from "../ground/tokens.ts";
import { EVENT } from "../ground/vocabulary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Plan } from "../plan.ts";
import { hourOf } from "./spending.ts";

const TOPIC_EVENTS = 6;

/** Writes the events of everyday life. */
export function visit(ledger: Ledger, plan: Plan): void {
  const generator = ledger.open(TOPIC_EVENTS);
  const { days } = ledger.ground.calendar;
  const friend = plan.friend(ledger.slot, 0);
  const shares = friend >= 0 && generator.chance(0.15);
  const second = generator.chance(0.35)
    ? ledger.device(tokenNumber(TOKEN.device, shares ? friend : ledger.slot, shares ? 0 : 1))
    : 0;
  for (let i = generator.count(27); i > 0; i--) {
    const [day, at] = [generator.below(days), hourOf(390, 1470, generator)];
    // now and then an address of the net is taken for another city's
    const mistaken = generator.chance(0.03) ? generator.weighted(CITY_WEIGHTS) : -1;
    const here = ledger.where(day, at);
    const row = ledger.event(EVENT.login, day, at, mistaken >= 0 ? mistaken : here < 0 ? ledger.city : here);
    ledger.events.device[row] = generator.chance(0.2) ? second : 0;
  }
  if (generator.chance(0.04)) {
    const row = ledger.event(EVENT.contactChanged, generator.below(days), hourOf(540, 1260, generator), ledger.city);
    const partners = friend >= 0 && generator.chance(0.25);
    ledger.events.value[row] = partners ? tokenNumber(TOKEN.phone, friend, 0) : tokenNumber(TOKEN.newContact, ledger.slot, 0);
    ledger.events.device[row] = 0;
  }
  if (generator.chance(0.04)) {
    const row = ledger.event(EVENT.addressChanged, generator.below(days), hourOf(540, 1260, generator), ledger.city);
    ledger.events.value[row] = tokenNumber(TOKEN.newContact, ledger.slot, 1);
  }
  if (plan.business[ledger.slot] === 1 && generator.chance(0.06)) {
    const row = ledger.event(EVENT.signatoryAdded, generator.below(days), hourOf(600, 960, generator), ledger.city);
    ledger.events.value[row] = tokenNumber(TOKEN.newContact, ledger.slot, 2);
  }
  if (generator.chance(0.15)) {
    const row = ledger.event(EVENT.branchNote, generator.below(days), hourOf(570, 1020, generator), ledger.city);
    const companion = generator.chance(0.04);
    ledger.events.note[row] = companion
      ? generator.below(COMPANION_NOTES.length)
      : generator.between(COMPANION_NOTES.length, NOTES.length - 1);
  }
}
