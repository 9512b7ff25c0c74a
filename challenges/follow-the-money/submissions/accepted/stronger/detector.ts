// Weighs signs against what lawful accounts show too. The weights were learned on practice worlds of other seeds.
import { alert, defineDetector, type Role } from "@vigie/sdk";
import { factsOf } from "./facts.ts";
import { signsOf } from "./signs.ts";

const WEIGHTS: Readonly<Record<string, number>> = {
  "small-ad-payments": 1.6,
  "many-rides": 1.5,
  "cash-night-or-many-cities": 1.4,
  "frequent-prepaid-cards": 1.2,
  "short-stays-many-cities": 1.2,
  "small-virtual-currency": 1.2,
  "coded-memos": 1.2,
  "third-party-cash": 1.1,
  "many-unrelated-senders": 0.6,
  "in-and-out-within-a-day": 0.3,
  "income-passed-on": 0.2,
  "used by another": 1.9,
  "beyond income": 1.8,
  "no pay": 0.6,
  note: 0.3,
  "contact changed": 0.3,
  student: -1.8,
  performer: -0.6,
  driver: -0.7,
};

/** Signs that mean more together, or that a lawful way of life explains. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ["many-unrelated-senders", "in-and-out-within-a-day", 1.5],
  ["small-ad-payments", "short-stays-many-cities", 1.3],
  ["income-passed-on", "in-and-out-within-a-day", 1.2],
  ["small-ad-payments", "income-passed-on", 0.7],
  ["small-ad-payments", "no pay", -1.4],
  ["many-unrelated-senders", "no pay", -1.4],
  ["many-unrelated-senders", "student", -1.7],
  ["small-virtual-currency", "student", -1.8],
  ["short-stays-many-cities", "performer", -2.4],
  ["third-party-cash", "business", -4],
  ["coded-memos", "no pay", -0.5],
  ["cash-night-or-many-cities", "no pay", -0.6],
];

function roleOf(kind: string, shown: ReadonlySet<string>): Role {
  if (kind === "business") return "front";
  if (shown.has("third-party-cash") && shown.has("in-and-out-within-a-day")) return "mule";
  return shown.has("income-passed-on") || shown.has("used by another") ? "exploited" : "controller";
}

export default defineDetector((account) => {
  const signs = signsOf(account);
  const shown = new Set<string>([...signs.map(([indicator]) => indicator), ...factsOf(account)]);
  if (signs.length === 0 && !shown.has("used by another")) return null;
  let weight = 0.3 * signs.length;
  for (const sign of shown) weight += WEIGHTS[sign] ?? 0;
  for (const [one, other, more] of PAIRS) if (shown.has(one) && shown.has(other)) weight += more;
  if (weight <= 0) return null;
  return alert({
    score: weight / (weight + 4),
    role: roleOf(account.kind, shown),
    findings: signs.map(([indicator, evidence]) => ({ indicator, evidence: evidence.slice(0, 400) })),
  });
});
