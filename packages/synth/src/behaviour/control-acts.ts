/** Patterns of events: somebody else logs in, contact details become another client's, somebody else speaks at the branch. */
import { CITY_WEIGHTS } from "../ground/geography.ts";
import { COMPANION_NOTES } from "../ground/memos.ts";
import { TOKEN, tokenNumber } from "../ground/tokens.ts";
import { EVENT } from "../ground/vocabulary.ts";
import { bitsOf } from "../indicators.ts";
import { hourOf } from "../life/spending.ts";
import { actDay, many, type Act } from "./act.ts";

/** Log-ins from a device and a city that are not the holder's. */
export function anotherLogsIn(act: Act): void {
  const { ledger, generator } = act;
  const device = ledger.device(act.othersDevice >= 0 ? act.othersDevice : tokenNumber(TOKEN.device, ledger.slot, 3));
  let city = generator.weighted(CITY_WEIGHTS);
  while (city === ledger.city) city = generator.weighted(CITY_WEIGHTS);
  for (let i = many(act, 4); i > 0; i--) {
    const row = ledger.event(EVENT.login, actDay(act), hourOf(420, 1500, generator), city);
    ledger.events.device[row] = device;
    if (act.planted) ledger.events.planted[row] |= bitsOf("account-used-by-another");
  }
}

export function contactBecomesAnothers(act: Act): void {
  const { ledger, generator } = act;
  if (act.othersPhone < 0) return;
  const row = ledger.event(EVENT.contactChanged, actDay(act), hourOf(540, 1260, generator), ledger.city);
  ledger.events.value[row] = act.othersPhone;
  ledger.events.device[row] = 0;
  if (act.planted) ledger.events.planted[row] |= bitsOf("contact-changed-to-anothers");
}

export function anotherSpeaks(act: Act): void {
  const { ledger, generator } = act;
  for (let i = Math.max(1, many(act, 1)); i > 0; i--) {
    const row = ledger.event(EVENT.branchNote, actDay(act), hourOf(570, 1020, generator), ledger.city);
    ledger.events.note[row] = generator.below(COMPANION_NOTES.length);
    if (act.planted) ledger.events.planted[row] |= bitsOf("spoken-for");
  }
}
