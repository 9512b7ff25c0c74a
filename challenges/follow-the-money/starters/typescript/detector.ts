// Your detector. It sees one account at a time and raises an alert, or none.
// Votre détecteur. Il voit un compte à la fois et lève une alerte, ou aucune.
import { alert, defineDetector } from "@vigie/sdk";

export default defineDetector((account) => {
  // Small payments for advertisements, again and again.
  // De petits paiements pour des annonces, encore et encore.
  const ads = account.transactions.filter((t) => t.mcc === 7311 && t.amountCents <= 5_000);
  // Many e-transfers from different people.
  // De nombreux virements Interac venant de personnes différentes.
  const transfers = account.transactions.filter((t) => t.channel === "e-transfer" && t.direction === "credit");
  const senders = new Set(transfers.map((t) => t.counterparty)).size;
  if (ads.length < 3 && senders < 10) return null;
  return alert({
    score: Math.min(1, 0.05 * ads.length + 0.02 * senders),
    role: "controller",
    findings: { "small-ad-payments": ads.length < 3 ? undefined : ads },
  });
});
