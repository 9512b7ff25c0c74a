/** The workers of an event: from its first start on, or, of one that is still to be opened, from then on. */
import { join } from "node:path";
import { startWorkers, workerCount, type Workers } from "@vigie/judge";
import type { AskHeld } from "./ask-held.ts";
import { demoDigests } from "./demo/demo-event.ts";
import { narrate } from "./narrate.ts";
import type { Event } from "./open-event.ts";
import { JUDGE_CHILD } from "./places.ts";
import { teamNames } from "./team-names.ts";

async function wishedWorkers({ store, options }: Event): Promise<number> {
  if (options.workers !== null) return options.workers;
  return workerCount(Math.max(...(await store.challenges()).map(({ limits }) => limits.memoryMiB)));
}

async function start(event: Event, asker: AskHeld): Promise<Workers> {
  const { store, dataDir, say, secretFile, keyFile, installation, sandbox } = event;
  const teamName = await teamNames(store);
  const digests = await demoDigests(say);
  const count = await wishedWorkers(event);
  const severalChallenges = (await store.challenges()).length > 1;
  console.log(say("start.workers", { count }));
  const options = {
    ...{ store, installation, secretFile, keyFile, sandbox },
    childFile: JUDGE_CHILD,
    splitsDir: join(dataDir, "splits"),
    bundlesDir: join(dataDir, "bundles"),
    trusted: async (id: string) => digests.has((await store.submission(id))?.digest ?? ""),
    onNote: narrate(event.options.language, say, {
      teamName,
      severalChallenges,
      onHeld: (note) => asker.hear(note),
    }),
  };
  return startWorkers(options, count);
}

export class Judging {
  readonly #event: Event;
  readonly #asker: AskHeld;
  #workers: Promise<Workers> | null = null;

  constructor(event: Event, asker: AskHeld) {
    this.#event = event;
    this.#asker = asker;
  }

  /** Once, however often it is asked for. */
  async begin(): Promise<void> {
    await (this.#workers ??= start(this.#event, this.#asker));
  }

  async stop(): Promise<void> {
    await (await this.#workers)?.stop();
  }
}
