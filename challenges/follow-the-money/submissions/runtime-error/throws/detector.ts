// Fails on purpose: an account without events has no first event.
import { alert, defineDetector } from "@vigie/sdk";

export default defineDetector((account) => {
  const first = account.events[account.events.length];
  return alert({ score: first.time > 0 ? 1 : 0 });
});
