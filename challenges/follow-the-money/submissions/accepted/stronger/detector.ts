// Weighs signs and facts against what lawful accounts show too.
import { alert, defineDetector, type Role } from "@vigie/sdk";
import { factsOf } from "./facts.ts";
import { signsOf } from "./signs.ts";
import { FACT_WEIGHTS, LEVEL, SIGN_WEIGHTS } from "./weights.ts";

function roleOf(kind: string, shown: ReadonlySet<string>): Role {
  const shows = (...signs: readonly string[]): boolean => signs.some((sign) => shown.has(sign));
  if (kind === "business") return "front";
  if (shows("account-used-by-another", "spoken-for")) return "exploited";
  if (shows("high-ad-spending", "luxury-without-business", "small-ad-payments", "foreign-ad-sites")) return "controller";
  return shows("third-party-cash", "funnel-account") ? "mule" : "exploited";
}

export default defineDetector((account) => {
  const signs = signsOf(account);
  if (signs.length === 0) return null;
  let weight = -LEVEL;
  for (const [indicator] of signs) weight += SIGN_WEIGHTS[indicator] ?? 0;
  for (const [fact, value] of Object.entries(factsOf(account))) weight += (FACT_WEIGHTS[fact] ?? 0) * value;
  return alert({
    score: 0.5 + weight / (2 + 2 * Math.abs(weight)),
    role: roleOf(account.kind, new Set(signs.map(([indicator]) => indicator))),
    findings: signs.map(([indicator, evidence]) => ({ indicator, evidence: evidence.slice(0, 400) })).slice(0, 20),
  });
});
