// Counts signs: the more of them an account shows, the higher it ranks.
import { alert, defineDetector } from "@vigie/sdk";
import { signsOf } from "./signs.ts";

export default defineDetector((account) => {
  const signs = signsOf(account);
  if (signs.length === 0) return null;
  const rows = signs.reduce((sum, [, found]) => sum + found.length, 0);
  return alert({
    score: signs.length / 12 + Math.min(rows, 100) / 2000,
    role: "controller",
    findings: signs.map(([indicator, evidence]) => ({ indicator, evidence: evidence.slice(0, 400) })),
  });
});
