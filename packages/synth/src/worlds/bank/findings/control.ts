/** Predicates about events: who logs in, whose contact details, who speaks. */
import { EVENT } from "../ground/vocabulary.ts";
import { NONE, type Case } from "./predicate.ts";

function eventsWhere(one: Case, passes: (row: number) => boolean): number[] {
  const out: number[] = [];
  for (let row = one.eventsFrom; row < one.eventsTo; row++) if (passes(row)) out.push(row);
  return out;
}

/** Three or more log-ins, from one device and cities other than home, where another device logs in at home. */
export function usedByAnother(one: Case): readonly number[] {
  const { type, device, city } = one.events;
  const isLogin = (row: number) => type[row] === EVENT.login && device[row] >= 0;
  const isHome = (row: number) => city.words[city.codes[row]] === one.homeCity;
  const out = eventsWhere(one, (row) => isLogin(row) && !isHome(row));
  if (out.length < 3) return NONE;
  const home = new Set(eventsWhere(one, (row) => isLogin(row) && isHome(row)).map((row) => device[row]));
  const away = out.filter((row) => !home.has(device[row]));
  const counts = new Map<number, number>();
  for (const row of away) counts.set(device[row], (counts.get(device[row]) ?? 0) + 1);
  return away.filter((row) => (counts.get(device[row]) ?? 0) >= 3);
}

function changedTo(one: Case, type: number, isAnothers: (token: string, account: number) => boolean): readonly number[] {
  const { value } = one.events;
  return eventsWhere(
    one,
    (row) => one.events.type[row] === type && value.codes[row] >= 0 && isAnothers(value.words[value.codes[row]], one.account),
  );
}

/** A contact on file changed to one that stands on another client's file. */
export const contactChanged = (one: Case) => changedTo(one, EVENT.contactChanged, one.elsewhere.isAnothersPhone);

/** An address on file changed to that of another client. */
export const addressShared = (one: Case) => changedTo(one, EVENT.addressChanged, one.elsewhere.isAnothersAddress);

/** The branch noted that somebody else spoke for the client. */
export const spokenFor = (one: Case) => eventsWhere(one, (row) => one.events.companion[row] >= 0);
