/**
 * A copy of an event to play with: a folder, a database, a web server and workers of its own, under a secret of its own, so
 * that nothing of the event's hidden sets is made, read or told. Its clock begins when it is told to, and runs as fast.
 */
import type { Server } from "node:http";
import { join } from "node:path";
import { identifyEvent, startWorkers, workerCount, type WorkerNote } from "@vigie/judge";
import { createLeaderboard, listen, type LeaderboardOptions } from "@vigie/leaderboard";
import { openJudgeStore, type JudgeStore } from "@vigie/store/judge";
import { ASSETS_DIR, findInstallation, JUDGE_CHILD } from "../places.ts";
import type { DryRunOrder } from "./orders.ts";

type SetUp = NonNullable<LeaderboardOptions["setUp"]>;

export interface Copy {
  readonly store: JudgeStore;
  readonly url: string;
  close(): Promise<void>;
}

interface Wish {
  readonly order: DryRunOrder;
  readonly clock: { readonly from: number; readonly speed: number };
  readonly setUp?: (store: JudgeStore) => SetUp;
  /** What a run may use at most; workers begin with it. */
  readonly runMiB: number;
  readonly onNote: (note: WorkerNote) => void;
}

/** The pace that one team may keep is of this machine's time: at such a speed a day of it is a minute. */
const LIMITS = { perMinute: 10_000, mostOfTeam: 64 };

const keysOf = ({ folder }: DryRunOrder) => ({ secretFile: join(folder, "event-secret"), keyFile: join(folder, "event-key") });

/** Makes the copy's own secret and key, and says what is published of them. */
export function identityOf(order: DryRunOrder) {
  return identifyEvent(JUDGE_CHILD, { ...keysOf(order), make: true });
}

function closed(server: Server): Promise<unknown> {
  const gone = new Promise((done) => server.close(done));
  server.closeAllConnections();
  return gone;
}

/** Opens the copy, which answers on this machine alone. */
export async function openCopy({ order, clock, setUp, runMiB, onNote }: Wish): Promise<Copy> {
  const { folder, sandbox } = order;
  const store = await openJudgeStore({ dataDir: folder, databaseUrl: null, rehearsal: clock });
  const web = createLeaderboard({
    ...{ store, datasetOf: () => null, secureCookies: false, assetsDir: ASSETS_DIR },
    uploads: { allowed: true, limits: LIMITS },
    ...(setUp !== undefined && { setUp: setUp(store) }),
  });
  const server = await listen(web.app, { host: "127.0.0.1", port: 0 });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the copy has no port");
  const options = {
    ...{ store, installation: findInstallation(), childFile: JUDGE_CHILD, ...keysOf(order), sandbox, onNote },
    splitsDir: join(folder, "splits"),
    bundlesDir: join(folder, "bundles"),
    trusted: () => Promise.resolve(false),
  };
  const workers = startWorkers(options, order.workers ?? workerCount(runMiB));
  return {
    store,
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      web.close();
      await closed(server);
      await workers.stop();
      await store.close();
    },
  };
}
