/** The thread that ranks teams, beside the server's own. Bundled as a file of its own. */
import { parentPort } from "node:worker_threads";
import { isRankingOrder, Rankings, type RankingAnswer } from "./ranking-orders.ts";
import { failedBy, type Failed } from "./thread-failure.ts";

const rankings = new Rankings();

function answer(message: unknown): RankingAnswer | Failed {
  try {
    if (!isRankingOrder(message)) throw new Error("the ranking thread was sent a message that is no order");
    return rankings.obey(message);
  } catch (cause) {
    return failedBy(cause);
  }
}

parentPort?.on("message", (message) => parentPort?.postMessage(answer(message)));
