import type { JudgeStore } from "../judge-contract.ts";
import { openBase, type OpenedStore, type OpenOptions } from "../open-base.ts";
import { withoutExhibit } from "../rows/exhibits.ts";
import { claimNext, extendLease, firstLeaseEnd } from "./claim.ts";
import { completePreparation, completeRun } from "./complete.ts";
import { buryLost, releaseClaim } from "./losses.ts";

/** The judge's side over an opened store. */
export function judgeStoreOver({ store, database, spool }: OpenedStore): JudgeStore {
  const { db } = database;
  return {
    ...store,
    claim: async (worker) => {
      await buryLost(db);
      return claimNext(db, spool, worker);
    },
    heartbeat: (claim) => extendLease(db, claim),
    completePreparation: (claim, result) => db.transaction().execute((tx) => completePreparation(tx, claim, result)),
    missingExhibits: ({ job }, subjects) => withoutExhibit(db, job, subjects),
    completeRun: (claim, result, rank) => db.transaction().execute((tx) => completeRun(tx, claim, result, rank)),
    release: (claim, why) => db.transaction().execute((tx) => releaseClaim(tx, claim, why)),
    nextLease: () => firstLeaseEnd(db),
  };
}

/** Like `openStore`, with what the judge alone may do. In one process the web app uses this same object as its `Store`. */
export async function openJudgeStore(options: OpenOptions): Promise<JudgeStore> {
  return judgeStoreOver(await openBase(options));
}
