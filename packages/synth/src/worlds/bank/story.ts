/** The order in which an account's story is told: where its holder goes, everyday life, what is unusual, what a ring does, shopping. */
import { byPlace, type Deed } from "./behaviour/behaviours.ts";
import { lawfulDeeds, shareWithOthers } from "./behaviour/lawful.ts";
import { letsGo } from "./behaviour/lets-go.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { netCents, type Statement } from "./ledger/settle.ts";
import { evenOut, windfall } from "./life/savings.ts";
import { meetPeople, sharedRent } from "./life/acquaintances.ts";
import { payOwner, trade } from "./life/business.ts";
import { visit } from "./life/events.ts";
import { payAnotherCard, settleBills } from "./life/bills.ts";
import { earn } from "./life/pay.ts";
import type { Profile } from "./life/profile.ts";
import { shop } from "./life/spending.ts";
import { travel } from "./life/trips.ts";
import type { Parameters } from "./parameters.ts";
import type { Plan } from "./plan.ts";
import { partInRing } from "./rings/script.ts";

/** `transactionsPerAccount` at which habits have the strength that their own files give. */
const USUAL_TRANSACTIONS = 138;
/** Whatever is unusual takes the place of the usual: so many purchases fewer for each of its rows, of about so many. */
const REPLACED = 0.95;
const TOPIC_SETTLING = 15;
const USUAL_PURCHASES = 75;
const LEAST_SHOPPING = 0.2;
/** Of what is left of pay after what has to be paid, so much goes into shopping. */
const SPENT = 0.94;

/** What an account is told to do beside everyday life. */
export interface Script {
  readonly deeds: readonly Deed[];
  readonly moveMoney: () => void;
}

/** What an account does by its plan. */
export function scriptOf(ledger: Ledger, profile: Profile, plan: Plan, parameters: Parameters, crime: boolean): Script {
  const lawful = lawfulDeeds(ledger, profile, plan, parameters);
  if (!crime || plan.ring[profile.slot] < 0) return { deeds: lawful, moveMoney: () => undefined };
  const { deeds, moveMoney } = partInRing(ledger, profile, plan, parameters);
  return { deeds: [...deeds, ...lawful], moveMoney };
}

/** Writes an account's rows and events into the ledger, for which `begin` was called. */
export function writeLife(
  ledger: Ledger,
  profile: Profile,
  plan: Plan,
  parameters: Parameters,
  { deeds, moveMoney }: Script,
): void {
  const level = parameters.transactionsPerAccount / USUAL_TRANSACTIONS;
  const { rows } = ledger;
  const [away, rest] = byPlace(deeds);
  for (const deed of away) deed.perform();
  const travelled = rows.count;
  if (profile.business) trade(ledger, profile, level);
  else {
    travel(ledger, profile);
    earn(ledger, profile);
    settleBills(ledger, profile, sharedRent(ledger, plan));
  }
  meetPeople(ledger, plan);
  visit(ledger, plan);
  shareWithOthers(ledger, profile, plan, parameters);
  const usual = rows.count;
  for (const deed of rest) deed.perform();
  moveMoney();
  const unusual = Array.from({ length: travelled + rows.count - usual }, (_, i) => (i < travelled ? i : i - travelled + usual));
  letsGo(ledger, profile, unusual);
  if (profile.business) {
    payOwner(ledger);
    return;
  }
  const fewer = Math.max(LEAST_SHOPPING, 1 - (REPLACED * (travelled + rows.count - usual)) / (USUAL_PURCHASES * level));
  payAnotherCard(ledger, shop(ledger, SPENT * netCents(rows), level * fewer));
  windfall(ledger);
}

/** Turns the rows into a statement: once as they are, and again with what the holder then saves, or takes from savings. */
export function settleAccount(ledger: Ledger, profile: Profile, statement: Statement): void {
  const { openingCents, overdraftCents } = profile;
  statement.settle(ledger.rows, openingCents, overdraftCents, ledger.open(TOPIC_SETTLING));
  if (evenOut(ledger, profile, statement))
    statement.settle(ledger.rows, statement.openingCents, overdraftCents, ledger.open(TOPIC_SETTLING));
}
