/** The thread that ranks teams, beside the server's own. Bundled as a file of its own. */
import { isRankingOrder, Rankings } from "./ranking-orders.ts";
import { serveThread } from "./serve-thread.ts";

const rankings = new Rankings();

serveThread(isRankingOrder, (order) => rankings.obey(order));
