// Loops for ever on purpose: the judge ends it.
import { defineDetector } from "@vigie/sdk";

export default defineDetector((account) => {
  let steps = account.transactions.length;
  while (steps >= 0) steps = (steps + 1) % 1000;
  return null;
});
