/** The order in which an account's rows are written: everyday life first, then what is unusual, then what a ring does. */
import { liveUnusually } from "./behaviour/lawful.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { meetPeople } from "./life/acquaintances.ts";
import { payOwner, trade } from "./life/business.ts";
import { visit } from "./life/events.ts";
import { settleBills } from "./life/bills.ts";
import { earn } from "./life/pay.ts";
import type { Profile } from "./life/profile.ts";
import { shop } from "./life/spending.ts";
import { travel } from "./life/trips.ts";
import type { Parameters } from "./parameters.ts";
import type { Plan } from "./plan.ts";
import { actInRing } from "./rings/script.ts";

/** `transactionsPerAccount` at which habits have the strength that their own files give. */
const USUAL_TRANSACTIONS = 138;
/** Whatever is unusual takes the place of the usual: so many purchases fewer for each of its rows, of about so many. */
const REPLACED = 0.85;
const USUAL_PURCHASES = 75;
const LEAST_SHOPPING = 0.25;

/** Writes an account's rows and events into the ledger. */
export function writeLife(ledger: Ledger, profile: Profile, plan: Plan, parameters: Parameters, crime: boolean): void {
  const level = parameters.transactionsPerAccount / USUAL_TRANSACTIONS;
  ledger.begin(profile.slot, profile.city);
  if (profile.business) trade(ledger, profile, level);
  else {
    earn(ledger, profile);
    travel(ledger, profile);
    settleBills(ledger, profile, plan.household[profile.slot] < 0 || plan.household[profile.slot] === profile.slot);
  }
  meetPeople(ledger, plan);
  visit(ledger, plan);
  const before = ledger.rows.count;
  liveUnusually(ledger, profile, plan, parameters);
  if (crime && plan.ring[profile.slot] >= 0) actInRing(ledger, profile, plan, parameters);
  const unusual = ledger.rows.count - before;
  if (profile.business) payOwner(ledger);
  else shop(ledger, profile, level * Math.max(LEAST_SHOPPING, 1 - (REPLACED * unusual) / (USUAL_PURCHASES * level)));
}
