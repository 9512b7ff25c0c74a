/** Predicates about events: who logs in, whose contact details, who speaks. */
import { EVENT } from "../ground/vocabulary.ts";
import type { Case } from "./predicate.ts";

function eventsWhere(one: Case, passes: (row: number) => boolean): number[] {
  const out: number[] = [];
  for (let row = one.eventsFrom; row < one.eventsTo; row++) if (passes(row)) out.push(row);
  return out;
}

/** Three or more log-ins, from one device and cities other than home, where another device logs in at home. */
export function usedByAnother(one: Case): readonly number[] {
  const { type, device, city } = one.events;
  const logins = eventsWhere(one, (row) => type[row] === EVENT.login && device[row] >= 0);
  const home = new Set(logins.filter((row) => city.words[city.codes[row]] === one.homeCity).map((row) => device[row]));
  const away = logins.filter((row) => city.words[city.codes[row]] !== one.homeCity && !home.has(device[row]));
  const counts = new Map<number, number>();
  for (const row of away) counts.set(device[row], (counts.get(device[row]) ?? 0) + 1);
  return away.filter((row) => (counts.get(device[row]) ?? 0) >= 3);
}

/** A contact on file changed to one that stands on another client's file. */
export function contactChanged(one: Case): readonly number[] {
  const { type, value } = one.events;
  return eventsWhere(
    one,
    (row) =>
      type[row] === EVENT.contactChanged &&
      value.codes[row] >= 0 &&
      one.isAnothersContact(value.words[value.codes[row]], one.account),
  );
}

/** The branch noted that somebody else spoke for the client. */
export const spokenFor = (one: Case) => eventsWhere(one, (row) => one.events.companion[row] >= 0);
