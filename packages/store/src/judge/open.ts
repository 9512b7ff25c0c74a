import { stateAt } from "@vigie/spec/event";
import type { JudgeStore } from "../judge-contract.ts";
import { openBase, type OpenedStore, type OpenOptions } from "../open-base.ts";
import { withoutExhibit } from "../rows/exhibits.ts";
import { claimNext, extendLease, firstLeaseEnd } from "./claim.ts";
import { completePreparation, completeRun } from "./complete.ts";
import { buryLost, releaseClaim } from "./losses.ts";
import { rankingTask, RankingTurns, readUnranked } from "./ranking-task.ts";
import { standingEntries } from "./standing-entries.ts";
import { storeStandings } from "./store-standings.ts";

/** The judge's side over an opened store. */
export function judgeStoreOver({ store, database, spool }: OpenedStore): JudgeStore {
  const { db } = database;
  const turns = new RankingTurns(database);
  return {
    ...store,
    claim: async (worker, held = []) => {
      await buryLost(db);
      const event = await store.event();
      const paused = event !== null && stateAt(event.calendar, event.acts, store.clock.now()).judgingPaused;
      return claimNext(db, spool, worker, held, paused);
    },
    heartbeat: (claim) => extendLease(db, claim),
    completePreparation: (claim, result) => db.transaction().execute((tx) => completePreparation(tx, claim, result)),
    missingExhibits: ({ job }, subjects) => withoutExhibit(db, job, subjects),
    completeRun: (claim, result) => db.transaction().execute((tx) => completeRun(tx, claim, result)),
    release: (claim, why, loss = "counts") => db.transaction().execute((tx) => releaseClaim(tx, claim, why, loss)),
    nextLease: () => firstLeaseEnd(db),
    unranked: () => readUnranked(db),
    rankAlone: (challenge, work) => turns.alone(challenge, work),
    rankingTask: (challenge, seen) => rankingTask(db, challenge, seen),
    standingEntries: (task) => standingEntries(db, task),
    storeStandings: (task, entries, places) => storeStandings(db, task, entries, places, store.clock.now()),
  };
}

/** Like `openStore`, with what the judge alone may do. In one process the web app uses this same object as its `Store`. */
export async function openJudgeStore(options: OpenOptions): Promise<JudgeStore> {
  return judgeStoreOver(await openBase(options));
}
