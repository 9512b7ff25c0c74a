/** The order in which an account's rows are written: everyday life first, then what is unusual, then what a ring does. */
import { liveUnusually } from "./behaviour/lawful.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { meetPeople } from "./life/acquaintances.ts";
import { trade } from "./life/business.ts";
import { visit } from "./life/events.ts";
import { earn, settleBills } from "./life/livelihood.ts";
import type { Profile } from "./life/profile.ts";
import { shop } from "./life/spending.ts";
import type { Parameters } from "./parameters.ts";
import type { Plan } from "./plan.ts";
import { actInRing } from "./rings/script.ts";

/** `transactionsPerAccount` at which habits have the strength that their own files give. */
const USUAL_TRANSACTIONS = 150;
/** Members of rings shop a little less by themselves, with and without crime, so that their number of rows says nothing. */
const QUIETER = 0.85;

/** Writes an account's rows and events into the ledger. */
export function writeLife(ledger: Ledger, profile: Profile, plan: Plan, parameters: Parameters, crime: boolean): void {
  const level = parameters.transactionsPerAccount / USUAL_TRANSACTIONS;
  ledger.begin(profile.slot, profile.city);
  if (profile.business) trade(ledger, profile, level);
  else {
    earn(ledger, profile);
    settleBills(ledger, profile, plan.household[profile.slot] < 0 || plan.household[profile.slot] === profile.slot);
    shop(ledger, profile, plan.ring[profile.slot] >= 0 ? level * QUIETER : level);
  }
  meetPeople(ledger, plan);
  visit(ledger, plan);
  liveUnusually(ledger, profile, plan, parameters);
  if (crime && plan.ring[profile.slot] >= 0) actInRing(ledger, profile, plan, parameters);
}
