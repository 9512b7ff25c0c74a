// What else is known of an account, in numbers: how it lives beside its signs, and what explains them.
import type { Account, Transaction } from "@vigie/sdk";

/** Grows with a count, ever more slowly. */
const grown = (count: number): number => Math.log2(1 + count);

function largestSumWithOneAccount(rows: readonly Transaction[]): number {
  const sums = new Map<string | null, number>();
  for (const t of rows)
    if (t.counterpartyKind === "account") sums.set(t.counterparty, (sums.get(t.counterparty) ?? 0) + t.amountCents);
  return Math.max(0, ...sums.values());
}

export function factsOf(account: Account): Readonly<Record<string, number>> {
  const rows = Array.from(account.transactions);
  const events = Array.from(account.events);
  const count = (passes: (t: Transaction) => boolean): number => rows.filter(passes).length;
  const job = account.occupation ?? "";
  const is = (pattern: RegExp): number => (pattern.test(job) ? 1 : 0);
  return {
    groceries: grown(count((t) => t.mcc === 5411)),
    "cash in": grown(count((t) => t.direction === "credit" && t.channel.endsWith("-cash"))),
    advertisements: grown(count((t) => t.mcc === 7311)),
    "with accounts": grown(count((t) => t.counterpartyKind === "account")),
    "large sums with one": grown(largestSumWithOneAccount(rows) / 10_000),
    "with outsiders": grown(count((t) => t.channel === "e-transfer" && t.counterpartyKind === "external")),
    wires: grown(count((t) => t.channel === "wire")),
    "log-ins away": grown(events.filter((event) => event.type === "login" && event.city !== account.homeCity).length),
    "contact or address changed": grown(events.filter((event) => event.type.endsWith("-changed")).length),
    student: is(/student/),
    performer: is(/musician|performer/),
    driver: is(/rideshare|courier/),
    nurse: is(/nurse/),
    "personal services": is(/hairstylist|massage|esthetician|tutor/),
    "night work": is(/bartender|server|event staff|security guard/),
    "hard work": is(/warehouse|cleaner|cook|support worker|factory/),
    business: account.kind === "business" ? 1 : 0,
  };
}
