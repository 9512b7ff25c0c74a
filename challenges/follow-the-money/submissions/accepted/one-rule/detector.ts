// One rule: cash that comes in by machine at night or in several cities.
import { alert, defineDetector } from "@vigie/sdk";

export default defineDetector((account) => {
  const cash = account.transactions.filter((t) => t.channel === "abm-cash" && t.direction === "credit");
  if (cash.length < 3) return null;
  const cities = new Set(cash.map((t) => t.city)).size;
  const night = cash.filter((t) => {
    const minute = (((t.time / 60_000 + t.utcOffsetMinutes) % 1440) + 1440) % 1440;
    return minute >= 1320 || minute < 360;
  });
  if (cities < 3 && night.length < 3) return null;
  return alert({
    score: Math.min(1, 0.2 + 0.1 * cities + 0.02 * night.length),
    findings: [{ indicator: "cash-night-or-many-cities", evidence: cities >= 3 ? cash : night }],
  });
});
