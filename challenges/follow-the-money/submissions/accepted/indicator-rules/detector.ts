// Weighs signs: the rarer a sign is in lawful life, the more it counts, and a trade that explains some of them weighs against it.
import { alert, defineDetector, type Account, type MoneyIndicatorId, type Role } from "@vigie/sdk";
import { signsOf } from "./signs.ts";

const WEIGHTS: Readonly<Partial<Record<MoneyIndicatorId, number>>> = {
  "frequent-prepaid-cards": 2,
  "many-rides": 1.4,
  "small-virtual-currency": 1.3,
  "cash-night-or-many-cities": 1.1,
  "third-party-cash": 1.1,
  "in-and-out-within-a-day": 0.7,
  "many-unrelated-senders": 0.7,
  "short-stays-many-cities": 0.6,
  "coded-memos": 0.5,
  "income-passed-on": 0.4,
};

const SERVICES = /hairstylist|massage|esthetician|tutor|rideshare|courier|nurse|musician|performer|student/;
const SHIFTS = /bartender|server|event staff|warehouse|cleaner|cook|support worker|factory|guard/;

/** Whether the account's owner lives by something that brings cash, odd hours or travel. */
function isExplained({ kind, occupation }: Account): boolean {
  return kind === "business" || SERVICES.test(occupation ?? "") || SHIFTS.test(occupation ?? "");
}

function roleOf(account: Account, shown: ReadonlySet<MoneyIndicatorId>): Role {
  if (account.kind === "business") return "front";
  if (shown.has("small-ad-payments") || shown.has("small-virtual-currency")) return "controller";
  return shown.has("third-party-cash") ? "mule" : "exploited";
}

export default defineDetector((account) => {
  const signs = signsOf(account);
  let weight = isExplained(account) ? -1.6 : 0;
  for (const [indicator] of signs) weight += WEIGHTS[indicator] ?? 1;
  if (weight <= 0) return null;
  const rows = signs.reduce((sum, [, found]) => sum + found.length, 0);
  return alert({
    score: weight / 12 + Math.min(rows, 100) / 2000,
    role: roleOf(account, new Set(signs.map(([indicator]) => indicator))),
    findings: signs.map(([indicator, evidence]) => ({ indicator, evidence: evidence.slice(0, 400) })),
  });
});
