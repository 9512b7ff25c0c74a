// Chance: a score that says nothing about the account. Whatever scores no better than this has found nothing.
import { alert, defineDetector } from "@vigie/sdk";

export default defineDetector((account) => {
  let hash = account.account + 1;
  for (let i = 0; i < 4; i++) hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return alert({ score: (hash >>> 0) / 2 ** 32 });
});
