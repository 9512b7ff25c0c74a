// What else is known of an account: who logs in, what the holder does, whether pay comes in.
import type { Account } from "@vigie/sdk";

function usedByAnother(account: Account): boolean {
  const logins = account.events.filter((event) => event.type === "login");
  const own = new Set(logins.filter((login) => login.city === account.homeCity).map((login) => login.deviceToken));
  return logins.filter((login) => login.city !== account.homeCity && !own.has(login.deviceToken)).length >= 3;
}

function beyondIncome(account: Account): boolean {
  if (account.declaredIncomeCents === null) return false;
  const inward = account.transactions.reduce((sum, t) => (t.direction === "credit" ? sum + t.amountCents : sum), 0);
  return inward > (account.declaredIncomeCents * 1.3) / 4 + 250_000;
}

export function factsOf(account: Account): string[] {
  const occupation = account.occupation ?? "";
  const facts: readonly (readonly [string, boolean])[] = [
    ["used by another", usedByAnother(account)],
    ["beyond income", beyondIncome(account)],
    ["no pay", !account.transactions.some((t) => t.code === "payroll")],
    ["note", account.events.some((event) => event.type === "branch-note")],
    ["contact changed", account.events.some((event) => event.type === "contact-changed")],
    ["business", account.kind === "business"],
    ["student", occupation === "student"],
    ["performer", occupation === "musician" || occupation === "performer"],
    ["driver", /rideshare|courier|delivery/.test(occupation)],
  ];
  return facts.filter(([, holds]) => holds).map(([fact]) => fact);
}
