/** The workers of an event: from its first start on, or, of one that is still to be opened, from then on. */
import { join } from "node:path";
import { startWorkers, workerCount, type WorkerNote, type Workers } from "@vigie/judge";
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

interface Begun {
  readonly workers: Workers;
  readonly count: number;
}

async function start(event: Event, asker: AskHeld, onGaveUp: () => void): Promise<Begun> {
  const { store, dataDir, say, secretFile, keyFile, installation, sandbox } = event;
  const teamName = await teamNames(store);
  const digests = await demoDigests(say);
  const count = await wishedWorkers(event);
  const severalChallenges = (await store.challenges()).length > 1;
  console.log(say("start.workers", { count }));
  const onHeld = asker.hear.bind(asker);
  const tell = narrate(event.options.language, say, { teamName, severalChallenges, onHeld });
  const options = {
    ...{ store, installation, secretFile, keyFile, sandbox },
    childFile: JUDGE_CHILD,
    splitsDir: join(dataDir, "splits"),
    bundlesDir: join(dataDir, "bundles"),
    trusted: async (id: string) => digests.has((await store.submission(id))?.digest ?? ""),
    onNote: (note: WorkerNote): void => {
      if (note.kind === "trouble" && note.gaveUp) onGaveUp();
      tell(note);
    },
  };
  return { workers: startWorkers(options, count), count };
}

export class Judging {
  readonly #event: Event;
  readonly #asker: AskHeld;
  #begun: Promise<Begun> | null = null;
  #count = 0;
  #gaveUpAt: string | null = null;

  constructor(event: Event, asker: AskHeld) {
    this.#event = event;
    this.#asker = asker;
  }

  /** Once, however often it is asked for. */
  async begin(): Promise<void> {
    const gaveUp = (): void => void (this.#gaveUpAt ??= new Date(this.#event.store.clock.now()).toISOString());
    this.#begun ??= start(this.#event, this.#asker, gaveUp);
    this.#count = (await this.#begun).count;
  }

  /** They live in this process: as long as it answers they do, unless one said that it gives up. */
  workers(now: number): readonly { readonly name: string; readonly lastSpokeAt: string | null }[] {
    const lastSpokeAt = this.#gaveUpAt ?? new Date(now).toISOString();
    return Array.from({ length: this.#count }, (_, i) => ({ name: String(i + 1), lastSpokeAt }));
  }

  async stop(): Promise<void> {
    await (await this.#begun)?.workers.stop();
  }
}
