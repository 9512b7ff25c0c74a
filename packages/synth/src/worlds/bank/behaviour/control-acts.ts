/** Patterns of events: somebody else logs in, contact details become another client's, somebody else speaks at the branch. */
import { COMPANION_NOTES } from "../ground/memos.ts";
import { TOKEN, tokenNumber } from "../ground/tokens.ts";
import { EVENT } from "../ground/vocabulary.ts";
import { hourOf } from "../life/spending.ts";
import { actDay, many, markEvent, moment, type Act } from "./act.ts";
import { otherCity } from "../life/trips.ts";

/** Log-ins from a device and a city that are not the holder's. */
export function anotherLogsIn(act: Act): void {
  const { ledger, generator } = act;
  const device = ledger.device(act.other?.device ?? tokenNumber(TOKEN.device, ledger.slot, 3));
  const city = otherCity(ledger.city, 0.5, generator);
  for (let i = many(act, 4); i > 0; i--) {
    const row = ledger.event(EVENT.login, actDay(act), hourOf(420, 1500, generator), city);
    ledger.events.device[row] = device;
    markEvent(act, row, "account-used-by-another");
  }
}

export function contactBecomesAnothers(act: Act): void {
  const { ledger, generator } = act;
  if (!act.other) return;
  const row = ledger.event(EVENT.contactChanged, actDay(act), hourOf(540, 1260, generator), ledger.city);
  ledger.events.value[row] = act.other.phone;
  ledger.events.device[row] = 0;
  markEvent(act, row, "contact-changed-to-anothers");
}

/** The address on file becomes another client's. */
export function movesInWithAnother(act: Act): void {
  const { ledger, generator } = act;
  if (!act.other) return;
  const row = ledger.event(EVENT.addressChanged, actDay(act), hourOf(540, 1260, generator), ledger.city);
  ledger.events.value[row] = act.other.address;
  markEvent(act, row, "shared-device-or-address");
}

export function anotherSpeaks(act: Act): void {
  const { ledger, generator } = act;
  for (let i = Math.max(1, many(act, 1)); i > 0; i--) {
    const { day, second } = moment(act, () => hourOf(570, 1020, generator), ledger.city);
    const row = ledger.event(EVENT.branchNote, day, second, ledger.city);
    ledger.events.note[row] = generator.below(COMPANION_NOTES.length);
    markEvent(act, row, "spoken-for");
  }
}
